package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.sso.AddressRange;
import com.keeptrusts.gateway.exchange.sso.TrustedProxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sso.trusted_proxy}; the headers are by default those of oauth2-proxy. */
final class TrustedProxyReader {
  /** What other parts of a request mean already. */
  private static final Set<String> TAKEN =
      Set.of("authorization", "cookie", "api-key", "x-api-key", "x-consumer-group", "x-request-id");

  private TrustedProxyReader() {}

  static TrustedProxy read(Section proxy) {
    Set<String> names = new HashSet<>();
    return new TrustedProxy(
        ranges(proxy),
        header(proxy, "user_header", names).orElse("X-Forwarded-User"),
        header(proxy, "groups_header", names).orElse("X-Forwarded-Groups"),
        header(proxy, "roles_header", names));
  }

  private static List<AddressRange> ranges(Section proxy) {
    Optional<Field> field = proxy.require("cidrs");
    if (field.isEmpty()) {
      return List.of();
    }
    List<Field> items =
        field.get().value() instanceof YamlValue.Scalar
            ? List.of(field.get())
            : field.get().items();
    if (items.isEmpty() && field.get().value() instanceof YamlValue.Sequence) {
      field.get().error("is empty, expected at least one");
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (Field item : items) {
      Optional<String> text = item.filled();
      Optional<AddressRange> range = text.isEmpty() ? Optional.empty() : range(item, text.get());
      if (range.isPresent()) {
        ranges.add(range.get());
      }
    }
    return ranges;
  }

  private static Optional<AddressRange> range(Field item, String text) {
    Optional<AddressRange> range = AddressRange.parse(text);
    if (range.isEmpty()) {
      item.error(item.read() + ", expected addresses as in 10.0.0.0/8, 192.0.2.7 or fd00::/8");
    } else if (range.get().isLoose()) {
      item.error(item.read() + ", which has bits behind the prefix: write the first address");
    } else if (range.get().prefix() == 0) {
      item.warn("trusts every address, so that anybody can be anyone: name the proxy's own");
    }
    return range;
  }

  private static Optional<String> header(Section proxy, String key, Set<String> names) {
    Optional<Field> field = proxy.find(key);
    Optional<String> name = field.isEmpty() ? Optional.empty() : field.get().text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> problem = HeaderRules.nameProblem(name.get());
    String lower = name.get().toLowerCase(Locale.ROOT);
    if (problem.isEmpty() && TAKEN.contains(lower)) {
      problem = Optional.of("this header has another meaning already: name another one");
    } else if (problem.isEmpty() && !names.add(lower)) {
      problem = Optional.of("this header is named twice");
    }
    if (problem.isPresent()) {
      field.get().error(field.get().read() + ", " + problem.get());
    }
    return name;
  }
}
