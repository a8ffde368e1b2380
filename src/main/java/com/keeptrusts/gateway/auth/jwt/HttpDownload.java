package com.keeptrusts.gateway.auth.jwt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HttpsURLConnection;

/**
 * Small documents over HTTP, each within a size and a time; blocks. The JDK's old client is used
 * since its threads end with the call, and since it follows the JVM's proxy settings.
 */
final class HttpDownload implements AutoCloseable {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 4_000;
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final int LARGEST = 512 * 1024;

  private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
  private final Duration longest;
  private volatile boolean closed;

  HttpDownload() {
    this(LONGEST);
  }

  /** With another time for the whole of a document. */
  HttpDownload(Duration longest) {
    this.longest = longest;
  }

  /**
   * The document's text.
   *
   * @throws IOException when it is not to be had; redirects are not followed
   */
  String get(URI address, Optional<Path> caFile) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure && caFile.isPresent()) {
      secure.setSSLSocketFactory(TrustedCertificates.sockets(caFile.get()));
    }
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("User-Agent", "keeptrusts-gateway");
    open.add(connection);
    TimeLimit limit = new TimeLimit(longest, connection::disconnect);
    try (limit) {
      return text(connection);
    } catch (IOException | RuntimeException e) {
      // Disconnected by another thread at a bad moment, the connection misses its own fields.
      String why =
          limit.isOver()
              ? "it came too slowly"
              : closed ? "the gateway is closing" : e.getMessage();
      throw new IOException("'" + address + "': " + why, e);
    } finally {
      open.remove(connection);
      connection.disconnect();
    }
  }

  private String text(HttpURLConnection connection) throws IOException {
    if (closed) {
      throw new IOException("the gateway is closing");
    }
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("it answered " + status);
    }
    return text(connection.getInputStream());
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > LARGEST) {
        throw new IOException("it is larger than " + LARGEST + " bytes");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    closed = true;
    open.forEach(HttpURLConnection::disconnect);
  }
}
