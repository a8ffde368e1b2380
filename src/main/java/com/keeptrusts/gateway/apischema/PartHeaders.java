package com.keeptrusts.gateway.apischema;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of a part of a form, as far as they say what the part is. */
final class PartHeaders {
  private static final Set<String> PARAMETERS = Set.of("name", "filename", "filename*");
  private static final Set<String> PLAIN_ENCODINGS = Set.of("7bit", "8bit", "binary");

  private final Map<String, String> headers = new HashMap<>();
  private final int offset;

  private PartHeaders(int offset) {
    this.offset = offset;
  }

  static PartHeaders read(byte[] body, int start, int end) throws MalformedException {
    PartHeaders read = new PartHeaders(start);
    if (StrictUtf8.firstError(body, start, end) >= 0) {
      throw read.malformed("a part's headers are not UTF-8");
    }
    String head = new String(body, start, end - start, StandardCharsets.UTF_8);
    for (String line : head.split("\r\n", -1)) {
      read.line(line);
    }
    return read;
  }

  private void line(String line) throws MalformedException {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon);
    if (name.isEmpty()
        || !name.chars().allMatch(c -> HeaderValue.isTokenCharacter((char) c))
        || line.chars().anyMatch(Character::isISOControl)) {
      throw malformed("a part's header is not of the form 'name: value' on a line of its own");
    }
    if (headers.put(name.toLowerCase(Locale.ROOT), line.substring(colon + 1).strip()) != null) {
      throw malformed("a part's header stands twice");
    }
  }

  FormPart part(int start, int end) throws MalformedException {
    HeaderValue disposition = header("content-disposition");
    Map<String, String> parameters = disposition.parameters();
    String name = parameters.getOrDefault("name", "");
    if (!disposition.value().equals("form-data")
        || name.isEmpty()
        || name.equals("_charset_")
        || !PARAMETERS.containsAll(parameters.keySet())) {
      throw malformed("a part needs 'Content-Disposition: form-data' with one plain 'name'");
    }
    if (!PLAIN_ENCODINGS.contains(
        headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT))) {
      throw malformed("a part must not have a 'Content-Transfer-Encoding'");
    }
    boolean isFile = parameters.size() > 1;
    if (!isFile) {
      ContentType.requireUtf8(header("content-type"));
    }
    return new FormPart(name, isFile, start, end);
  }

  private HeaderValue header(String name) throws MalformedException {
    return HeaderValue.parse(name, headers.getOrDefault(name, ""));
  }

  private MalformedException malformed(String problem) {
    return new MalformedException(problem + ", at byte " + offset);
  }
}
