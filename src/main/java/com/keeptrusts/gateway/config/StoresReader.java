package com.keeptrusts.gateway.config;

import java.util.List;
import java.util.Optional;

/** Reads {@code quota_store}, {@code event_store} and {@code size_limits}. */
final class StoresReader {
  private static final String MEMORY = "memory";
  private static final String EMBEDDED = "embedded";
  private static final int RETENTION_DAYS = 90;
  private static final int LONGEST_RETENTION_DAYS = 36_500;
  private static final long MAX_BODY_BYTES = 32L * 1024 * 1024;
  private static final long LARGEST_BODY_BYTES = 1024L * 1024 * 1024;

  private StoresReader() {}

  static GatewaySettings read(Section root) {
    Optional<Section> quota = root.section("quota_store", ConfigKeys.QUOTA_STORE);
    Optional<Section> events = root.section("event_store", ConfigKeys.EVENT_STORE);
    return new GatewaySettings(
        type(quota, MEMORY, List.of("redis")),
        type(events, EMBEDDED, List.of("postgresql", "jndi")),
        retentionDays(events));
  }

  static long maxBodyBytes(Section root) {
    Optional<Section> sizes = root.section("size_limits", ConfigKeys.SIZE_LIMITS);
    Optional<Field> field = sizes.isEmpty() ? Optional.empty() : sizes.get().find("max_body_bytes");
    return field.isEmpty()
        ? MAX_BODY_BYTES
        : field.get().positive(LARGEST_BODY_BYTES).orElse(MAX_BODY_BYTES);
  }

  private static String type(Optional<Section> store, String built, List<String> planned) {
    Optional<Field> field = store.isEmpty() ? Optional.empty() : store.get().find("type");
    if (field.isEmpty()) {
      return built;
    }
    Optional<String> type = field.get().text();
    if (type.isPresent() && planned.contains(type.get())) {
      field.get().error(field.get().read() + ", which is not built yet: use " + built);
    } else if (type.isPresent() && !type.get().equals(built)) {
      field
          .get()
          .error(
              field.get().read() + ", expected " + built, NearName.of(type.get(), List.of(built)));
    }
    return built;
  }

  private static int retentionDays(Optional<Section> events) {
    Optional<Field> field =
        events.isEmpty() ? Optional.empty() : events.get().find("retention_days");
    return field.isEmpty()
        ? RETENTION_DAYS
        : (int) field.get().positive(LONGEST_RETENTION_DAYS).orElse(RETENTION_DAYS);
  }
}
