package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.config.Problem;
import com.keeptrusts.gateway.config.ReloadResult;
import com.keeptrusts.gateway.http.LogContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /admin/config/reload}. */
final class ReloadHandler implements AdminHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ReloadHandler.class);
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
    ReloadResult result = configReload.reload();
    if (result instanceof ReloadResult.Rejected rejected) {
      LOG.warn(
          "{}: a reload was refused, {} problems",
          LogContext.of(clientRequest),
          rejected.problems().size());
      json.write(clientResponse, UNPROCESSABLE, Map.of("error", error(rejected)));
    } else if (result instanceof ReloadResult.Reloaded reloaded) {
      LOG.info(
          "{}: configuration {} runs, reloaded by an operator",
          LogContext.of(clientRequest),
          reloaded.version());
      json.write(clientResponse, HttpServletResponse.SC_OK, changes(reloaded));
    }
  }

  private static Map<String, Object> changes(ReloadResult.Reloaded reloaded) {
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("config_version", reloaded.version());
    changes.put("added", reloaded.added());
    changes.put("changed", reloaded.changed());
    changes.put("removed", reloaded.removed());
    changes.put("warnings", each(reloaded.warnings()));
    return changes;
  }

  private static Map<String, Object> error(ReloadResult.Rejected rejected) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", "invalid_config");
    error.put("message", "the configuration has errors; the running one stays");
    error.put("problems", each(rejected.problems()));
    error.put("type", "invalid_request_error");
    return error;
  }

  private static List<Map<String, Object>> each(List<Problem> problems) {
    return problems.stream().map(ReloadHandler::problem).toList();
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", problem.file());
    members.put("line", problem.line());
    members.put("column", problem.column());
    members.put("path", problem.path());
    members.put("message", problem.advice());
    members.put("severity", problem.severity().word());
    return members;
  }
}
