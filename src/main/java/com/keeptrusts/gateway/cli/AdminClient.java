package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.tls.TlsFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;

/** Speaks to a gateway's admin API. {@link HttpURLConnection}, because it is there at once. */
final class AdminClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final int UNPROCESSABLE = 422;

  private final LocatedGateway gateway;

  AdminClient(LocatedGateway gateway) {
    this.gateway = gateway;
  }

  /** Asks; the answer is 200, anything else is an error in words. */
  AdminAnswer get(String pathAndQuery) {
    return send("GET", pathAndQuery);
  }

  /** Orders; the answer is 200 or 422. */
  AdminAnswer post(String path) {
    return send("POST", path);
  }

  private AdminAnswer send(String method, String pathAndQuery) {
    try {
      HttpURLConnection connection = open(method, pathAndQuery);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_OK) {
        return new AdminAnswer(connection, connection.getInputStream(), this::explain);
      }
      InputStream body = connection.getErrorStream();
      if (status == UNPROCESSABLE && body != null) {
        return new AdminAnswer(connection, body, this::explain);
      }
      throw refused(
          status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw explain(e);
    }
  }

  private HttpURLConnection open(String method, String pathAndQuery) throws IOException {
    URI url = URI.create(gateway.url() + pathAndQuery);
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      gateway.trust().guard(secure);
    }
    connection.setRequestMethod(method);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
    connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
    connection.setRequestProperty("x-api-key", gateway.key());
    if (method.equals("POST")) {
      // A known length, so that the JDK does not send the order a second time by itself.
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(0);
      connection.getOutputStream().close();
    }
    return connection;
  }

  private KtException refused(int status, String body) {
    String said = saidIn(body);
    return switch (status) {
      case HttpURLConnection.HTTP_UNAUTHORIZED ->
          new KeyRefusedException(
              "the gateway at " + gateway.url() + " refuses the key from " + gateway.keySource());
      case HttpURLConnection.HTTP_NOT_FOUND ->
          KtException.failed(
              said.isEmpty()
                  ? "no admin API at "
                      + gateway.url()
                      + ": is it a Keeptrusts gateway, and is its context path in the address?"
                  : said);
      case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_FORBIDDEN ->
          KtException.failed(said.isEmpty() ? answered(status, said) : said);
      case HttpURLConnection.HTTP_BAD_GATEWAY, HttpURLConnection.HTTP_UNAVAILABLE ->
          new GatewayGoneException(answered(status, said));
      default -> KtException.failed(answered(status, said));
    };
  }

  private String answered(int status, String said) {
    String start = "the gateway at " + gateway.url() + " answered " + status;
    return said.isEmpty() ? start : start + ": " + said;
  }

  /** The gateway's own message; empty when something else answered. */
  private static String saidIn(String body) {
    try {
      Map<String, Object> error = JsonText.members(JsonText.object(body).get("error"));
      return error.get("message") instanceof String message ? PlainText.of(message) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private KtException refused(SSLException e) {
    if (e.getCause() instanceof TrustedGateway.OtherCertificateException other) {
      // A renewal reaches the file a moment after the port.
      return new KeyRefusedException(
          "another certificate is shown at " + gateway.url() + ": " + other.getMessage());
    }
    boolean untrusted = e.getCause() instanceof CertificateException;
    return KtException.failed(
        "TLS with %s failed: %s%s"
            .formatted(
                gateway.url(),
                e.getMessage(),
                untrusted ? "; name the authority that issued it with --ca-file" : ""));
  }

  private KtException explain(IOException e) {
    String at = "the gateway at " + gateway.url();
    if (e instanceof UnknownHostException) {
      return new GatewayGoneException("unknown host '" + gateway.url().getHost() + "'");
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return new GatewayGoneException(
          "no gateway answers at "
              + gateway.url()
              + ": "
              + PlainText.of(String.valueOf(e.getMessage()))
              + "; is it running?");
    }
    if (e instanceof SocketTimeoutException) {
      return new GatewayGoneException(at + " did not answer in time");
    }
    if (e instanceof SSLException tls) {
      return refused(tls);
    }
    if (e instanceof TlsFileException) {
      return KtException.failed(String.valueOf(e.getMessage()));
    }
    if (e instanceof SocketException || e instanceof EOFException) {
      return new GatewayGoneException(at + " broke the connection off: " + e.getMessage());
    }
    return new GatewayGoneException(at + " gave no whole answer: " + e.getMessage());
  }
}
