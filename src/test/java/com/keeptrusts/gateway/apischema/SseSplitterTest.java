package com.keeptrusts.gateway.apischema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SseSplitterTest {
  /** Joins the pieces of each event, and remembers how many there were. */
  private static final class Events implements SseSplitter.Sink {
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private final List<String> whole = new ArrayList<>();
    private int pieces;

    @Override
    public void event(byte[] bytes, int offset, int length, boolean ends) {
      pieces++;
      current.write(bytes, offset, length);
      if (ends) {
        whole.add(current.toString(UTF_8));
        current.reset();
      }
    }
  }

  private static List<String> split(String stream) {
    Events events = new Events();
    SseSplitter splitter = new SseSplitter(events);
    byte[] bytes = stream.getBytes(UTF_8);
    splitter.feed(bytes, 0, bytes.length);
    splitter.finish();
    return events.whole;
  }

  @Test
  void split_everyLineEnd_atBlankLines() {
    assertThat(split("data: a\n\ndata: b\n\n")).containsExactly("data: a\n\n", "data: b\n\n");
    assertThat(split("data: a\r\n\r\ndata: b\r\n\r\n"))
        .containsExactly("data: a\r\n\r\n", "data: b\r\n\r\n");
    assertThat(split("data: a\r\rdata: b\r\r")).containsExactly("data: a\r\r", "data: b\r\r");
    assertThat(split("event: x\ndata: a\n: c\n\n")).containsExactly("event: x\ndata: a\n: c\n\n");
    assertThat(split("data: a\r\n\rdata: b\n\n")).containsExactly("data: a\r\n\r", "data: b\n\n");
  }

  @Test
  void split_unfinishedEvent_releasedAtTheEnd() {
    assertThat(split("data: a\n\ndata: [DONE]")).containsExactly("data: a\n\n", "data: [DONE]");
    assertThat(split("data: a\n")).containsExactly("data: a\n");
    assertThat(split("")).isEmpty();
  }

  @Test
  void split_crLfArrivesLater_staysWithItsEvent() {
    Events events = new Events();
    SseSplitter splitter = new SseSplitter(events);
    byte[] bytes = "data: a\r\n\r\ndata: b".getBytes(UTF_8);
    splitter.feed(bytes, 0, 10);
    assertThat(events.whole).isEmpty();
    splitter.feed(bytes, 10, 1);
    assertThat(events.whole).containsExactly("data: a\r\n\r\n");
  }

  @Test
  void feed_eventComplete_leavesAtOnce() {
    Events events = new Events();
    SseSplitter splitter = new SseSplitter(events);
    splitter.feed("data: a\n".getBytes(UTF_8), 0, 8);
    assertThat(events.whole).isEmpty();
    splitter.feed("\n".getBytes(UTF_8), 0, 1);
    assertThat(events.whole).containsExactly("data: a\n\n");
    splitter.feed("data: b\r\r".getBytes(UTF_8), 0, 9);
    assertThat(events.whole).hasSize(2);
  }

  @Test
  void feed_sizeAtTheEdge_wholeUpToTheLimitThenInPieces() {
    int overhead = "data: \n\n".length();
    assertThat(pieces(SseSplitter.LARGEST_WHOLE_EVENT - overhead, 1000)).isEqualTo(1);
    assertThat(pieces(SseSplitter.LARGEST_WHOLE_EVENT - overhead, 1 << 20)).isEqualTo(1);
    assertThat(pieces(SseSplitter.LARGEST_WHOLE_EVENT - overhead + 1, 1000)).isGreaterThan(1);
    assertThat(pieces(SseSplitter.LARGEST_WHOLE_EVENT - overhead + 1, 1 << 20)).isGreaterThan(1);
  }

  private static int pieces(int payload, int chunk) {
    Events events = new Events();
    SseSplitter splitter = new SseSplitter(events);
    String event = "data: " + "x".repeat(payload) + "\n\n";
    byte[] bytes = event.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i += chunk) {
      splitter.feed(bytes, i, Math.min(chunk, bytes.length - i));
    }
    assertThat(events.whole).containsExactly(event);
    int pieces = events.pieces;
    splitter.feed("data: y\n\n".getBytes(UTF_8), 0, 9);
    assertThat(events.whole).hasSize(2);
    assertThat(events.pieces).isEqualTo(pieces + 1);
    return pieces;
  }

  @Property(tries = 1000)
  void feed_cutAnywhere_sameEventsAndEveryByte(
      @ForAll("streams") String stream,
      @ForAll @Size(max = 12) List<@IntRange(max = 120) Integer> cuts) {
    Events events = new Events();
    SseSplitter splitter = new SseSplitter(events);
    Samples.feed(stream.getBytes(UTF_8), cuts, splitter::feed);
    splitter.finish();
    assertThat(events.whole).isEqualTo(split(stream));
    assertThat(String.join("", events.whole)).isEqualTo(stream);
  }

  @Provide
  Arbitrary<String> streams() {
    return Arbitraries.of(
            "data: a", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", ":", "\ufeff", "\u00e9")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }
}
