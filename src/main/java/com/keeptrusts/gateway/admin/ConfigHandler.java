package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /admin/config}. */
final class ConfigHandler implements AdminHandler {
  private final EffectiveConfig effectiveConfig;

  ConfigHandler(EffectiveConfig effectiveConfig) {
    this.effectiveConfig = effectiveConfig;
  }

  @Override
  public void handle(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    byte[] yaml = effectiveConfig.yaml().getBytes(StandardCharsets.UTF_8);
    clientResponse.setContentType("application/yaml");
    clientResponse.setContentLength(yaml.length);
    clientResponse.getOutputStream().write(yaml);
  }
}
