package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.keeptrusts.gateway.quickstart.MockBehaviour;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.models.Model;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK for Java, unmodified: only its address and its key are the gateway's. */
class OpenAiJavaSdkIT {
  private static final String GROUPS =
      """
      consumer_groups:
        - {name: engineering, api_key: kt_cg_engineering_abc123}
        - {name: marketing, api_key: kt_cg_marketing_def456, allowed_models: [gpt-4o-mini]}
        - name: one-a-minute
          api_key: kt_cg_one_a_minute
          rate_limits: {requests_per_minute: 1}
        - name: one-a-second
          api_key: kt_cg_one_a_second
          rate_limits: {burst: {requests_per_second: 1, size: 1}}
      """;
  private static final String ANSWER = "Hello from the mock provider.";
  private static final Duration DEPARTURE = Duration.ofSeconds(2);

  @TempDir static Path home;
  private static Deployment deployment;
  private OpenAIClient client = client(Deployment.ENGINEERING, 0);

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.of(home, GROUPS);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @BeforeEach
  void forget() {
    deployment.provider().reset();
  }

  @AfterEach
  void closeClient() {
    client.close();
  }

  @Test
  void chat_plain_isTheProvidersAnswer() {
    ChatCompletion answer = client.chat().completions().create(chat("gpt-4o").build());
    assertThat(answer.choices().get(0).message().content().orElseThrow()).startsWith(ANSWER);
    assertThat(answer.model()).isEqualTo("gpt-4o");
    assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(40);
  }

  @Test
  void chat_stream_isWholeAndTellsNoUsage() throws Exception {
    List<ChatCompletionChunk> chunks = stream(chat("gpt-4o").build());
    assertThat(text(chunks)).startsWith(ANSWER).hasSize(150);
    assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.usage()).isEmpty());
    assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.choices()).isNotEmpty());
    JsonObject usage = deployment.events(1).get(0).getJsonObject("usage");
    assertThat(usage.getString("source")).isEqualTo("provider");
    assertThat(usage.getInt("total_tokens")).isEqualTo(40);
  }

  @Test
  void chat_streamThatAsksForUsage_endsWithIt() {
    ChatCompletionStreamOptions options =
        ChatCompletionStreamOptions.builder().includeUsage(true).build();
    List<ChatCompletionChunk> chunks = stream(chat("gpt-4o").streamOptions(options).build());
    ChatCompletionChunk last = chunks.get(chunks.size() - 1);
    assertThat(last.choices()).isEmpty();
    assertThat(last.usage().orElseThrow().totalTokens()).isEqualTo(40);
    assertThat(text(chunks)).hasSize(150);
  }

  @Test
  void responses_plain_isTheProvidersAnswer() {
    Response answer = client.responses().create(response());
    assertThat(answer.output().get(0).asMessage().content().get(0).asOutputText().text())
        .startsWith(ANSWER);
    assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(40);
  }

  @Test
  void responses_stream_endsWithTheCompletedResponse() {
    try (StreamResponse<ResponseStreamEvent> stream =
        client.responses().createStreaming(response())) {
      List<ResponseStreamEvent> events = stream.stream().toList();
      String text =
          events.stream()
              .filter(ResponseStreamEvent::isOutputTextDelta)
              .map(event -> event.asOutputTextDelta().delta())
              .collect(Collectors.joining());
      assertThat(text).startsWith(ANSWER);
      Response last = events.get(events.size() - 1).asCompleted().response();
      assertThat(last.usage().orElseThrow().totalTokens()).isEqualTo(40);
    }
  }

  @Test
  void embeddings_areTheProviders() {
    CreateEmbeddingResponse answer =
        client
            .embeddings()
            .create(
                EmbeddingCreateParams.builder()
                    .model("text-embedding-3-small")
                    .input("Hello")
                    .build());
    assertThat(answer.data().get(0).embedding()).isNotEmpty();
    assertThat(answer.usage().totalTokens()).isEqualTo(2);
  }

  @Test
  void models_areThoseOfTheGroup() {
    deployment.provider().listModels(List.of("gpt-4o", "gpt-4o-mini"));
    use(Deployment.MARKETING, 0);
    assertThat(client.models().list().autoPager().stream().map(Model::id))
        .containsExactly("gpt-4o-mini");
  }

  @Test
  void unknownKey_isUnauthorizedException() {
    use("kt_cg_nobody", 0);
    assertThat(refusal(UnauthorizedException.class, "gpt-4o").code()).hasValue("invalid_api_key");
    assertThat(deployment.provider().receivedCount()).isZero();
  }

  @Test
  void modelOfOthers_isPermissionDeniedException() {
    use(Deployment.MARKETING, 0);
    PermissionDeniedException refusal = refusal(PermissionDeniedException.class, "gpt-4o");
    assertThat(refusal.code()).hasValue("model_not_allowed");
    assertThat(refusal.type()).hasValue("permission_error");
    assertThat(refusal).hasMessageContaining("does not have access to model 'gpt-4o'");
    assertThat(deployment.provider().receivedCount()).isZero();
  }

  @Test
  void oneRequestTooMany_isRateLimitException() {
    use("kt_cg_one_a_minute", 0);
    client.chat().completions().create(chat("gpt-4o").build());
    RateLimitException refusal = refusal(RateLimitException.class, "gpt-4o");
    assertThat(refusal.code()).hasValue("rate_limit_exceeded");
    assertThat(Long.parseLong(refusal.headers().values("Retry-After").get(0))).isBetween(1L, 61L);
    assertThat(deployment.provider().receivedCount()).isEqualTo(1);
  }

  @Test
  void shortWait_isTakenByTheSdksOwnRetry() throws Exception {
    use("kt_cg_one_a_second", 2);
    client.chat().completions().create(chat("gpt-4o").build());
    client.chat().completions().create(chat("gpt-4o").build());
    assertThat(deployment.provider().receivedCount()).isEqualTo(2);
    assertThat(deployment.events(3))
        .extracting(event -> event.getInt("http_status"))
        .containsExactly(200, 429, 200);
  }

  @Test
  void streamThatIsClosed_endsTheProvidersCallWithinTwoSeconds() throws Exception {
    deployment.provider().behave(MockBehaviour.GOOD.chunks(1000).gapOf(Duration.ofMillis(50)));
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat("gpt-4o").build())) {
      Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
      chunks.next();
      assertThat(chunks.next().choices()).isNotEmpty();
    }
    assertThat(deployment.provider().awaitDeparture(DEPARTURE)).isPresent();
    JsonObject event = deployment.events(1).get(0);
    assertThat(event.getString("ended_by")).isEqualTo("client");
    assertThat(event.getJsonObject("usage").getInt("total_tokens")).isPositive();
  }

  private void use(String key, int retries) {
    client.close();
    client = client(key, retries);
  }

  private static OpenAIClient client(String key, int retries) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(deployment.baseUrl())
        .apiKey(key)
        .maxRetries(retries)
        .build();
  }

  private static ChatCompletionCreateParams.Builder chat(String model) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage("Hello");
  }

  private static ResponseCreateParams response() {
    return ResponseCreateParams.builder().model("gpt-4o").input("Hello").build();
  }

  private List<ChatCompletionChunk> stream(ChatCompletionCreateParams params) {
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      return stream.stream().toList();
    }
  }

  private static String text(List<ChatCompletionChunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.choices().stream())
        .flatMap(choice -> choice.delta().content().stream())
        .collect(Collectors.joining());
  }

  private <T extends OpenAIServiceException> T refusal(Class<T> type, String model) {
    return catchThrowableOfType(
        type, () -> client.chat().completions().create(chat(model).build()));
  }
}
