package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorWriter;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** {@code GET /metrics}, in the text of Prometheus or of OpenMetrics, as the client asks. */
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER = 32 * 1024;

  private final transient GatewayMetrics metrics;
  private final transient ErrorWriter errorWriter;
  private final transient ExpositionFormatWriter plain = PrometheusTextFormatWriter.create();
  private final transient ExpositionFormatWriter open =
      new OpenMetricsTextFormatWriter(false, false);

  public MetricsServlet(GatewayMetrics metrics, ErrorWriter errorWriter) {
    this.metrics = metrics;
    this.errorWriter = errorWriter;
  }

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    clientResponse.setHeader("Cache-Control", "no-store");
    if (!clientRequest.getMethod().equals("GET")) {
      errorWriter.refuse(
          clientRequest,
          clientResponse,
          Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "'/metrics' takes GET")
              .withHeader("Allow", "GET"));
      return;
    }
    ExpositionFormatWriter format = wantsOpenMetrics(clientRequest) ? open : plain;
    clientResponse.setContentType(format.getContentType());
    clientResponse.setHeader("Vary", "Accept, Accept-Encoding");
    try (OutputStream out = out(clientRequest, clientResponse)) {
      format.write(out, metrics.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    }
  }

  private static OutputStream out(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse) throws IOException {
    if (!accepts(clientRequest.getHeader("Accept-Encoding"), "gzip")) {
      return new BufferedOutputStream(clientResponse.getOutputStream(), BUFFER);
    }
    clientResponse.setHeader("Content-Encoding", "gzip");
    return new GZIPOutputStream(clientResponse.getOutputStream(), BUFFER);
  }

  /** Prometheus lists it with the greatest weight wherever it can read it. */
  private static boolean wantsOpenMetrics(HttpServletRequest clientRequest) {
    return accepts(clientRequest.getHeader("Accept"), "application/openmetrics-text");
  }

  private static boolean accepts(@Nullable String header, String wanted) {
    if (header == null) {
      return false;
    }
    for (String each : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String plain = each.replace(" ", "");
      boolean named = plain.equals(wanted) || plain.startsWith(wanted + ";");
      if (named && !plain.matches(".*;q=0(\\.0*)?(;.*)?")) {
        return true;
      }
    }
    return false;
  }
}
