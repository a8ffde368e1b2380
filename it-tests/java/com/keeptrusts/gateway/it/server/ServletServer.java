package com.keeptrusts.gateway.it.server;

import java.io.IOException;
import java.nio.file.Path;

/** A server in a process of its own, run as an administrator runs it. */
public interface ServletServer {
  /** Starts the server; returns when it takes deployments. */
  void start() throws IOException, InterruptedException;

  /** Stops it as its own scripts do. */
  void stop() throws IOException, InterruptedException;

  /**
   * Deploys the WAR; returns when it answers, which it does even when it cannot serve.
   *
   * @param name becomes the context path where the server has any
   */
  void deploy(Path war, String name) throws IOException, InterruptedException;

  /**
   * Deploys the WAR, byte for byte, behind the server's own login, as its administrator adds one:
   * with passwords ({@code Basic}), for {@link LoginUser}.
   */
  void deployWithLogin(Path war, String name) throws IOException, InterruptedException;

  /** Brings a newer WAR in the old one's place, as its page says; returns when it has started. */
  void replace(Path war, String name) throws IOException, InterruptedException;

  /** Takes it away; returns when it is gone. */
  void undeploy(String name) throws IOException, InterruptedException;

  /** Where a deployed WAR is served. */
  String url(String name);

  /** Whether the gateway answers even what is no HTTP; elsewhere the server does, in its words. */
  default boolean isOurOwn() {
    return false;
  }

  /** What the server has logged so far. */
  String log() throws IOException;

  /** The server's process. */
  ProcessHandle process();
}
