package com.keeptrusts.gateway.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Clients that ask one after the other, streams in turn with plain answers, till nobody answers.
 */
final class Load {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BODY =
      "{\"model\":\"load-%d\",\"stream\":%b,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger asked = new AtomicInteger();
  private final URI chat;
  private final String key;
  private final List<Future<Set<String>>> clients;

  private Load(String baseUrl, String key, int count) {
    this.chat = URI.create(baseUrl + "/chat/completions");
    this.key = key;
    ExecutorService threads = Executors.newFixedThreadPool(count);
    Callable<Set<String>> client = this::askUntilNobodyAnswers;
    this.clients = Stream.generate(() -> threads.submit(client)).limit(count).toList();
    threads.shutdown();
  }

  /** Starts clients of a group. */
  static Load start(String baseUrl, String key, int clients) {
    return new Load(baseUrl, key, clients);
  }

  /** The ids of the requests whose answers came whole, when every client has given up. */
  Set<String> answeredRequestIds() throws InterruptedException, ExecutionException {
    Set<String> answered = new HashSet<>();
    for (Future<Set<String>> client : clients) {
      answered.addAll(client.get());
    }
    return answered;
  }

  private Set<String> askUntilNobodyAnswers() throws InterruptedException {
    Set<String> answered = new HashSet<>();
    while (true) {
      try {
        HttpResponse<String> answer = http.send(next(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
        }
        answered.add(answer.headers().firstValue("x-request-id").orElseThrow());
      } catch (IOException killed) {
        return answered;
      }
    }
  }

  private HttpRequest next() {
    int number = asked.incrementAndGet();
    return HttpRequest.newBuilder(chat)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + key)
        .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(number, number % 2 == 0)))
        .build();
  }
}
