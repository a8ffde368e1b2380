package com.keeptrusts.gateway.apischema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a multipart form into its parts. Stricter than RFC 2046: no preamble, no epilogue, no
 * padding after a boundary and no line that merely begins like one, since readers differ there.
 */
final class FormParser {
  private static final int LONGEST_HEAD = 8192;
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  private final byte[] body;
  private final byte[] delimiter;

  FormParser(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
  }

  List<FormPart> parse() throws MalformedException {
    int opening = delimiter.length - 2;
    if (body.length < opening || !Arrays.equals(body, 0, opening, delimiter, 2, delimiter.length)) {
      throw malformed("the form must begin with its boundary", 0);
    }
    List<FormPart> parts = new ArrayList<>();
    int at = opening;
    while (!startsWith(at, "--")) {
      if (!startsWith(at, "\r\n")) {
        throw malformed("a boundary of the form must stand alone on a line that CRLF ends", at);
      }
      FormPart part = part(at + 2);
      parts.add(part);
      at = part.end() + delimiter.length;
    }
    int end = at + 2;
    if (end != body.length && !(startsWith(end, "\r\n") && end + 2 == body.length)) {
      throw malformed("nothing may follow the form's last boundary", end);
    }
    return parts;
  }

  private FormPart part(int start) throws MalformedException {
    int endOfHead = indexOf(END_OF_HEAD, start, Math.min(body.length, start + LONGEST_HEAD));
    if (endOfHead < 0 || indexOf(delimiter, start - 2, endOfHead) >= 0) {
      throw malformed("a part's headers must end with an empty line, lines with CRLF", start);
    }
    int content = endOfHead + END_OF_HEAD.length;
    int end = indexOf(delimiter, content, body.length);
    if (end < 0) {
      throw malformed("the form does not end with its last boundary", body.length);
    }
    return PartHeaders.read(body, start, endOfHead).part(content, end);
  }

  private boolean startsWith(int at, String marks) {
    return at + 2 <= body.length && body[at] == marks.charAt(0) && body[at + 1] == marks.charAt(1);
  }

  private int indexOf(byte[] wanted, int from, int to) {
    int last = to - wanted.length;
    for (int i = from; i <= last; i++) {
      if (body[i] == wanted[0]
          && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static MalformedException malformed(String problem, int offset) {
    return new MalformedException(problem + ", at byte " + offset);
  }
}
