package com.keeptrusts.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.Problem;
import com.keeptrusts.gateway.config.Problem.Severity;
import com.keeptrusts.gateway.config.ReloadResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminServletTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static AdminServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new AdminServer();
    server.archive().add(SampleEvents.passed("evt_1", "engineering", "gpt-4o", 142));
    server.archive().add(SampleEvents.blocked("evt_2", "marketing", "gpt-4o"));
    server.archive().add(SampleEvents.passed("evt_3", "marketing", "gpt-4o-mini", 60));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void events_last_givesStoredLinesAndTheNextCursor() throws Exception {
    HttpResponse<String> answer = get("/admin/events?last=2");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-ndjson");
    assertThat(answer.headers().firstValue("x-next-cursor")).hasValue("3");
    assertThat(answer.body())
        .isEqualTo(
            SampleEvents.blocked("evt_2", "marketing", "gpt-4o")
                + "\n"
                + SampleEvents.passed("evt_3", "marketing", "gpt-4o-mini", 60)
                + "\n");
  }

  @Test
  void events_afterCursor_goesOnFromThere() throws Exception {
    HttpResponse<String> answer = get("/admin/events?after=1&limit=1");
    assertThat(answer.body())
        .isEqualTo(SampleEvents.blocked("evt_2", "marketing", "gpt-4o") + "\n");
    assertThat(answer.headers().firstValue("x-next-cursor")).hasValue("2");
  }

  @Test
  void events_allFilters_reachTheArchive() throws Exception {
    get(
        "/admin/events?last=5&since=2026-04-23&until=2026-04-23T11:00:00%2B02:00"
            + "&consumer_group=marketing&policy=pii&result=blocked&principal=alice");
    assertThat(server.archive().lastFilter().toString())
        .isEqualTo(
            "EventFilter[since=Optional[2026-04-23T00:00:00Z],"
                + " until=Optional[2026-04-23T09:00:00Z], consumerGroup=Optional[marketing],"
                + " policy=Optional[pii], result=Optional[blocked],"
                + " principal=Optional[alice]]");
  }

  @Test
  void events_archiveUnavailable_is503() throws Exception {
    server.archive().available(false);
    try {
      HttpResponse<String> answer = get("/admin/events?all=true");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"code\": \"state_unavailable\"");
    } finally {
      server.archive().available(true);
    }
  }

  @Test
  void events_export_streamsAllAndEndsNow() throws Exception {
    HttpResponse<String> answer = get("/admin/events?all=true&consumer_group=marketing");
    assertThat(answer.headers().firstValue("x-total-count")).hasValue("2");
    assertThat(answer.body().lines()).hasSize(2);
    assertThat(server.archive().lastFilter().until()).hasValue(AdminServer.NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          last=0                                  | 'last' is '0'; it is a number from 1 to 10000
          last=many                               | 'last' is 'many'; it is a number from 1 to 10000
          last=5&after=3                          | 'last' and 'after' exclude each other
          last=5&limit=3                          | 'last' and 'limit' exclude each other
          all=true&after=3                        | 'all' and 'after' exclude each other
          all=yes                                 | 'all' is 'yes'; it is true or false
          lats=5                                  | Unknown parameter 'lats'; known are last,
          last=5&last=6                           | 'last' needs exactly one value
          policy=                                 | 'policy' needs exactly one value
          result=denied                           | 'result' is 'denied'; it is one of [pass, flagged,
          since=yesterday                         | 'since' is 'yesterday'; it is a time as in
          since=2026-04-23&until=2026-04-22       | 'until' is 2026-04-22T00:00:00Z, which is before
          """)
  void events_badParameter_saysWhatIsWrong(String query, String words) throws Exception {
    HttpResponse<String> answer = get("/admin/events?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\": \"invalid_request\"").contains(words);
  }

  @Test
  void usage_givesAnArrayOfSums() throws Exception {
    HttpResponse<String> answer = get("/admin/usage?since=2026-04-01&consumer_group=research");
    assertThat(answer.body())
        .isEqualTo(
            """
            [{"blocked":1,"completion_tokens":200,"consumer_group":"research","day":"2026-04-01",\
            "errors":2,"model":"gpt-4o","prompt_tokens":100,"requests":15,"total_tokens":300}]
            """);
  }

  @Test
  void usage_noSpan_isTheLastThirtyDays() throws Exception {
    assertThat(get("/admin/usage").body()).contains("\"day\":\"2026-03-24\"");
  }

  @Test
  void groups_unlimitedDimension_isAbsent() throws Exception {
    assertThat(get("/admin/groups").body())
        .isEqualTo(
            """
            [{"concurrent":2,"enabled":true,\
            "limits":{"requests_per_minute":30,"tokens_per_minute":50000},"name":"marketing",\
            "remaining":{"requests_per_minute":20,"tokens_per_minute":49000},\
            "used":{"requests_per_minute":10,"tokens_per_minute":1000}}]
            """);
  }

  @Test
  void config_isYaml() throws Exception {
    HttpResponse<String> answer = get("/admin/config");
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/yaml");
    assertThat(answer.body()).isEqualTo("version: '1'\nname: caf\u00e9\n");
  }

  @Test
  void reload_valid_saysWhatChanged() throws Exception {
    server.nextReload(
        new ReloadResult.Reloaded(
            "v2",
            List.of("legal"),
            List.of("marketing"),
            List.of(),
            List.of(problem(Severity.WARNING, "policies[0]", "never matches"))));
    HttpResponse<String> answer = send("POST", "/admin/config/reload", AdminServer.ADMIN_KEY);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"config_version":"v2","added":["legal"],"changed":["marketing"],"removed":[],\
            "warnings":[{"file":"c.yaml","line":3,"column":5,"path":"policies[0]",\
            "message":"never matches, did you mean 'x'?","severity":"warning"}]}
            """);
  }

  @Test
  void reload_invalid_givesEveryProblem() throws Exception {
    server.nextReload(
        new ReloadResult.Rejected(List.of(problem(Severity.ERROR, "consumer_groups[0]", "bad"))));
    HttpResponse<String> answer = send("POST", "/admin/config/reload", AdminServer.ADMIN_KEY);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"error":{"code":"invalid_config",\
            "message":"the configuration has errors; the running one stays",\
            "problems":[{"file":"c.yaml","line":3,"column":5,"path":"consumer_groups[0]",\
            "message":"bad, did you mean 'x'?","severity":"error"}],"type":"invalid_request_error"}}
            """);
  }

  @Test
  void wrongMethod_says405AndWhatIsAllowed() throws Exception {
    HttpResponse<String> answer = send("GET", "/admin/config/reload", AdminServer.ADMIN_KEY);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    assertThat(send("DELETE", "/admin/events", AdminServer.ADMIN_KEY).statusCode()).isEqualTo(405);
  }

  @Test
  void unknownPath_is404AndListsWhatThereIs() throws Exception {
    HttpResponse<String> answer = get("/admin/event");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("No such admin path '/admin/event'")
        .contains("/admin/usage");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /admin/events,        200",
    "GET,  /admin/usage,         200",
    "GET,  /admin/groups,        200",
    "GET,  /admin/config,        403",
    "POST, /admin/config/reload, 403",
    "GET,  /admin/events/,       403",
    "GET,  /admin/events;x/../config, 403",
  })
  void readKey_opensOnlyWhatReads(String method, String path, int status) throws Exception {
    HttpResponse<String> answer = send(method, path, AdminServer.READ_KEY);
    if (path.contains(";")) {
      assertThat(answer.statusCode()).isBetween(400, 499);
    } else {
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void wrongKey_is401() throws Exception {
    HttpResponse<String> answer = send("GET", "/admin/events", "kt_admin_");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.body()).contains("\"code\": \"invalid_api_key\"");
  }

  @Test
  void apiKeyHeader_opensToo_butNotBesideAnotherKey() throws Exception {
    HttpRequest.Builder request =
        request("/admin/events").header("x-api-key", AdminServer.ADMIN_KEY);
    assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    request.header("Authorization", "Bearer " + AdminServer.READ_KEY);
    assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void noKeyConfigured_is404ThatSaysWhatToSet() throws Exception {
    AdminKeys none = new AdminKeys(Optional.of(" "), Optional.empty());
    try (AdminServer closed = new AdminServer(none, 0)) {
      HttpRequest request =
          HttpRequest.newBuilder(closed.url().resolve("/gateway/admin/x")).build();
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("set KT_ADMIN_KEY");
    }
  }

  private static Problem problem(Severity severity, String path, String message) {
    return new Problem(severity, "c.yaml", 3, 5, path, message, Optional.of("x"));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, AdminServer.ADMIN_KEY);
  }

  private static HttpResponse<String> send(String method, String path, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Authorization", "Bearer " + key)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }
}
