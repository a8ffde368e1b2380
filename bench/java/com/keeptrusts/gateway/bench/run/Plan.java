package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.FakeModel;
import com.keeptrusts.gateway.bench.subject.Subject;
import java.time.Duration;
import java.util.List;

/** What is measured, in this order. */
final class Plan {
  private static final int CONNECTIONS = 32;
  private static final int LARGE_CONNECTIONS = 4;
  private static final int STEADY_CONNECTIONS = 64;
  private static final double STEADY_RATE = 1000;

  /** A body of 1 KB. */
  private static final Chat CHAT = new Chat(FakeModel.SMALL, 850);

  private Plan() {}

  /** Under three minutes, starts included. */
  static List<Measurement> quick() {
    return List.of(
        new WarmUp(60_000, Duration.ofSeconds(32), CONNECTIONS, CHAT),
        saturation(Figure.CPU_SATURATED, 5, 2, CHAT),
        new SteadyRate(3, Duration.ofSeconds(3), STEADY_RATE, STEADY_CONNECTIONS, CHAT));
  }

  static List<Measurement> full(List<Subject> starters) {
    return List.of(
        new StartUp(starters, 5),
        new Memory(Figure.RSS_IDLE, Duration.ofSeconds(2)),
        new WarmUp(100_000, Duration.ofSeconds(90), CONNECTIONS, CHAT),
        saturation(Figure.CPU_SATURATED, 7, 3, CHAT),
        new SteadyRate(5, Duration.ofSeconds(6), STEADY_RATE, STEADY_CONNECTIONS, CHAT),
        new OneConnection(7, 1000, CHAT),
        new Memory(Figure.RSS_STEADY, Duration.ZERO),
        new Frontier(List.of(1, 2, 4, 8, 16, 32, 64, 128, 256), Duration.ofSeconds(2), CHAT),
        saturation(Figure.CPU_REPLY_1K, 3, 2, new Chat(FakeModel.MEDIUM, 850)),
        saturation(Figure.CPU_REPLY_10K, 3, 2, new Chat(FakeModel.LARGE, 850)),
        large(Figure.CPU_PROMPT_32K, 32 * 1024),
        large(Figure.CPU_PROMPT_256K, 256 * 1024),
        new Streams(3, new Chat(FakeModel.STREAM, 850)),
        new Memory(Figure.RSS_RECOVERED, Duration.ofSeconds(20)),
        new Books());
  }

  private static Measurement saturation(String figure, int rounds, int seconds, Chat chat) {
    return new Saturation(figure, rounds, Duration.ofSeconds(seconds), CONNECTIONS, chat);
  }

  private static Measurement large(String figure, int characters) {
    return new Saturation(
        figure, 4, Duration.ofSeconds(2), LARGE_CONNECTIONS, new Chat(FakeModel.SMALL, characters));
  }
}
