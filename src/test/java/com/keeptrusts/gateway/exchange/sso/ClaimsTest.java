package com.keeptrusts.gateway.exchange.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final Claims CLAIMS =
      new Claims(
          Map.of(
              "https://acme.com/groups", List.of("a", "b"),
              "department", "Marketing",
              "level", 7L,
              "realm_access", Map.of("roles", List.of("admin")),
              "resource_access", Map.of("my.client", Map.of("roles", List.of("x"))),
              "mixed", List.of("y", Map.of(), List.of("z"), 3L, true)));

  @Test
  void texts_wholeName_goesBeforeAPath() {
    assertThat(CLAIMS.texts("https://acme.com/groups")).containsExactly("a", "b");
    assertThat(CLAIMS.texts("department")).containsExactly("Marketing");
    assertThat(CLAIMS.texts("level")).containsExactly("7");
  }

  @Test
  void texts_path_findsWhatIsInside() {
    assertThat(CLAIMS.texts("realm_access.roles")).containsExactly("admin");
    assertThat(CLAIMS.texts("resource_access.my.client.roles")).containsExactly("x");
    assertThat(CLAIMS.has("resource_access.my.client")).isTrue();
  }

  @Test
  void texts_whatIsNoText_isLeftOut() {
    assertThat(CLAIMS.texts("mixed")).containsExactly("y", "3", "true");
    assertThat(CLAIMS.texts("realm_access")).isEmpty();
    assertThat(CLAIMS.texts("realm_access.roles.more")).isEmpty();
    assertThat(CLAIMS.texts("absent")).isEmpty();
    assertThat(CLAIMS.has(".")).isFalse();
    assertThat(CLAIMS.has("realm_access.")).isFalse();
  }
}
