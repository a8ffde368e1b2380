package com.keeptrusts.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AdminGuessesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void admin_guessedKeys_areSlowedAndTheRightOnePasses() throws Exception {
    try (AdminServer server = new AdminServer()) {
      for (int i = 0; i < 20; i++) {
        assertThat(ask(server, "guess-" + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> answer = ask(server, "guess-20");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).contains("rate_limit_exceeded");
      assertThat(answer.headers().firstValueAsLong("retry-after").orElseThrow()).isBetween(1L, 4L);
      assertThat(ask(server, AdminServer.ADMIN_KEY).statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> ask(AdminServer server, String key) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/admin/groups"))
            .header("Authorization", "Bearer " + key)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
