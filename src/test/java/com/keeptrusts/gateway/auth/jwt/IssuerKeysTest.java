package com.keeptrusts.gateway.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.auth.LoginServer;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When keys are fetched, and how long they count; time is the test's. */
class IssuerKeysTest {
  private static final RSAKey ONE = LoginServer.rsa("one");
  private static final RSAKey TWO = LoginServer.rsa("two");

  private final List<Runnable> tasks = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 5;
  private String answer = new JWKSet(ONE).toString();
  private final IssuerKeys keys =
      new IssuerKeys("https://acme", this::fetch, tasks::add, () -> nanos);

  private KeySet fetch() throws IOException {
    if (answer.isEmpty()) {
      throw new IOException("it is away");
    }
    return KeySet.parse(answer);
  }

  private int runTasks() {
    List<Runnable> due = List.copyOf(tasks);
    tasks.clear();
    due.forEach(Runnable::run);
    return due.size();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void first_askedByMany_isFetchedOnce() {
    assertThat(keys.first()).isEqualTo(keys.first()).isPresent();
    assertThat(runTasks()).isEqualTo(1);
    assertThat(keys.current()).isPresent();
  }

  @Test
  void keys_thatAreTheSame_stayTheSameObject() {
    keys.refreshIfDue();
    runTasks();
    KeySet before = keys.current().orElseThrow();
    pass(IssuerKeys.FRESH);
    keys.refreshIfDue();
    assertThat(runTasks()).isEqualTo(1);
    assertThat(keys.current().orElseThrow()).isSameAs(before);
    answer = new JWKSet(List.of(ONE, TWO)).toString();
    pass(IssuerKeys.FRESH);
    keys.refreshIfDue();
    runTasks();
    assertThat(keys.current().orElseThrow().keys()).hasSize(2);
  }

  @Test
  void refresh_ofFreshKeys_isNotDue() {
    keys.refreshIfDue();
    runTasks();
    pass(IssuerKeys.FRESH.minusSeconds(1));
    keys.refreshIfDue();
    assertThat(runTasks()).isZero();
  }

  @Test
  void unknownKey_isAskedForOnceInAWhile() {
    keys.refreshIfDue();
    runTasks();
    assertThat(keys.forUnknownKey()).isPresent();
    assertThat(keys.forUnknownKey()).as("joins the one under way").isPresent();
    assertThat(runTasks()).isEqualTo(1);
    assertThat(keys.forUnknownKey()).isEmpty();
    pass(IssuerKeys.UNKNOWN_KEY_PAUSE);
    assertThat(keys.forUnknownKey()).isPresent();
    assertThat(runTasks()).isEqualTo(1);
  }

  @Test
  void provider_thatIsAway_isAskedEverMoreRarely() {
    answer = "";
    int asked = 0;
    for (int second = 0; second < 600; second++) {
      keys.refreshIfDue();
      asked += runTasks();
      pass(Duration.ofSeconds(1));
    }
    assertThat(asked).isBetween(12, 18);
    assertThat(keys.problem()).contains("it is away");
    assertThat(keys.first()).isEmpty();
    assertThat(keys.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  @Test
  void keys_ofAProviderThatIsAway_countForADay() {
    keys.refreshIfDue();
    runTasks();
    answer = "";
    pass(IssuerKeys.LONGEST.minusSeconds(1));
    keys.refreshIfDue();
    runTasks();
    assertThat(keys.current()).isPresent();
    pass(Duration.ofSeconds(1));
    assertThat(keys.current()).isEmpty();
    answer = new JWKSet(ONE).toString();
    pass(Duration.ofSeconds(60));
    keys.refreshIfDue();
    runTasks();
    assertThat(keys.current()).isPresent();
    assertThat(keys.problem()).isEmpty();
  }

  @Test
  void keySet_withoutAKeyForSignatures_isNone() {
    for (String bad :
        List.of(
            "",
            "[]",
            "{}",
            "{\"keys\":[]}",
            "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
            new JWKSet(ONE).toString().replace("\"kty\"", "\"use\":\"enc\",\"kty\""),
            new JWKSet(ONE).toString().replaceAll("\"n\":\"[^\"]*\"", "\"n\":\"AQAB\""))) {
      answer = bad;
      pass(Duration.ofSeconds(60));
      keys.refreshIfDue();
      runTasks();
      assertThat(keys.current()).as(bad).isEmpty();
    }
  }
}
