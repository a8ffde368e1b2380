package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.exchange.IdentityFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code kt gateway run} was told.
 *
 * @param policyConfig a file that can be read
 * @param listen where clients come in; an empty host is all interfaces
 * @param dataDir the state folder; {@code --data-dir}, else {@code KT_HOME}, else the default
 * @param home where the gateway's file for {@code kt} belongs
 * @param watch whether the file is read again when it changes
 * @param logFormat how the log is written
 * @param adminListen a port of its own for the admin API
 * @param tls what to serve https with; empty for http
 */
record RunOptions(
    Path policyConfig,
    ListenAddress listen,
    Path dataDir,
    Path home,
    boolean watch,
    Optional<ListenAddress> adminListen,
    LogFormat logFormat,
    Optional<IdentityFiles> tls) {}
