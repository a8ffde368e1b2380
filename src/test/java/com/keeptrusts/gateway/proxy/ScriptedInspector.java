package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks at streams; at a text that says {@code slow}, until it is told to go on. */
final class ScriptedInspector implements Inspector {
  final CountDownLatch slowBegun = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);
  final List<String> looked = new CopyOnWriteArrayList<>();

  /** How often a look was made on the thread that reads everybody's answers. */
  final AtomicInteger whileReading = new AtomicInteger();

  private final boolean holds;
  private final boolean takesLong;

  ScriptedInspector(boolean holds, boolean takesLong) {
    this.holds = holds;
    this.takesLong = takesLong;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public boolean holds() {
    return holds;
  }

  @Override
  public CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet) {
    return CompletableFuture.completedFuture(Report.NOTHING);
  }

  @Override
  public StreamInspection openStream() {
    return new Stream();
  }

  private void look(String text) {
    looked.add(text);
    if (Arrays.stream(Thread.currentThread().getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("onContentSource"))) {
      whileReading.incrementAndGet();
    }
    if (text.contains("slow")) {
      slowBegun.countDown();
      try {
        goOn.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Stream implements StreamInspection {
    @Override
    public boolean mayTakeLong(int bytes) {
      return takesLong;
    }

    @Override
    public String next(String channel, String piece) {
      look(piece);
      return piece;
    }

    @Override
    public Map<String, String> end(String prefix) {
      return Map.of();
    }

    @Override
    public List<BodyEdit> inspect(BodyTexts texts) {
      return List.of();
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public List<PolicyOutcome> outcomes() {
      return List.of();
    }
  }
}
