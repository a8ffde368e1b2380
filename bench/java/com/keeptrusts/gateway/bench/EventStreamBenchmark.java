package com.keeptrusts.gateway.bench;

import com.keeptrusts.gateway.apischema.SseSplitter;
import com.keeptrusts.gateway.apischema.StreamReader;
import com.keeptrusts.gateway.exchange.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A chat's stream, cut into events and read for usage; the figure is for one event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventStreamBenchmark {
  private static final int EVENTS = 66;
  private static final String CHUNK =
      "data: {\"id\":\"chatcmpl-BmQ3kq7Y\",\"object\":\"chat.completion.chunk\","
          + "\"created\":1774000000,\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
          + "\"system_fingerprint\":\"fp_34a54ae93c\",";
  private static final String USAGE =
      "\"choices\":[],\"usage\":{\"prompt_tokens\":300,\"completion_tokens\":64,"
          + "\"total_tokens\":364,\"prompt_tokens_details\":{\"cached_tokens\":0},"
          + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}}\n\n";

  /** How many events come with one read from the network. */
  @Param({"1", "22"})
  public int together;

  private final List<byte[]> pieces = new ArrayList<>();

  @Setup
  public void prepare() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < EVENTS - 2; i++) {
      events.add(
          CHUNK
              + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},"
              + "\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}\n\n");
    }
    events.add(CHUNK + USAGE);
    events.add("data: [DONE]\n\n");
    for (int i = 0; i < EVENTS; i += together) {
      String piece = String.join("", events.subList(i, i + together));
      pieces.add(piece.getBytes(StandardCharsets.UTF_8));
    }
    if (scan().usage().isEmpty()) {
      throw new IllegalStateException("the usage was not found");
    }
  }

  /** A whole stream. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Answer scan() {
    StreamReader reader = new StreamReader();
    SseSplitter splitter = new SseSplitter(reader::read);
    for (byte[] piece : pieces) {
      splitter.feed(piece, 0, piece.length);
    }
    splitter.finish();
    return reader.finish();
  }
}
