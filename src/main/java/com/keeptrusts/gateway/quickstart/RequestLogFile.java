package com.keeptrusts.gateway.quickstart;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One JSON object a line for each request, written before the request is answered. It outlives a
 * kill of this process; a test reads in it what a killed gateway had sent.
 */
final class RequestLogFile implements Closeable {
  private final FileChannel file;

  RequestLogFile(Path path) throws IOException {
    this.file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  void write(ReceivedRequest request) throws IOException {
    String line =
        Json.line(
                Json.object(
                    "received_at", request.receivedAt(),
                    "request_id", request.header("x-request-id").orElse(null),
                    "method", request.method(),
                    "path", request.path(),
                    "bytes", request.bodyWithoutCopy().length,
                    "sha256", sha256(request.bodyWithoutCopy())))
            + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    synchronized (this) {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
