package com.keeptrusts.gateway.bench;

import com.keeptrusts.gateway.apischema.Reading;
import com.keeptrusts.gateway.apischema.RequestReader;
import com.keeptrusts.gateway.exchange.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A chat of several turns, read for what the gateway acts on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BodyReadingBenchmark {
  private static final int TURN = 700;
  private static final String START =
      "{\"model\":\"gpt-4o-mini\",\"temperature\":0.2,\"max_tokens\":400,\"messages\":[";
  private static final String END =
      "],\"stream\":true,\"stream_options\":{\"include_usage\":true}}";

  /** How long the body is, in bytes. */
  @Param({"1024", "32768", "262144"})
  public int size;

  /** Whether policies will look at the prompt. */
  @Param({"false", "true"})
  public boolean policies;

  private byte[] body;

  @Setup
  public void prepare() {
    StringBuilder messages = new StringBuilder(START);
    String role = "user";
    while (messages.length() + END.length() < size) {
      messages.append(role.equals("user") && messages.length() == START.length() ? "" : ",");
      int room = size - messages.length() - END.length();
      messages.append(message(role, Math.max(1, Math.min(TURN, room - 40))));
      role = role.equals("user") ? "assistant" : "user";
    }
    body = messages.append(END).toString().getBytes(StandardCharsets.UTF_8);
    if (!(read() instanceof Reading.Read)) {
      throw new IllegalStateException("the body is refused");
    }
  }

  private static String message(String role, int length) {
    String text = OrdinaryText.of(length).replace("\n", "\\n");
    return "{\"role\":\"" + role + "\",\"content\":\"" + text + "\"}";
  }

  /** What is done when a body has come whole. */
  @Benchmark
  public Reading read() {
    return RequestReader.read(Endpoint.CHAT_COMPLETIONS, "application/json", body, policies);
  }
}
