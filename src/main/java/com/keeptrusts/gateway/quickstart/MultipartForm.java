package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a {@code multipart/form-data} body; a file's bytes are kept as ISO 8859-1. */
final class MultipartForm {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("(?i)content-disposition:[^\r\n]*?[; ]name=\"?([^\";\r\n]+)\"?");

  private MultipartForm() {}

  /**
   * Reads a form.
   *
   * @throws IOException when the body is none
   */
  static Map<String, @Nullable Object> parse(String contentType, byte[] body) throws IOException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IOException("no boundary in \"" + contentType + "\"");
    }
    String mark = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    String delimiter = "\r\n--" + mark;
    Map<String, @Nullable Object> fields = Json.object();
    int at = text.indexOf(delimiter);
    while (at >= 0 && !text.startsWith("--", at + delimiter.length())) {
      int next = text.indexOf(delimiter, at + delimiter.length());
      if (next < 0) {
        throw new IOException("the form has no end");
      }
      addPart(text.substring(at + delimiter.length(), next), fields);
      at = next;
    }
    if (at < 0) {
      throw new IOException("the form has no parts");
    }
    return fields;
  }

  private static void addPart(String part, Map<String, @Nullable Object> fields)
      throws IOException {
    int split = part.indexOf("\r\n\r\n");
    Matcher name = NAME.matcher(split < 0 ? "" : part.substring(0, split));
    if (!name.find()) {
      throw new IOException("a part of the form has no name");
    }
    boolean file = part.substring(0, split).contains("filename=");
    String value = part.substring(split + 4);
    fields.put(name.group(1), file ? value : utf8(value));
  }

  private static String utf8(String value) {
    return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
