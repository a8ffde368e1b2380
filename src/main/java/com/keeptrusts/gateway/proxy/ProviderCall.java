package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.LogContext;
import com.keeptrusts.gateway.proxy.answer.AnswerBody;
import com.keeptrusts.gateway.proxy.answer.AnswerRoute;
import com.keeptrusts.gateway.proxy.answer.ClientAnswer;
import com.keeptrusts.gateway.proxy.answer.RefusedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One call of a provider: its phases, its time-outs, and how it ended. */
final class ProviderCall implements Request.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderCall.class);
  private static final long SILENCE_NANOS = 1_000_000_000L;
  // Short enough that two comments, which a departure takes to show, fit into two seconds.
  private static final long COMMENT_GAP_NANOS = 500_000_000L;

  /** After so many bytes other answers, which the same thread reads, have their turn. */
  private static final int TURN_BYTES = 64 * 1024;

  private enum Phase {
    CONNECTING,
    SENDING,
    WAITING,
    ANSWERING
  }

  private final Exchange exchange;
  private final Target target;
  private final Request upstreamRequest;
  private final ClientAnswer client;
  private final StreamWatch watch;
  private final LogContext logContext;
  private final LoggedCall logged;
  private final LongSupplier nanos;
  private final Executor aside;
  private volatile Phase phase = Phase.CONNECTING;
  private volatile boolean committed;
  private volatile long phaseNanos;
  private volatile long lastNanos;
  private volatile long commentNanos;
  private volatile boolean demanded;
  private volatile @Nullable AnswerBody body;
  private volatile int status;
  // Touched by the thread that reads the answer, one at a time.
  private int turnBytes;

  ProviderCall(
      Exchange exchange,
      Target target,
      Request upstreamRequest,
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      ErrorWriter errorWriter,
      StreamWatch watch,
      LongSupplier nanos,
      Executor aside) {
    this.exchange = exchange;
    this.target = target;
    this.upstreamRequest = upstreamRequest;
    this.client =
        new ClientAnswer(
            clientRequest,
            clientResponse,
            clientRequest.getAsyncContext(),
            errorWriter,
            this::clientLeft);
    this.watch = watch;
    this.logContext = LogContext.of(clientRequest);
    this.logged = new LoggedCall(this, logContext);
    this.nanos = nanos;
    this.aside = aside;
    this.phaseNanos = nanos.getAsLong();
    this.commentNanos = phaseNanos;
  }

  void start() {
    watch.add(logged);
    upstreamRequest.onRequestListener(this);
    upstreamRequest.send(logged);
  }

  @Override
  public void onBegin(Request request) {
    enter(Phase.SENDING);
  }

  /** The head has left; before that, with TLS, there may be no more than half a handshake. */
  @Override
  public void onCommit(Request request) {
    committed = true;
  }

  @Override
  public void onSuccess(Request request) {
    if (phase == Phase.SENDING) {
      enter(Phase.WAITING);
    }
  }

  void onBegin(Response response) {
    exchange.firstByte(nanos.getAsLong());
    status = response.getStatus();
    enter(Phase.ANSWERING);
  }

  void onHeaders(Response response) {
    try {
      open(response);
    } catch (Throwable e) {
      broke(e);
    }
  }

  private void open(Response response) {
    if (status == 401 || status == 403) {
      LOG.warn(
          "request {}: provider target '{}' refused the gateway's credential: {}",
          exchange.requestId(),
          target.id(),
          status);
      body = new RefusedBody(ProviderFailure.authFailed(target.id()), client);
    } else if (status >= 300 && status < 400) {
      body = new RefusedBody(ProviderFailure.redirected(target.id()), client);
    } else if (status == 407 && target.egress().proxy().isPresent()) {
      LOG.warn("the proxy of provider target '{}' refused the gateway's login", target.id());
      body = new RefusedBody(DoorRefusal.loginRefused(target), client);
    } else {
      body =
          new AnswerRoute(exchange, client, this::answered, this::refuseAnswer, this::aside)
              .open(response);
    }
    demanded = true;
  }

  void onContent(Response response, Content.Chunk chunk, Runnable demander) {
    ByteBuffer content = chunk.getByteBuffer();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    lastNanos = nanos.getAsLong();
    demanded = false;
    AnswerBody to = body;
    turnBytes += bytes.length;
    boolean turnEnds = turnBytes >= TURN_BYTES;
    turnBytes = turnEnds ? 0 : turnBytes;
    if (to != null) {
      try {
        to.content(bytes, () -> demand(demander, turnEnds));
      } catch (Throwable e) {
        broke(e);
      }
    }
  }

  private void demand(Runnable demander, boolean turnEnds) {
    lastNanos = nanos.getAsLong();
    demanded = true;
    if (turnEnds) {
      aside.execute(demander);
    } else {
      demander.run();
    }
  }

  void onComplete(Result result) {
    watch.remove(logged);
    Throwable failure = result.getFailure();
    AnswerBody to = body;
    try {
      if (failure instanceof ProviderFailure.ClientLeft
          || failure instanceof ProviderFailure.AnswerRefused
          || failure instanceof ProviderFailure.GatewayFault) {
        return;
      }
      if (to instanceof RefusedBody refused) {
        // The status line says it all, whether the rest came or not.
        end(refused.refusal());
        to.succeeded();
      } else if (failure == null && to != null) {
        to.succeeded();
      } else {
        lost(failure == null ? new IllegalStateException("no answer") : failure, to);
      }
    } catch (Throwable e) {
      broke(e);
    }
  }

  /** Whatever happened, the exchange ends, and so do the client's request and the provider's. */
  private void broke(Throwable why) {
    LOG.error("request {}: the answer could not be passed on", exchange.requestId(), why);
    Refusal refusal = Refusal.ofFault(exchange.requestId());
    AnswerBody to = body;
    Outcome fault = Outcome.fault(to != null && to.hasBegun() ? status : refusal.code().status());
    try {
      end(fault);
    } catch (Throwable e) {
      LOG.error("request {}: what was answered is not known", exchange.requestId(), e);
      exchange.end(fault);
    }
    try {
      var unused = upstreamRequest.abort(new ProviderFailure.GatewayFault(why));
      tell(to, refusal);
    } catch (Throwable e) {
      LOG.error("request {}: the client could not be told", exchange.requestId(), e);
      client.cut();
    }
  }

  private void aside(Runnable work) {
    aside.execute(
        () -> {
          @Nullable LogContext before = logContext.enter();
          try {
            work.run();
          } catch (Throwable e) {
            broke(e);
          } finally {
            LogContext.leave(before);
          }
        });
  }

  void stop() {
    var unused = upstreamRequest.abort(new ProviderFailure.GatewayStopping());
  }

  private void lost(Throwable failure, @Nullable AnswerBody to) {
    boolean stopped = failure instanceof ProviderFailure.GatewayStopping;
    LOG.atLevel(stopped ? Level.INFO : Level.WARN)
        .log(
            "request {}: provider target '{}' failed: {}",
            exchange.requestId(),
            target.id(),
            failure.toString());
    ProviderFailure why = ProviderFailure.of(failure, reached(), target);
    Refusal refusal = why.refusal();
    boolean begun = to != null && to.hasBegun();
    end(
        why.ending(),
        stopped ? Outcome.EndedBy.GATEWAY : Outcome.EndedBy.PROVIDER,
        Optional.of(refusal.code().code()),
        begun ? status : refusal.code().status());
    tell(to, refusal);
  }

  private void tell(@Nullable AnswerBody to, Refusal refusal) {
    if (to == null) {
      client.refuse(refusal);
    } else {
      to.failed(refusal);
    }
  }

  private ProviderFailure.Reached reached() {
    if (phase == Phase.CONNECTING) {
      return ProviderFailure.Reached.NOBODY;
    }
    // Without TLS whatever is written may arrive before we hear that it was.
    boolean mayHaveIt =
        committed || phase == Phase.ANSWERING || HttpScheme.HTTP.is(upstreamRequest.getScheme());
    return mayHaveIt ? ProviderFailure.Reached.PROVIDER : ProviderFailure.Reached.CONNECTION;
  }

  /** The answer has been read to its end; called before its last bytes leave. */
  private void answered() {
    if (status < 400) {
      end(Outcome.Ending.ANSWERED, Optional.empty(), status);
    } else {
      end(Outcome.Ending.PROVIDER_ERROR, Optional.of("provider_error"), status);
    }
  }

  /** The provider has worked, so it costs what it cost; nobody waits for the rest. */
  private void refuseAnswer(Refusal refusal) {
    AnswerBody to = body;
    end(
        new Outcome(
            Outcome.Ending.ANSWERED,
            Outcome.EndedBy.GATEWAY,
            to != null && to.hasBegun() ? status : refusal.code().status(),
            Optional.of(refusal.code().code()),
            Optional.of(refusal.code().result())));
    var unused = upstreamRequest.abort(new ProviderFailure.AnswerRefused());
  }

  void clientLeft(Throwable failure) {
    @Nullable LogContext before = logContext.enter();
    try {
      if (failure instanceof Error) {
        broke(failure);
      } else {
        endLeft(failure);
      }
    } finally {
      LogContext.leave(before);
    }
  }

  private void endLeft(Throwable failure) {
    AnswerBody to = body;
    boolean begun = to != null && to.hasBegun();
    end(
        Outcome.Ending.CLIENT_LEFT,
        Outcome.EndedBy.CLIENT,
        Optional.of("client_left"),
        begun ? status : 499);
    var unused = upstreamRequest.abort(new ProviderFailure.ClientLeft(failure));
  }

  private void end(Refusal refusal) {
    end(Outcome.Ending.PROVIDER_ERROR, Optional.of(refusal.code().code()), refusal.code().status());
  }

  private void end(Outcome.Ending ending, Optional<String> reason, int httpStatus) {
    end(ending, Outcome.EndedBy.PROVIDER, reason, httpStatus);
  }

  private void end(
      Outcome.Ending ending, Outcome.EndedBy by, Optional<String> reason, int httpStatus) {
    end(new Outcome(ending, by, httpStatus, reason));
  }

  private void end(Outcome outcome) {
    if (exchange.isEnded()) {
      return;
    }
    AnswerBody to = body;
    if (to != null) {
      exchange.answered(to.seen());
      exchange.answerInspected(to.outcomes());
    }
    exchange.end(outcome);
  }

  void tick(long nowNanos) {
    long limit =
        switch (phase) {
          case CONNECTING -> target.timeouts().connect().toNanos();
          case SENDING, WAITING -> target.timeouts().firstByte().toNanos();
          case ANSWERING -> target.timeouts().idle().toNanos();
        };
    long since = phase == Phase.ANSWERING ? lastNanos : phaseNanos;
    boolean waiting = phase != Phase.ANSWERING || demanded;
    if (waiting && nowNanos - since > limit) {
      var unused = upstreamRequest.abort(new TimeoutException(phase + " took too long"));
      return;
    }
    AnswerBody to = body;
    if (to != null
        && nowNanos - lastNanos > SILENCE_NANOS
        && nowNanos - commentNanos > COMMENT_GAP_NANOS) {
      commentNanos = nowNanos;
      to.keepAlive();
    }
  }

  private void enter(Phase next) {
    phaseNanos = nanos.getAsLong();
    lastNanos = phaseNanos;
    phase = next;
  }
}
