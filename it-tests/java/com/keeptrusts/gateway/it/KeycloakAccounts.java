package com.keeptrusts.gateway.it;

import com.keeptrusts.gateway.it.server.Keycloak;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What people, services and the administrator ask of Keycloak: tokens, and other keys. */
final class KeycloakAccounts {
  private static final String TOKENS = "/protocol/openid-connect/token";
  private static final String KEY =
      """
      {"name": "%s", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
       "config": {"priority": ["%d"], "enabled": ["true"], "active": ["true"],
                  "keySize": ["2048"], "algorithm": ["RS256"]}}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Keycloak keycloak;

  KeycloakAccounts(Keycloak keycloak) {
    this.keycloak = keycloak;
  }

  /** What somebody gets for their password: access, refresh and ID token. */
  JsonObject tokens(String client, String user) throws IOException, InterruptedException {
    return grant(
        keycloak.issuer(),
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "username", user,
            "password", "secret",
            "scope", "openid"));
  }

  /** Somebody's access token. */
  String token(String client, String user) throws IOException, InterruptedException {
    return tokens(client, user).getString("access_token");
  }

  /** A service's access token, whose secret is its name and {@code -secret}. */
  String serviceToken(String client) throws IOException, InterruptedException {
    return grant(
            keycloak.issuer(),
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                client + "-secret"))
        .getString("access_token");
  }

  /** Keycloak's own administrator's token, which is of the realm {@code master}. */
  String masterToken() throws IOException, InterruptedException {
    return grant(
            keycloak.url() + "/realms/master",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "admin",
                "password", "admin"))
        .getString("access_token");
  }

  private JsonObject grant(String realm, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realm + TOKENS))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return object(send(request, 200));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Adds a key that signs from now on, as an administrator begins a rotation; its address. */
  URI addKey(String name, int priority) throws IOException, InterruptedException {
    HttpRequest request =
        authorized(URI.create(keycloak.url() + "/admin/realms/acme/components"))
            .POST(BodyPublishers.ofString(KEY.formatted(name, priority)))
            .build();
    return URI.create(send(request, 201).headers().firstValue("Location").orElseThrow());
  }

  /** Takes a key away, as an administrator ends a rotation. */
  void remove(URI key) throws IOException, InterruptedException {
    send(authorized(key).DELETE().build(), 204);
  }

  private HttpRequest.Builder authorized(URI address) throws IOException, InterruptedException {
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + masterToken())
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest request, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private static JsonObject object(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
