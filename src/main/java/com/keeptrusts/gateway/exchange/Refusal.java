package com.keeptrusts.gateway.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gateway's own "no", ready to be written as an error.
 *
 * @param code why
 * @param message for the developer at the other end; what was wrong and how to mend it
 * @param type OpenAI's type; the code's own unless a limit says which dimension it was
 * @param facts further members of the error, in order: strings, numbers and lists of strings
 * @param headers set on the answer
 */
public record Refusal(
    ErrorCode code,
    String message,
    String type,
    Map<String, Object> facts,
    Map<String, String> headers) {
  public Refusal {
    facts = new LinkedHashMap<>(facts);
    headers = new LinkedHashMap<>(headers);
  }

  /** A refusal without facts or headers. */
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, message, code.type(), Map.of(), Map.of());
  }

  /** The gateway itself failed, and only its log may say how. */
  public static Refusal ofFault(String requestId) {
    return of(
        ErrorCode.INTERNAL_ERROR,
        "The gateway failed; its log has the reason under request id " + requestId);
  }

  /** This refusal with one more member of the error. */
  public Refusal with(String fact, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(facts);
    more.put(fact, value instanceof List<?> list ? List.copyOf(new ArrayList<>(list)) : value);
    return new Refusal(code, message, type, more, headers);
  }

  /** This refusal with one more header. */
  public Refusal withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refusal(code, message, type, facts, more);
  }

  /** This refusal with another type. */
  public Refusal withType(String other) {
    return new Refusal(code, message, other, facts, headers);
  }
}
