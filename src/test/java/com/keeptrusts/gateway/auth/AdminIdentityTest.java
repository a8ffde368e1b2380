package com.keeptrusts.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators by who they are, and what events say of people. */
class AdminIdentityTest {
  @TempDir Path folder;
  private final LoginServer login = new LoginServer();
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningGateway gateway;

  private void start(String more) {
    gateway = RunningGateway.start(folder, SsoGroups.with(SsoGroups.jwt(login) + more));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    login.close();
  }

  private int admin(String method, String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @Test
  void operator_byRoleOrGroup_opensWhatTheRuleSays() throws Exception {
    start("  admin: {groups: [ops]}\n  admin_read: {roles: [auditor]}\n");
    String ops = login.token("olga", "ops");
    String auditor = login.token("paul", claims -> claims.put("roles", List.of("auditor")));
    String other = login.token("rita", "mkt");

    assertThat(admin("GET", "/admin/groups", ops)).isEqualTo(200);
    assertThat(admin("POST", "/admin/config/reload", ops)).isEqualTo(200);
    assertThat(admin("GET", "/admin/events", auditor)).isEqualTo(200);
    assertThat(admin("GET", "/admin/config", auditor)).isEqualTo(403);
    assertThat(admin("POST", "/admin/config/reload", auditor)).isEqualTo(403);
    assertThat(admin("GET", "/admin/groups", other)).isEqualTo(403);
    assertThat(admin("GET", "/admin/groups", login.token("olga", c -> c.put("exp", 1))))
        .isEqualTo(401);
    assertThat(admin("GET", "/admin/groups", "nonsense")).isEqualTo(401);
    assertThat(admin("GET", "/admin/groups", OneTeam.KEY)).isEqualTo(401);
    assertThat(admin("GET", "/admin/groups", RunningGateway.ADMIN_KEY)).isEqualTo(200);
  }

  @Test
  void operator_byAMailAddressThatNobodyChecked_isNobody() throws Exception {
    start("  admin: {claims: {email: ['root@acme.com']}}\n");
    Map<Object, Integer> answers = new LinkedHashMap<>();
    answers.put(true, 200);
    answers.put("true", 200);
    answers.put(false, 403);
    answers.put("false", 403);
    answers.put(0, 403);
    for (Map.Entry<Object, Integer> answer : answers.entrySet()) {
      String token =
          login.token(
              "mallory",
              claims -> {
                claims.put("email", "root@acme.com");
                claims.put("email_verified", answer.getKey());
              });
      assertThat(admin("GET", "/admin/groups", token))
          .as("%s", answer.getKey())
          .isEqualTo(answer.getValue());
    }
    assertThat(
            admin("GET", "/admin/groups", login.token("m", c -> c.put("email", "root@acme.com"))))
        .isEqualTo(200);
  }

  @Test
  void operator_withoutARule_needsTheKey() throws Exception {
    start("");
    assertThat(admin("GET", "/admin/groups", login.token("olga", "ops"))).isEqualTo(401);
  }

  @Test
  void pseudonym_isTheSameAfterARestart_andNobodysName() throws Exception {
    start("  principals: pseudonym\n");
    String first = principal("alice");
    String other = principal("bob");
    assertThat(first).matches("p_[0-9a-f]{32}").isNotEqualTo(other);
    assertThat(gateway.admin("GET", "/admin/events?last=9&principal=" + first).body().lines())
        .hasSize(1);
    Path key = folder.resolve("state").resolve("pseudonym.key");
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    gateway.close();

    start("  principals: pseudonym\n");
    assertThat(principal("alice")).isEqualTo(first);
  }

  private String principal(String user) throws Exception {
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, login.token(user, "mkt"), OneTeam.HELLO);
    String event = gateway.eventsOf(answer).get(0);
    assertThat(event).doesNotContain(user);
    return event.replaceAll(".*\"principal\":\"([^\"]*)\".*", "$1");
  }
}
