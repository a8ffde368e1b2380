package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
  @ParameterizedTest
  @CsvSource({
    "request_per_minute, requests_per_minute",
    "token_per_day, tokens_per_day",
    "tokens_per_dya, tokens_per_day",
    "apikey, api_key",
    "api-key, api_key",
    "allowed-models, allowed_models"
  })
  void of_slip_findsWhatWasMeant(String written, String meant) {
    List<String> names =
        List.of("tokens_per_day", "requests_per_minute", "api_key", "allowed_models");
    assertThat(NearName.of(written, names)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"budget", "x", "''"})
  void of_anotherWord_suggestsNothing(String written) {
    assertThat(NearName.of(written, List.of("burst_size", "name", "enabled"))).isEmpty();
  }

  @Property
  void distance_anyTwo_isSymmetricAndZeroOnlyForEquals(
      @ForAll @Chars({'a', 'b', 'c'}) @StringLength(max = 6) String left,
      @ForAll @Chars({'a', 'b', 'c'}) @StringLength(max = 6) String right) {
    int distance = NearName.distance(left, right);
    assertThat(distance).isEqualTo(NearName.distance(right, left));
    assertThat(distance == 0).isEqualTo(left.equals(right));
    assertThat(distance)
        .isBetween(
            Math.abs(left.length() - right.length()), Math.max(left.length(), right.length()));
  }
}
