package com.keeptrusts.gateway.management;

import com.keeptrusts.gateway.admin.ConfigReload;
import com.keeptrusts.gateway.admin.Readiness;
import com.keeptrusts.gateway.admin.Readiness.State;
import com.keeptrusts.gateway.config.Problem;
import com.keeptrusts.gateway.config.ReloadResult;
import com.keeptrusts.gateway.config.ReloadResult.Rejected;
import com.keeptrusts.gateway.config.ReloadResult.Reloaded;
import java.util.List;
import java.util.stream.Collectors;

/** What a console sees of the gateway. */
final class GatewayBean implements GatewayMXBean {
  private final String version;
  private final Readiness readiness;
  private final ConfigReload configReload;

  GatewayBean(String version, Readiness readiness, ConfigReload configReload) {
    this.version = version;
    this.readiness = readiness;
    this.configReload = configReload;
  }

  @Override
  public String getVersion() {
    return version;
  }

  @Override
  public boolean isReady() {
    return readiness.now().checks().stream().noneMatch(check -> check.state() == State.DOWN);
  }

  @Override
  public List<String> getProblems() {
    return readiness.now().checks().stream()
        .filter(check -> check.state() != State.OK)
        .map(check -> check.name() + ": " + check.detail())
        .toList();
  }

  @Override
  public String getConfigVersion() {
    return readiness.now().configVersion();
  }

  @Override
  public long getUptimeSeconds() {
    return readiness.now().uptime().toSeconds();
  }

  @Override
  public String reload() {
    ReloadResult result = configReload.reload();
    if (result instanceof Reloaded done) {
      return "configuration %s runs: groups added %s, changed %s, removed %s"
          .formatted(done.version(), done.added(), done.changed(), done.removed());
    }
    return "the configuration is refused, the running one stays:\n"
        + ((Rejected) result)
            .problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
  }
}
