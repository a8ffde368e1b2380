package com.keeptrusts.gateway.quickstart;

import java.util.Optional;

/**
 * Which keys the mock provider lets in.
 *
 * @param header where the key is, as in {@code Authorization} or {@code api-key}
 * @param prefix what stands before it, as in {@code Bearer}; empty for none
 * @param key the only key that is let in; empty: any that is not empty
 */
public record AcceptedKey(String header, String prefix, Optional<String> key) {
  /** Any bearer token. */
  public static final AcceptedKey ANY_BEARER =
      new AcceptedKey("Authorization", "Bearer", Optional.empty());

  /** Empty when the request has the key, else the refusal. */
  Optional<Reply.Whole> refusal(ReceivedRequest request) {
    String value = request.header(header).orElse("");
    String start = prefix.isEmpty() ? "" : prefix + " ";
    if (!value.regionMatches(true, 0, start, 0, start.length())
        || value.length() == start.length()) {
      return Optional.of(ProviderError.noKey());
    }
    String found = value.substring(start.length());
    return key.isEmpty() || key.get().equals(found)
        ? Optional.empty()
        : Optional.of(ProviderError.wrongKey());
  }
}
