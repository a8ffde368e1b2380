package com.keeptrusts.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of the company's identity provider, through the whole chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
  private final LoginServer login = new LoginServer();
  private RunningGateway gateway;

  @BeforeAll
  void start(@TempDir Path folder) {
    gateway = RunningGateway.start(folder, SsoGroups.with(SsoGroups.jwt(login)));
  }

  @AfterAll
  void stop() throws Exception {
    gateway.close();
    login.close();
  }

  private HttpResponse<String> ask(String token, String... headers) throws Exception {
    return gateway.post(OneTeam.CHAT, token, OneTeam.HELLO, headers);
  }

  /** Every header that the provider has seen. */
  private String sentOn() {
    return gateway.provider().received().stream()
        .flatMap(request -> request.headers().stream())
        .map(header -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
        .collect(Collectors.joining("\n"));
  }

  private static String group(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-consumer-group").orElse("none");
  }

  @Test
  void token_ofAGroup_isLetInAndRecorded() throws Exception {
    String token = login.token("alice", "mkt");
    HttpResponse<String> answer = ask(token);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(group(answer)).isEqualTo("marketing");
    assertThat(gateway.eventsOf(answer))
        .singleElement()
        .asString()
        .contains("\"consumer_group\":\"marketing\"", "\"key_id\":\"jwt\"")
        .contains("\"principal\":\"alice\"");
    assertThat(sentOn()).contains("content-type").doesNotContain(token);
    assertThat(gateway.get("/v1/models", token).statusCode()).isEqualTo(200);
  }

  @Test
  void token_byRoleUserOrClaim_findsItsGroup() throws Exception {
    Map<String, LoginServer.Change> members = new LinkedHashMap<>();
    members.put("role", claims -> claims.put("roles", List.of("mkt-user")));
    members.put(
        "realm role", claims -> claims.put("realm_access", Map.of("roles", List.of("mkt-user"))));
    members.put("claim", claims -> claims.put("department", "Marketing"));
    members.put("dotted claim", claims -> claims.put("https://acme/team", List.of("x", "mkt")));
    for (Map.Entry<String, LoginServer.Change> member : members.entrySet()) {
      HttpResponse<String> answer = ask(login.token("bob", member.getValue()));
      assertThat(group(answer)).as(member.getKey()).isEqualTo("marketing");
    }
    assertThat(group(ask(login.token("carol")))).as("user").isEqualTo("marketing");
  }

  @Test
  void token_tooLong_isRefused() throws Exception {
    String huge = login.token("alice", c -> c.put("filler", "x".repeat(13_000)));
    assertThat(ask(huge).statusCode()).isEqualTo(401);
    String large = login.token("alice", c -> c.put("filler", "x".repeat(11_000)));
    assertThat(ask(large).statusCode()).isEqualTo(403);
  }

  @Test
  void token_signedOnACurve_isLetIn() throws Exception {
    ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
    login.list(curve);
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build();
    Map<String, Object> claims = login.claims("alice", c -> c.put("groups", List.of("mkt")));
    assertThat(ask(LoginServer.signed(header, claims, new ECDSASigner(curve))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void identity_inSeveralGroups_isInTheFirstOrTheNamedOne() throws Exception {
    String token = login.token("dave", "eng", "mkt");
    assertThat(group(ask(token))).isEqualTo("marketing");
    assertThat(group(ask(token, "x-consumer-group", "engineering"))).isEqualTo("engineering");
    HttpResponse<String> other = ask(token, "x-consumer-group", "team");
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body())
        .contains("\"no_consumer_group\"", "'dave' is not in consumer group 'team'")
        .contains("[\"marketing\", \"engineering\"]");
    assertThat(sentOn()).contains("content-type").doesNotContain("x-consumer-group");
  }

  @Test
  void identity_inADisabledGroup_isRefusedUnlessThereIsAnother() throws Exception {
    HttpResponse<String> answer = ask(login.token("eve", "off"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("group_disabled");
    assertThat(gateway.eventsOf(answer)).hasSize(1);
    String both = login.token("eve", "off", "eng");
    assertThat(group(ask(both))).isEqualTo("engineering");
    assertThat(ask(both, "x-consumer-group", "off").body()).contains("group_disabled");
  }

  @Test
  void identity_inNoGroup_isToldWhatWasLookedAt() throws Exception {
    HttpResponse<String> answer =
        ask(
            login.token(
                "frank",
                c -> {
                  c.put("roles", List.of("reader"));
                  c.put("_claim_names", Map.of("groups", "src1"));
                }));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("\"code\": \"no_consumer_group\"", "\"principal\": \"frank\"")
        .contains("claim 'groups': absent", "claim 'roles': present")
        .contains("claim 'realm_access.roles': absent", "\"roles\": [\"reader\"]")
        .contains("left the groups out");
    assertThat(gateway.eventsOf(answer)).isEmpty();
  }

  @Test
  void key_besideSingleSignOn_worksAsBefore() throws Exception {
    HttpResponse<String> answer = ask(OneTeam.KEY, "x-consumer-group", "marketing");
    assertThat(group(answer)).isEqualTo("team");
    assertThat(gateway.eventsOf(answer)).singleElement().asString().contains("\"principal\":null");
    HttpResponse<String> unknown = ask("kt_cg_nobody");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).contains("invalid_api_key");
  }
}
