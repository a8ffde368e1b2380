package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyText.Notation;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

  /** A request's texts; what stands where in its body is of no account. */
  static BodyTexts body(ModelRequest request) {
    return new BodyTexts(new byte[0], request.texts(), request.tokenArrays());
  }

  private static List<BodyText> texts(String... texts) {
    return Stream.of(texts).map(text -> new BodyText(text, 0, 0, Notation.PLAIN)).toList();
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
