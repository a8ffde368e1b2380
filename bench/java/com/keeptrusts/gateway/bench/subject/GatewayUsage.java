package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** What a gateway's own books say. */
public final class GatewayUsage {
  private static final Pattern REQUESTS = Pattern.compile("\"requests\"\\s*:\\s*(\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  public GatewayUsage(InetSocketAddress gateway) {
    this.request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.getPort() + "/admin/usage"))
            .header("Authorization", "Bearer " + GatewaySubject.ADMIN_KEY)
            .build();
  }

  /** Requests that have an event in the store. */
  public long requests() throws IOException, InterruptedException {
    String body = client.send(request, BodyHandlers.ofString()).body();
    return REQUESTS
        .matcher(body)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }
}
