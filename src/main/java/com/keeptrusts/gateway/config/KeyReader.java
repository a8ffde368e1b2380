package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.KeySettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of all groups; no message ever shows one. */
final class KeyReader {
  /** The key id of a group that has but one. */
  static final String ONLY = "default";

  private static final int SHORTEST = 16;
  private static final int LONGEST = 512;

  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<String, String> pathsByHash = new HashMap<>();

  KeyReader(Secrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The keys of a group, written in one of the three ways; none where it has sso instead. */
  List<KeySettings> read(Section group) {
    int ways = 0;
    for (String way : List.of("api_key", "api_key_ref", "api_keys")) {
      ways += group.has(way) ? 1 : 0;
    }
    if (ways == 0 && group.has("sso")) {
      return List.of();
    }
    if (ways != 1) {
      group.error("expected one of api_key, api_key_ref and api_keys");
      return List.of();
    }
    if (group.has("api_keys")) {
      return list(group);
    }
    Optional<Hashed> key = hashed(group, "api_key", "api_key_ref");
    return key.isEmpty() ? List.of() : List.of(key.get().named(ONLY, Optional.empty(), true));
  }

  private List<KeySettings> list(Section group) {
    Optional<Field> list = group.find("api_keys");
    if (list.isEmpty()) {
      return List.of();
    }
    List<Field> items = list.get().items();
    if (items.isEmpty() && list.get().value() instanceof YamlValue.Sequence) {
      list.get().error("expected at least one key");
    }
    List<KeySettings> keys = new ArrayList<>();
    Names ids = new Names();
    for (Field item : items) {
      Optional<Section> section = item.section(ConfigKeys.KEY);
      if (section.isPresent()) {
        Optional<KeySettings> key = key(section.get(), ids);
        if (key.isPresent()) {
          keys.add(key.get());
        }
      }
    }
    return keys;
  }

  private Optional<KeySettings> key(Section section, Names ids) {
    Optional<String> id = ids.read(section, "id");
    Optional<Instant> expiresAt = ExpiryText.read(section, "expires_at", clock);
    boolean enabled = section.flag("enabled", /* unset= */ true);
    int ways = 0;
    for (String way : List.of("key", "key_ref", "key_sha256")) {
      ways += section.has(way) ? 1 : 0;
    }
    if (ways != 1) {
      section.error("expected one of key, key_ref and key_sha256");
      return Optional.empty();
    }
    Optional<Hashed> hashed =
        section.has("key_sha256") ? digest(section) : hashed(section, "key", "key_ref");
    return hashed.isEmpty()
        ? Optional.empty()
        : Optional.of(hashed.get().named(id.orElse(""), expiresAt, enabled));
  }

  private Optional<Hashed> hashed(Section section, String inline, String ref) {
    Optional<Field> written = section.find(inline);
    if (written.isPresent()) {
      return inline(written.get());
    }
    Optional<Field> referred = section.find(ref);
    return referred.isEmpty() ? Optional.empty() : referred(referred.get());
  }

  private Optional<Hashed> inline(Field field) {
    Optional<String> key = field.filled();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (key.get().length() < SHORTEST) {
      field.warn(
          "the key is shorter than " + SHORTEST + " characters: `kt keys generate` makes one");
    }
    return accepted(key.get(), field, Optional.empty());
  }

  private Optional<Hashed> referred(Field field) {
    Optional<SecretRef> ref = secrets.read(field);
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> key = secrets.readOnce(ref.get());
    if (key.isEmpty()) {
      field.error(secrets.whyAbsent(ref.get()) + ", so nobody could use this group");
      return Optional.empty();
    }
    return accepted(key.get(), field, ref);
  }

  private Optional<Hashed> accepted(String key, Field field, Optional<SecretRef> ref) {
    if (!isSendable(key)) {
      field.error("expected up to " + LONGEST + " letters, digits and marks without spaces");
      return Optional.empty();
    }
    return unique(KeyHash.of(key), field, ref);
  }

  private Optional<Hashed> digest(Section section) {
    Optional<Field> field = section.find("key_sha256");
    Optional<String> text = field.isEmpty() ? Optional.empty() : field.get().text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!isDigest(text.get())) {
      field.get().error("expected 64 hexadecimal digits, as `kt keys hash` prints them");
      return Optional.empty();
    }
    return unique(text.get().toLowerCase(Locale.ROOT), field.get(), Optional.empty());
  }

  private Optional<Hashed> unique(String sha256, Field field, Optional<SecretRef> ref) {
    String first = pathsByHash.putIfAbsent(sha256, field.path());
    if (first != null) {
      field.error("duplicate API key, the same as " + first + ": every key belongs to one group");
    }
    return Optional.of(new Hashed(sha256, ref));
  }

  /** Visible ASCII: what every client can put into a header. */
  private static boolean isSendable(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
        return false;
      }
    }
    return key.length() <= LONGEST;
  }

  private static boolean isDigest(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return text.length() == 64;
  }

  private record Hashed(String sha256, Optional<SecretRef> ref) {
    KeySettings named(String id, Optional<Instant> expiresAt, boolean enabled) {
      return new KeySettings(id, sha256, ref, expiresAt, enabled);
    }
  }
}
