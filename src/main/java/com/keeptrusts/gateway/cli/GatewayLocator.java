package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.admin.GatewayFile;
import com.keeptrusts.gateway.admin.RunningGateways;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the gateway that a command is about, and the key to it. */
final class GatewayLocator {
  private final Surroundings surroundings;

  GatewayLocator(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Looks anew: a gateway that restarted may have another port and key.
   *
   * @throws KtException when there is none, or several, or no key
   */
  LocatedGateway locate(GatewayOptions options) {
    List<GatewayFile> running = running();
    Optional<URI> named = named(options);
    if (named.isPresent()) {
      URI url = named.get();
      Optional<GatewayFile> own =
          running.stream().filter(f -> GatewayUrl.same(url, URI.create(f.url()))).findFirst();
      return withKey(url, options, own);
    }
    GatewayFile only = only(running);
    return withKey(GatewayUrl.parse("the gateway's file", only.url()), options, Optional.of(only));
  }

  private Optional<URI> named(GatewayOptions options) {
    return options
        .gateway()
        .map(url -> GatewayUrl.parse("--gateway", url))
        .or(
            () ->
                surroundings
                    .variable("KT_GATEWAY_URL")
                    .map(url -> GatewayUrl.parse("KT_GATEWAY_URL", url)));
  }

  private List<GatewayFile> running() {
    try {
      return new RunningGateways(surroundings.home()).list();
    } catch (IOException e) {
      throw KtException.failed(
          "cannot read '" + surroundings.home().resolve("gateways") + "': " + Reasons.of(e));
    }
  }

  private static GatewayFile only(List<GatewayFile> running) {
    if (running.isEmpty()) {
      throw new GatewayGoneException(
          "no gateway runs here: start one with 'kt gateway run --policy-config FILE', or name one"
              + " with --gateway URL or KT_GATEWAY_URL");
    }
    if (running.size() > 1) {
      StringBuilder message = new StringBuilder("several gateways run; choose with --gateway URL:");
      for (GatewayFile gateway : running) {
        message.append("\n  ").append(gateway.url()).append("  (pid ").append(gateway.pid());
        message.append(", since ").append(gateway.startedAt()).append(')');
      }
      throw KtException.failed(message.toString());
    }
    return running.get(0);
  }

  private LocatedGateway withKey(URI url, GatewayOptions options, Optional<GatewayFile> file) {
    Optional<Path> caFile =
        options.caFile().or(() -> surroundings.variable("KT_CA_FILE").map(Path::of));
    TrustedGateway trust = new TrustedGateway(file.flatMap(GatewayFile::certificate), caFile);
    Optional<Path> keyFile = options.adminKeyFile();
    if (keyFile.isPresent()) {
      return new LocatedGateway(url, read(keyFile.get()), "'" + keyFile.get() + "'", trust);
    }
    for (String variable : List.of("KT_ADMIN_KEY", "KT_READ_KEY")) {
      Optional<String> key = surroundings.variable(variable);
      // The file's key opens more than the read key does.
      if (key.isPresent() && !(variable.equals("KT_READ_KEY") && file.isPresent())) {
        return new LocatedGateway(url, key.get().strip(), variable, trust);
      }
    }
    if (file.isPresent()) {
      return new LocatedGateway(url, file.get().adminKey(), "the running gateway's file", trust);
    }
    throw KtException.failed(
        "no admin key for " + url + ": set KT_ADMIN_KEY or give --admin-key-file FILE");
  }

  private static String read(Path keyFile) {
    try {
      String key = Files.readString(keyFile).strip();
      if (!key.isEmpty()) {
        return key;
      }
      throw KtException.failed("'" + keyFile + "' is empty; it must hold the admin key");
    } catch (IOException e) {
      throw KtException.failed("cannot read '" + keyFile + "': " + Reasons.of(e));
    }
  }
}
