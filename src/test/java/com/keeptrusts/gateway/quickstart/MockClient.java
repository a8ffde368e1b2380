package com.keeptrusts.gateway.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of the mock provider, with a key. */
final class MockClient {
  static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
  static final String CHAT = "/chat/completions";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String baseUrl;

  MockClient(MockProvider provider) {
    this.baseUrl = provider.baseUrl().toString();
  }

  HttpResponse<byte[]> post(String path, String body, String... headers) throws Exception {
    return http.send(request(path, body, headers), BodyHandlers.ofByteArray());
  }

  Map<String, Object> postForObject(String path, String body, String... headers) throws Exception {
    return Json.parse(post(path, body, headers).body());
  }

  HttpResponse<InputStream> open(String path, String body, String... headers) throws Exception {
    return http.send(request(path, body, headers), BodyHandlers.ofInputStream());
  }

  HttpResponse<byte[]> get(String path) throws Exception {
    return http.send(builder(path).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> method(String method, String path) throws Exception {
    return http.send(
        builder(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofByteArray());
  }

  /** The data of each event of a stream, read to its end. */
  List<String> events(String path, String body, String... headers) throws Exception {
    return data(post(path, body, headers).body());
  }

  HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer sk-mock");
  }

  static String chat(String model, String more) {
    return "{\"model\":\"" + model + "\"," + HELLO + more + "}";
  }

  static List<String> data(byte[] stream) {
    List<String> data = new ArrayList<>();
    for (String line : new String(stream, StandardCharsets.UTF_8).split("\r?\n")) {
      if (line.startsWith("data: ")) {
        data.add(line.substring(6));
      }
    }
    return data;
  }

  /** A value inside of parsed JSON: names and indexes between slashes. */
  static Object at(Object json, String path) {
    Object value = json;
    for (String step : path.split("/")) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) value).get(step);
    }
    return value instanceof BigDecimal number ? (Object) number.intValue() : value;
  }

  static Object at(String json, String path) throws IOException {
    return at(Json.parse(json.getBytes(StandardCharsets.UTF_8)), path);
  }

  private HttpRequest request(String path, String body, String... headers) {
    HttpRequest.Builder builder =
        builder(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return headers.length == 0 ? builder.build() : builder.headers(headers).build();
  }
}
