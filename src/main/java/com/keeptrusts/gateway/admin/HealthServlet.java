package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.admin.Readiness.Check;
import com.keeptrusts.gateway.admin.Readiness.Report;
import com.keeptrusts.gateway.admin.Readiness.State;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code /healthz}, {@code /readyz} and {@code /health}: for probes, so without a key. */
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Readiness readiness;
  private final transient AdminJson json = new AdminJson();
  private final String version;

  /**
   * Answers probes.
   *
   * @param version the gateway's own, as in {@code 0.1.0}
   */
  public HealthServlet(Readiness readiness, String version) {
    this.readiness = readiness;
    this.version = version;
  }

  @Override
  protected void doGet(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    clientResponse.setHeader("Cache-Control", "no-store");
    switch (AdminPath.of(clientRequest)) {
      case "/healthz" -> line(clientResponse, HttpServletResponse.SC_OK, "ok");
      case "/readyz" -> ready(clientResponse);
      default -> health(clientResponse);
    }
  }

  private void ready(HttpServletResponse clientResponse) throws IOException {
    for (Check check : readiness.now().checks()) {
      if (check.state() == State.DOWN) {
        String reason = check.name() + ": " + check.detail();
        line(clientResponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE, reason);
        return;
      }
    }
    line(clientResponse, HttpServletResponse.SC_OK, "ready");
  }

  private void health(HttpServletResponse clientResponse) throws IOException {
    Report report = readiness.now();
    State worst = State.OK;
    Map<String, Object> checks = new LinkedHashMap<>();
    for (Check check : report.checks()) {
      worst = check.state().compareTo(worst) > 0 ? check.state() : worst;
      String state = check.state().name().toLowerCase(Locale.ROOT);
      checks.put(check.name(), check.detail().isEmpty() ? state : state + ": " + check.detail());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", worst.name().toLowerCase(Locale.ROOT));
    body.put("version", version);
    body.put("uptime_seconds", report.uptime().toSeconds());
    body.put("config_version", report.configVersion());
    body.put("checks", checks);
    boolean down = worst == State.DOWN;
    json.write(
        clientResponse,
        down ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK,
        body);
  }

  private static void line(HttpServletResponse clientResponse, int status, String text)
      throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    clientResponse.setStatus(status);
    clientResponse.setContentType("text/plain;charset=utf-8");
    clientResponse.setContentLength(bytes.length);
    clientResponse.getOutputStream().write(bytes);
  }
}
