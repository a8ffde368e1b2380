package com.keeptrusts.gateway.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests, strictly: a provider that guesses would hide a gateway's mistakes. */
final class RequestReader {
  private static final int LARGEST_BODY = 256 * 1024 * 1024;
  private static final int MOST_HEADERS = 500;
  private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
  private static final byte[] CONTINUE = ClientLine.ascii("HTTP/1.1 100 Continue\r\n\r\n");

  private final ClientLine line;
  private final InstantSource clock;

  RequestReader(ClientLine line, InstantSource clock) {
    this.line = line;
    this.clock = clock;
  }

  /**
   * The next request; empty when the client closed.
   *
   * @throws BadRequestException when it is no HTTP/1.x request
   */
  Optional<ReceivedRequest> next() throws IOException {
    String start = line.readLine();
    while (start != null && start.isEmpty()) {
      start = line.readLine();
    }
    if (start == null) {
      return Optional.empty();
    }
    String[] words = start.split(" ", -1);
    if (words.length != 3 || !VERSIONS.contains(words[2])) {
      throw new BadRequestException("malformed request line \"" + start + "\"");
    }
    List<HttpHeader> headers = headers();
    byte[] body = body(headers, words[2]);
    return Optional.of(
        new ReceivedRequest(words[0], words[1], words[2], headers, body, clock.instant()));
  }

  private List<HttpHeader> headers() throws IOException {
    List<HttpHeader> headers = new ArrayList<>();
    for (String field = required(); !field.isEmpty(); field = required()) {
      int colon = field.indexOf(':');
      if (colon < 1 || field.chars().limit(colon).anyMatch(c -> c <= ' ')) {
        throw new BadRequestException("malformed header line \"" + field + "\"");
      }
      if (headers.size() == MOST_HEADERS) {
        throw new BadRequestException("more than " + MOST_HEADERS + " header lines");
      }
      headers.add(new HttpHeader(field.substring(0, colon), field.substring(colon + 1).strip()));
    }
    return headers;
  }

  private byte[] body(List<HttpHeader> headers, String version) throws IOException {
    if (version.equals("HTTP/1.1") && value(headers, "Host") == null) {
      throw new BadRequestException("no Host header");
    }
    String coding = value(headers, "Transfer-Encoding");
    String length = value(headers, "Content-Length");
    if (coding != null && length != null) {
      throw new BadRequestException("both Transfer-Encoding and Content-Length");
    }
    if (coding == null && length == null) {
      return new byte[0];
    }
    if ("100-continue".equalsIgnoreCase(value(headers, "Expect")) && !line.hasBytes()) {
      line.write(CONTINUE);
    }
    return coding == null ? line.readBytes(size(length, 10)) : chunked(coding);
  }

  private byte[] chunked(String coding) throws IOException {
    if (!coding.equalsIgnoreCase("chunked")) {
      throw new BadRequestException("unknown Transfer-Encoding \"" + coding + "\"");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      if (body.size() > LARGEST_BODY - size) {
        throw new BadRequestException("body is over " + LARGEST_BODY + " bytes");
      }
      body.writeBytes(line.readBytes(size));
      if (!required().isEmpty()) {
        throw new BadRequestException("chunk is longer than its size says");
      }
    }
    headers();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return size(required().split(";", 2)[0].strip(), 16);
  }

  private static int size(@Nullable String digits, int radix) throws BadRequestException {
    try {
      int size = Integer.parseInt(String.valueOf(digits), radix);
      if (size >= 0 && size <= LARGEST_BODY) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // Same words as for a number out of range.
    }
    throw new BadRequestException("bad length \"" + digits + "\"");
  }

  private String required() throws IOException {
    String text = line.readLine();
    if (text == null) {
      throw new BadRequestException("the client closed inside a request");
    }
    return text;
  }

  /** The value of a header that may occur once. */
  private static @Nullable String value(List<HttpHeader> headers, String name)
      throws BadRequestException {
    String found = null;
    for (HttpHeader header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        if (found != null) {
          throw new BadRequestException("two \"" + name + "\" headers");
        }
        found = header.value();
      }
    }
    return found;
  }
}
