package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.config.ReloadResult;

/** Reads the configuration file again, all or nothing. Safe from any thread. */
public interface ConfigReload {
  /** Reloads; when the file cannot be used the running configuration stays. */
  ReloadResult reload();
}
