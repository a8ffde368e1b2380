package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.apischema.AnswerReader;
import com.keeptrusts.gateway.apischema.StreamReader;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;

/** Chooses how an answer is passed on: by its type, and by whether policies look at it. */
public final class AnswerRoute {
  private static final String BINARY = "application/octet-stream";

  private final Exchange exchange;
  private final ClientAnswer client;
  private final Runnable onAnswered;
  private final Consumer<Refusal> onRefused;
  private final Executor aside;

  /**
   * A route for the answer of one exchange.
   *
   * @param onAnswered ends the exchange, before the last of the answer leaves
   * @param onRefused ends it when a policy refuses the answer
   * @param aside does what takes long, on threads that other answers do not need
   */
  public AnswerRoute(
      Exchange exchange,
      ClientAnswer client,
      Runnable onAnswered,
      Consumer<Refusal> onRefused,
      Executor aside) {
    this.exchange = exchange;
    this.client = client;
    this.onAnswered = onAnswered;
    this.onRefused = onRefused;
    this.aside = aside;
  }

  /** Begins the client's answer with the provider's status and headers. */
  public AnswerBody open(Response response) {
    String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String lowerType = type == null ? "" : type.toLowerCase(Locale.ROOT);
    ContentCoding coding = ContentCoding.of(response.getHeaders().get(HttpHeader.CONTENT_ENCODING));
    int status = response.getStatus();
    boolean events = lowerType.startsWith("text/event-stream") && status < 300;
    boolean readable = coding != ContentCoding.UNREADABLE;
    HttpServletResponse clientResponse = client.response();
    clientResponse.setStatus(status);
    Inspector inspector = inspector(lowerType);
    boolean edited = readable && (events || inspector.holds());
    AnswerHeaders.copy(response.getHeaders(), clientResponse, edited);
    if (events && readable) {
      AnswerBody body =
          new EventStreamBody(
              client,
              new StreamReader(),
              coding,
              hidesUsage(),
              gate(inspector),
              onAnswered,
              onRefused,
              aside);
      client.open(/* flushEach= */ true).commit();
      return body;
    }
    if (inspector.holds()) {
      client.open(/* flushEach= */ false);
      return new InspectedBody(
          client, new AnswerReader(), coding, inspector, onAnswered, onRefused, aside);
    }
    client.open(/* flushEach= */ events || !isJson(lowerType));
    long announced = response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    return new PlainBody(
        client,
        new AnswerReader(),
        coding,
        inspector,
        onAnswered,
        aside,
        announced,
        isJson(lowerType));
  }

  /** Who looks at an answer of this type: vectors, sound and pictures have no text. */
  private Inspector inspector(String lowerType) {
    boolean media =
        lowerType.startsWith("audio/")
            || lowerType.startsWith("image/")
            || lowerType.startsWith("video/")
            || (exchange.endpoint() == Endpoint.SPEECH && lowerType.equals(BINARY));
    return media || exchange.endpoint() == Endpoint.EMBEDDINGS
        ? Inspector.NONE
        : exchange.group().policies().answers();
  }

  private static AnswerGate gate(Inspector inspector) {
    if (inspector.isEmpty()) {
      return new OpenGate();
    }
    InspectedGate gate = new InspectedGate(inspector.openStream());
    return inspector.holds() ? gate : new BesideGate(gate);
  }

  private static boolean isJson(String lowerType) {
    return lowerType.contains("json");
  }

  /** The usage chunk is the gateway's own wish, unless the client has it too. */
  private boolean hidesUsage() {
    return exchange.endpoint().hasStreamOptions()
        && exchange.modelRequest().map(asked -> !asked.usageAsked()).orElse(false);
  }
}
