package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.apischema.StreamOptionsEditor;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.event.Intent;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.http.AsyncEvents;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.PresentedKey;
import com.keeptrusts.gateway.http.RequestPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.ee10.proxy.AsyncProxyServlet;
import org.eclipse.jetty.io.ClientConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the chain has let through to its target. Jetty's servlet gives the client and the
 * shape; the answer's way back is ours, since the stock one neither flushes events nor reads usage.
 */
public final class GatewayProxyServlet extends AsyncProxyServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(GatewayProxyServlet.class);
  private static final long END_MILLIS = 10_000;
  private static final String DOOR_ATTRIBUTE = Door.class.getName();

  private final transient ErrorWriter errorWriter;
  private final transient EventLog eventLog;
  private final transient LongSupplier nanos;
  private final transient StreamWatch watch;
  private final transient ModelsAnswer models;
  private final transient Supplier<Snapshot> configuration;
  private transient volatile @Nullable Doors doors;
  private transient volatile @Nullable Thread ending;

  public GatewayProxyServlet(
      ErrorWriter errorWriter,
      EventLog eventLog,
      LongSupplier nanos,
      Supplier<Snapshot> configuration) {
    this.errorWriter = errorWriter;
    this.eventLog = eventLog;
    this.nanos = nanos;
    this.watch = new StreamWatch(nanos).start();
    this.models = new ModelsAnswer(new ModelCatalog(nanos), errorWriter);
    this.configuration = configuration;
  }

  @Override
  public void init() throws ServletException {
    super.init();
    // Jetty's servlet takes all handlers away but the one for 100; without these a 103 is an
    // answer.
    InterimAnswers.passOver(getHttpClient().getProtocolHandlers());
    Doors opened = new Doors(getHttpClient(), configuration);
    opened.follow();
    doors = opened;
  }

  /** Makes the ways out of a new configuration ready before requests need them. */
  public void follow() {
    Doors opened = doors;
    if (opened != null) {
      opened.follow();
    }
  }

  /**
   * Begins to end what is under way. Not on this thread: a container may call this on one that
   * holds a request's lock, while the answers of others, whose locks other threads hold, are cut
   * off here.
   */
  @Override
  public void destroy() {
    Thread thread = new Thread(this::end, "kt-end");
    thread.setDaemon(true);
    ending = thread;
    thread.start();
  }

  private void end() {
    Doors opened = doors;
    if (opened != null) {
      opened.close();
    }
    watch.close();
    super.destroy();
  }

  /** Waits until all that was under way has ended, for some seconds at most; after destroy. */
  public void awaitEnd() {
    Thread thread = ending;
    if (thread != null) {
      try {
        thread.join(END_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected HttpClient newHttpClient(ClientConnector connector) {
    return new ProviderClient(connector);
  }

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws ServletException, IOException {
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    if (exchange == null) {
      models.serve(clientRequest, clientResponse, this::request);
      return;
    }
    if (!isOpen(exchange.target().orElseThrow(), clientRequest)) {
      errorWriter.refuse(
          clientRequest, clientResponse, DoorRefusal.closed(exchange.target().orElseThrow()));
      return;
    }
    try {
      eventLog.intend(intent(exchange));
    } catch (IOException e) {
      // The journal itself says it, once a minute; a line a request would fill the disk's last
      // room.
      LOG.debug(
          "request {} is not sent: the journal cannot be written ({})",
          exchange.requestId(),
          e.getMessage());
      errorWriter.refuse(
          clientRequest,
          clientResponse,
          Refusal.of(
              ErrorCode.STATE_UNAVAILABLE,
              "The gateway cannot record requests; an operator has to look at its state folder"));
      return;
    }
    exchange.sent(nanos.getAsLong());
    try {
      super.service(clientRequest, clientResponse);
    } catch (Throwable e) {
      // The intent is on disk: whatever happens, the exchange must end and give its slot back.
      exchange.end(Outcome.fault(ErrorCode.INTERNAL_ERROR.status()));
      throw e;
    }
  }

  /** Whether there is a way out; where it is not the direct one, the request remembers it. */
  private boolean isOpen(Target target, HttpServletRequest clientRequest) {
    if (target.egress().isDirect()) {
      return true;
    }
    Optional<Door> door = door(target);
    door.ifPresent(open -> clientRequest.setAttribute(DOOR_ATTRIBUTE, open));
    return door.isPresent();
  }

  private Optional<Door> door(Target target) {
    Doors opened = doors;
    return opened == null ? Optional.empty() : opened.of(target.egress()).current();
  }

  /** The way to the targets of a configuration, for those who are asked about prompts. */
  public Outlet outlet(Snapshot snapshot) {
    return new TargetOutlet(snapshot, this::request);
  }

  /** A request to a target by its own way out; empty where that is closed. */
  private Optional<Request> request(Target target, String address) {
    if (target.egress().isDirect()) {
      return Optional.of(getHttpClient().newRequest(address));
    }
    return door(target).map(door -> door.lead(getHttpClient().newRequest(address)));
  }

  @Override
  protected Request newProxyRequest(HttpServletRequest clientRequest, String address) {
    Request upstreamRequest = super.newProxyRequest(clientRequest, address);
    Target target = CurrentExchange.of(clientRequest).target().orElseThrow();
    return target.egress().isDirect()
        ? upstreamRequest
        : ((Door) clientRequest.getAttribute(DOOR_ATTRIBUTE)).lead(upstreamRequest);
  }

  private static Intent intent(Exchange exchange) {
    ModelRequest asked = exchange.modelRequest().orElseThrow();
    Target target = exchange.target().orElseThrow();
    return new Intent(
        exchange.eventId(),
        exchange.timestamp(),
        exchange.requestId(),
        exchange.group().name(),
        exchange.keyId(),
        exchange.principal(),
        exchange.endpoint(),
        asked.model().value(),
        target.provider(),
        target.id(),
        asked.stream(),
        asked.promptTokens(),
        exchange.hold().reservedTokens(),
        exchange.snapshot().version());
  }

  @Override
  protected String rewriteTarget(HttpServletRequest clientRequest) {
    Target target = CurrentExchange.of(clientRequest).target().orElseThrow();
    String query = clientRequest.getQueryString();
    String address = target.baseUrl() + RequestPath.belowApi(clientRequest);
    if (query == null) {
      return address;
    }
    boolean tellsKey = PresentedKey.of(clientRequest).filter(query::contains).isPresent();
    return tellsKey ? address : address + "?" + query;
  }

  @Override
  protected void copyRequestHeaders(HttpServletRequest clientRequest, Request upstreamRequest) {
    Exchange exchange = CurrentExchange.of(clientRequest);
    ModelRequest asked = exchange.modelRequest().orElseThrow();
    upstreamRequest.headers(
        fields ->
            UpstreamHeaders.fill(
                fields.clear(),
                clientRequest,
                exchange.target().orElseThrow(),
                exchange.snapshot().sso(),
                asked.stream() || !exchange.group().policies().answers().isEmpty()));
  }

  /** Neither Via nor Forwarded: the provider learns nothing of the network behind the gateway. */
  @Override
  protected void addProxyHeaders(HttpServletRequest clientRequest, Request upstreamRequest) {}

  @Override
  protected boolean hasContent(HttpServletRequest clientRequest) {
    return true;
  }

  /** The body has been read already, and 100 Continue sent for it. */
  @Override
  protected boolean expects100Continue(HttpServletRequest clientRequest) {
    return false;
  }

  @Override
  protected Request.Content proxyRequestContent(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      Request upstreamRequest) {
    Exchange exchange = CurrentExchange.of(clientRequest);
    ModelRequest asked = exchange.modelRequest().orElseThrow();
    boolean wantsUsage =
        asked.stream()
            && exchange.endpoint().hasStreamOptions()
            && exchange.target().orElseThrow().streamUsage();
    List<BodyEdit> edits = new ArrayList<>(exchange.redactions());
    if (wantsUsage) {
      StreamOptionsEditor.askForUsage(exchange.body(), asked).ifPresent(edits::add);
    }
    byte[] body = BodyEdit.apply(exchange.body(), edits);
    String type = clientRequest.getContentType();
    return new BytesRequestContent(type == null ? "application/json" : type, body);
  }

  @Override
  protected void sendProxyRequest(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      Request upstreamRequest) {
    Exchange exchange = CurrentExchange.of(clientRequest);
    // The watch knows each target's own bounds; Jetty's would cut long streams.
    upstreamRequest.timeout(0, TimeUnit.MILLISECONDS).idleTimeout(0, TimeUnit.MILLISECONDS);
    ProviderCall call =
        new ProviderCall(
            exchange,
            exchange.target().orElseThrow(),
            upstreamRequest,
            clientRequest,
            clientResponse,
            errorWriter,
            watch,
            nanos,
            getHttpClient().getExecutor());
    clientRequest.getAsyncContext().addListener(AsyncEvents.onError(call::clientLeft));
    call.start();
  }
}
