package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyText.Notation;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Settings and requests for tests. */
final class Policies {
  private Policies() {}

  static PolicySettings cards(String name, Action action) {
    return of(name, "pii_detector", action, Map.of("entities", List.of("credit_card", "ssn")));
  }

  static PolicySettings hate(String name, Action action) {
    return of(name, "content_filter", action, Map.of("categories", List.of("hate")));
  }

  static PolicySettings of(String name, String type, Action action, Map<String, Object> config) {
    return new PolicySettings(name, type, action, Scope.INPUT, config);
  }

  static ModelRequest request(String... texts) {
    return request(/* tokenArrays= */ false, texts);
  }

  static ModelRequest request(boolean tokenArrays, String... texts) {
    return new ModelRequest(
        new ModelName("gpt-4o"),
        false,
        null,
        1,
        OptionalLong.empty(),
        1,
        Optional.empty(),
        texts(texts),
        tokenArrays);
  }

  /** Leads nowhere. */
  static final Outlet CLOSED =
      (target, path, json, timeout) ->
          CompletableFuture.failedFuture(new IOException("no way to '" + target + "'"));

  /** A request's texts, one after the other as they are. */
  static BodyTexts body(ModelRequest request) {
    StringBuilder all = new StringBuilder();
    request.texts().forEach(text -> all.append(text.text()));
    return new BodyTexts(
        all.toString().getBytes(StandardCharsets.UTF_8), request.texts(), request.tokenArrays());
  }

  private static List<BodyText> texts(String... texts) {
    List<BodyText> placed = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      int end = start + text.getBytes(StandardCharsets.UTF_8).length;
      placed.add(new BodyText(text, start, end, Notation.PLAIN));
      start = end;
    }
    return placed;
  }

  /** A detector that looks at whole texts only. */
  static Detector finding(BiConsumer<NormalText, MatchListener> search) {
    return new Detector() {
      @Override
      public void find(NormalText text, MatchListener listener) {
        search.accept(text, listener);
      }

      @Override
      public int unfinished(NormalText text) {
        return 0;
      }

      @Override
      public int longest() {
        return Integer.MAX_VALUE;
      }
    };
  }

  /** A type whose detector is given. */
  static PolicyType type(String name, Detector detector) {
    return new PolicyType() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Supplier<Detector> read(PolicyConfig config) {
        return () -> detector;
      }
    };
  }
}
