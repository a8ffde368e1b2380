package com.keeptrusts.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.quickstart.HttpHeader;
import com.keeptrusts.gateway.quickstart.ReceivedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reverse proxy that says in headers who somebody is. */
class ProxyHeadersTest {
  private static final String HERE = "cidrs: [10.0.0.0/8, 127.0.0.0/8]";
  private static final String ELSEWHERE = "cidrs: [10.0.0.0/8, 'fd00::/8', 127.0.0.2]";

  @TempDir Path folder;
  private RunningGateway gateway;

  private void start(String proxy) {
    gateway = RunningGateway.start(folder, SsoGroups.with("  trusted_proxy: {" + proxy + "}\n"));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private RawConnection.Answer ask(String... headers) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      String text = RawConnection.post(OneTeam.CHAT, "x", OneTeam.HELLO, headers);
      return connection.send(text.replace("Authorization: Bearer x\r\n", "")).answer();
    }
  }

  private List<String> sentOn() {
    ReceivedRequest last =
        gateway.provider().received().get(gateway.provider().received().size() - 1);
    return last.headers().stream()
        .map(HttpHeader::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  @Test
  void headers_ofTheProxy_sayWhoItIs() throws Exception {
    start(HERE);
    RawConnection.Answer answer =
        ask("X-Forwarded-User: zo\u00e9", "X-Forwarded-Groups: other, mkt ,x");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("x-consumer-group")).isEqualTo("marketing");
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"key_id\":\"proxy\"", "\"principal\":\"zo\u00e9\"");
    assertThat(sentOn()).noneMatch(name -> name.startsWith("x-forwarded"));
    assertThat(ask("X-Forwarded-User: carol").status()).isEqualTo(200);
  }

  @Test
  void headers_ofAnybodyElse_meanNothing() throws Exception {
    start(ELSEWHERE);
    assertThat(ask("X-Forwarded-User: carol", "X-Forwarded-Groups: mkt").status()).isEqualTo(401);
    assertThat(ask("X-Forwarded-User: carol", "X-Forwarded-For: 10.0.0.1").status()).isEqualTo(401);
    assertThat(gateway.provider().receivedCount()).isZero();
  }

  @Test
  void headers_withOtherNames_neverReachTheProvider() throws Exception {
    start(ELSEWHERE + ", user_header: Remote-User, groups_header: Remote-Groups, roles_header: R");
    RawConnection.Answer answer =
        ask(
            "Authorization: Bearer " + OneTeam.KEY,
            "remote-user: carol",
            "REMOTE-GROUPS: mkt",
            "r: x",
            "X-Auth-Request-Email: a@b.c",
            "X-Mine: 1");
    assertThat(answer.header("x-consumer-group")).isEqualTo("team");
    assertThat(sentOn())
        .contains("x-mine")
        .doesNotContain("remote-user", "remote-groups", "r", "x-auth-request-email");
  }

  @Test
  void headers_thatContradictThemselves_areRefused() throws Exception {
    start(HERE + ", roles_header: X-Roles");
    for (String[] headers :
        List.of(
            new String[] {"X-Forwarded-User: carol", "X-Forwarded-User: carol"},
            new String[] {"X-Forwarded-User: carol", "x-forwarded-user: mallory"},
            new String[] {
              "X-Forwarded-User: z", "X-Forwarded-Groups: x", "X-Forwarded-Groups: mkt"
            },
            new String[] {"X-Forwarded-User: z", "X-Roles: x", "X-Roles: mkt-user"},
            new String[] {"X-Forwarded-User:", "X-Forwarded-Groups: mkt"},
            new String[] {"X-Forwarded-User:   "})) {
      assertThat(ask(headers).status()).as(String.join(" ", headers)).isEqualTo(400);
    }
    assertThat(ask("X-Forwarded-Groups: mkt").status()).isEqualTo(401);
    assertThat(ask("X-Forwarded-User: z", "X-Roles: x,mkt-user").status()).isEqualTo(200);
    assertThat(gateway.provider().receivedCount()).isEqualTo(1);
  }

  @Test
  void key_behindTheProxy_countsBeforeItsHeaders() throws Exception {
    start(HERE);
    assertThat(
            ask("X-Forwarded-User: carol", "Authorization: Bearer " + OneTeam.KEY)
                .header("x-consumer-group"))
        .isEqualTo("team");
    assertThat(ask("X-Forwarded-User: carol", "x-api-key: " + OneTeam.KEY, "api-key: y").status())
        .isEqualTo(401);
  }

  @Test
  void page_ofAnotherSite_cannotUseSomebodysLogin() throws Exception {
    start(HERE);
    assertThat(ask("X-Forwarded-User: carol", "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(400);
    assertThat(ask("X-Forwarded-User: carol", "Sec-Fetch-Site: same-origin").status())
        .isEqualTo(200);
  }

  @Test
  void page_ofAnotherSite_overPlainHttp_isKnownByItsOrigin() throws Exception {
    start(HERE);
    for (String origin : List.of("http://evil.example", "null", "http://evil.example:41002", "")) {
      assertThat(ask("X-Forwarded-User: carol", "Origin: " + origin).status())
          .as(origin)
          .isEqualTo(400);
    }
    assertThat(ask("X-Forwarded-User: carol", "Origin: http://gateway").status()).isEqualTo(200);
    assertThat(
            ask("X-Forwarded-User: z", "Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site")
                .status())
        .isEqualTo(400);
    assertThat(
            ask(
                    "X-Forwarded-User: carol",
                    "Origin: https://gateway.example",
                    "Sec-Fetch-Site: same-origin")
                .status())
        .isEqualTo(200);
  }
}
