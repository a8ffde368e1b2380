package com.keeptrusts.gateway.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bytes as HTTP/1.1 frames them. */
final class Framing {
  static final byte[] LAST_CHUNK = ClientLine.ascii("0\r\n\r\n");
  private static final int CHUNK = 4096;

  private Framing() {}

  static byte[] head(int status, List<HttpHeader> headers) {
    StringBuilder head = new StringBuilder(1024);
    head.append("HTTP/1.1 ").append(status).append(' ').append(reason(status)).append("\r\n");
    for (HttpHeader header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return ClientLine.ascii(head.append("\r\n").toString());
  }

  static byte[] chunk(byte[] bytes, int from, int length) {
    byte[] size = ClientLine.ascii(Integer.toHexString(length) + "\r\n");
    byte[] chunk = new byte[size.length + length + 2];
    System.arraycopy(size, 0, chunk, 0, size.length);
    System.arraycopy(bytes, from, chunk, size.length, length);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    return chunk;
  }

  /** The whole in chunks, with the last one. */
  static byte[] chunks(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
    for (int from = 0; from < bytes.length; from += CHUNK) {
      out.writeBytes(chunk(bytes, from, Math.min(CHUNK, bytes.length - from)));
    }
    out.writeBytes(LAST_CHUNK);
    return out.toByteArray();
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      default -> "Mock";
    };
  }
}
