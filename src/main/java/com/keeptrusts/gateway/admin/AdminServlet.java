package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.event.ArchiveUnavailableException;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.LogContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The admin API, mapped to {@code /admin/*} behind the {@link AdminAuthFilter}. */
public final class AdminServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AdminServlet.class);

  private record Route(String method, AdminHandler handler) {}

  private final transient Map<String, Route> routes;
  private final transient ErrorWriter errors;

  public AdminServlet(AdminParts parts, ErrorWriter errors) {
    AdminJson json = new AdminJson();
    this.errors = errors;
    this.routes =
        Map.of(
            "/admin/config/reload",
            new Route("POST", new ReloadHandler(parts.configReload(), json)),
            "/admin/config",
            new Route("GET", new ConfigHandler(parts.effectiveConfig())),
            "/admin/events",
            new Route("GET", new EventsHandler(parts.archive(), parts.clock())),
            "/admin/usage",
            new Route("GET", new UsageHandler(parts.archive(), parts.clock(), json)),
            "/admin/groups",
            new Route("GET", new GroupsHandler(parts.groupStandings(), json)));
  }

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    clientResponse.setHeader("Cache-Control", "no-store");
    String path = AdminPath.of(clientRequest);
    Route route = routes.get(path);
    if (route == null) {
      refuse(clientRequest, clientResponse, ErrorCode.UNKNOWN_ENDPOINT, unknown(path));
    } else if (!route.method().equals(clientRequest.getMethod())) {
      clientResponse.setHeader("Allow", route.method());
      String message = "'" + path + "' takes " + route.method();
      refuse(clientRequest, clientResponse, ErrorCode.METHOD_NOT_ALLOWED, message);
    } else {
      answer(route.handler(), clientRequest, clientResponse);
    }
  }

  private void answer(
      AdminHandler handler, HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    try {
      handler.handle(clientRequest, clientResponse);
    } catch (BadParameterException e) {
      Refusal refusal = Refusal.of(ErrorCode.INVALID_REQUEST, e.words());
      errors.refuse(clientRequest, clientResponse, refusal.with("parameter", e.parameter()));
    } catch (ArchiveUnavailableException e) {
      if (clientResponse.isCommitted()) {
        // An export that breaks off must not look whole: the container cuts the connection.
        throw e;
      }
      LOG.warn("{}: events cannot be asked for", LogContext.of(clientRequest), e);
      clientResponse.resetBuffer();
      String message = "events cannot be asked for now; they are still written";
      refuse(clientRequest, clientResponse, ErrorCode.STATE_UNAVAILABLE, message);
    }
  }

  private String unknown(String path) {
    return "no such admin path '"
        + path
        + "'; there are "
        + String.join(", ", routes.keySet().stream().sorted().toList());
  }

  private void refuse(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      ErrorCode code,
      String message)
      throws IOException {
    errors.refuse(clientRequest, clientResponse, Refusal.of(code, message));
  }
}
