package com.keeptrusts.gateway;

import com.keeptrusts.gateway.admin.ConfigReload;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ReloadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reload that an operator asked for. */
final class AdminReload implements ConfigReload {
  private static final Logger LOG = LoggerFactory.getLogger(AdminReload.class);

  private final ActiveConfig config;

  AdminReload(ActiveConfig config) {
    this.config = config;
  }

  @Override
  public Verdict reload() {
    ReloadResult result = config.reload();
    if (result instanceof ReloadResult.Reloaded reloaded) {
      LOG.info("configuration {} runs, reloaded by an operator", reloaded.version());
      return new Verdict.Reloaded(
          reloaded.version(),
          reloaded.added(),
          reloaded.changed(),
          reloaded.removed(),
          reloaded.warnings());
    }
    ReloadResult.Rejected rejected = (ReloadResult.Rejected) result;
    LOG.warn("a reload was refused: {} problems", rejected.problems().size());
    return new Verdict.Rejected(rejected.problems());
  }
}
