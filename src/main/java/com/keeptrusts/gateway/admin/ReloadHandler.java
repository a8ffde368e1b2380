package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.admin.ConfigReload.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /admin/config/reload}. */
final class ReloadHandler implements AdminHandler {
  private static final int UNPROCESSABLE = 422;

  private final ConfigReload configReload;
  private final AdminJson json;

  ReloadHandler(ConfigReload configReload, AdminJson json) {
    this.configReload = configReload;
    this.json = json;
  }

  @Override
  public void handle(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    Verdict verdict = configReload.reload();
    if (verdict instanceof Verdict.Rejected rejected) {
      json.write(clientResponse, UNPROCESSABLE, Map.of("error", error(rejected)));
    } else {
      json.write(clientResponse, HttpServletResponse.SC_OK, verdict);
    }
  }

  private static Map<String, Object> error(Verdict.Rejected rejected) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", "invalid_config");
    error.put("message", "the configuration has errors; the running one stays");
    error.put("problems", rejected.problems());
    error.put("type", "invalid_request_error");
    return error;
  }
}
