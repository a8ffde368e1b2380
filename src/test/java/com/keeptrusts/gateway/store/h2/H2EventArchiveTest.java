package com.keeptrusts.gateway.store.h2;

import static com.keeptrusts.gateway.event.Events.NOON;
import static com.keeptrusts.gateway.event.Events.event;
import static com.keeptrusts.gateway.store.h2.ArchiveFixture.ids;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.event.ArchiveUnavailableException;
import com.keeptrusts.gateway.event.EventArchive.Page;
import com.keeptrusts.gateway.event.EventArchive.Usage;
import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.event.EventJson;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Result;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2EventArchiveTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path temp;
  private ArchiveFixture store;

  @BeforeEach
  void open() throws IOException {
    ArchiveFixture.now = NOON;
    store = new ArchiveFixture(temp);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void reopen() throws IOException {
    store.close();
    store = new ArchiveFixture(temp);
  }

  @Test
  void last_eventsThatHaveJustEnded_areSeenAsTheyWereWritten() {
    for (int i = 0; i < 20; i++) {
      store.record(event("evt_" + i));
      Page page = store.archive.last(EventFilter.ALL, 1);
      assertThat(page.events())
          .containsExactly(new String(EventJson.bytes(event("evt_" + i).build(), 0, 0), UTF_8));
    }
    assertThat(ids(store.archive.last(EventFilter.ALL, 3)))
        .containsExactly("evt_17", "evt_18", "evt_19");
    assertThat(store.archive.last(EventFilter.ALL, 100).events()).hasSize(20);
  }

  @Test
  void last_nothingYet_isEmpty() {
    assertThat(store.archive.last(EventFilter.ALL, 5)).isEqualTo(new Page(List.of(), 0));
    assertThat(store.archive.count(EventFilter.ALL)).isZero();
  }

  @Test
  void filters_eachAndTogether_agreeInEveryQuery() {
    store.record(
        event("a").group("engineering"),
        event("b").result(Result.BLOCKED).policy("pii", Verdict.BLOCKED),
        event("c").group("engineering").result(Result.FLAGGED).policy("pii", Verdict.FLAGGED),
        event("d").policy("pii", Verdict.PASSED).at(NOON.plus(DAY)),
        event("e").group("engineering").at(NOON.minus(DAY)),
        event("f").policy("pi", Verdict.REDACTED).result(Result.MODIFIED));
    expect(EventFilter.ALL, "a", "b", "c", "d", "e", "f");
    expect(filter(null, null, "engineering", null, null), "a", "c", "e");
    expect(filter(null, null, "marketing", null, "blocked"), "b");
    expect(filter(null, null, null, null, "pass"), "a", "d", "e");
    expect(filter(null, null, null, "pii", null), "b", "c");
    expect(filter(null, null, "engineering", "pii", "flagged"), "c");
    expect(filter(null, null, "engineering", "pii", "blocked"));
    expect(filter(NOON, null, null, null, null), "a", "b", "c", "d", "f");
    expect(filter(NOON, NOON.plusMillis(1), null, null, null), "a", "b", "c", "f");
    expect(filter(null, NOON, null, null, null), "e");
    expect(filter(NOON.plusNanos(1), null, "marketing", null, null), "d");
    expect(filter(NOON.plus(DAY).plus(DAY), null, null, null, null));
    expect(filter(Instant.MIN, Instant.MAX, null, "pi", null), "f");
  }

  @Test
  void principal_withAnyOtherFilter_agreesInEveryQuery() {
    store.record(
        event("a").principal("alice"),
        event("b").principal("bob").group("engineering"),
        event("c"),
        event("d").principal("alice").group("engineering").result(Result.BLOCKED),
        event("e").principal("alice").policy("pii", Verdict.FLAGGED));
    expect(of("alice", null, null, null), "a", "d", "e");
    expect(of("alice", "engineering", null, null), "d");
    expect(of("alice", null, "pii", null), "e");
    expect(of("bob", null, null, "blocked"));
    expect(of("alic", null, null, null));
  }

  private static EventFilter of(String principal, String group, String policy, String result) {
    EventFilter others = filter(null, null, group, policy, result);
    return new EventFilter(
        others.since(),
        others.until(),
        others.consumerGroup(),
        others.policy(),
        others.result(),
        Optional.of(principal));
  }

  private void expect(EventFilter filter, String... ids) {
    assertThat(ids(store.archive.last(filter, 10))).containsExactly(ids);
    assertThat(ids(store.archive.after(filter, 0, 10))).containsExactly(ids);
    List<String> exported = new ArrayList<>();
    assertThat(store.archive.export(filter, json -> exported.add(ArchiveFixture.id(json))))
        .isEqualTo(ids.length);
    assertThat(exported).containsExactly(ids);
    assertThat(store.archive.count(filter)).isEqualTo(ids.length);
    String[] lastTwo = Arrays.copyOfRange(ids, Math.max(0, ids.length - 2), ids.length);
    assertThat(ids(store.archive.last(filter, 2))).containsExactly(lastTwo);
  }

  private static EventFilter filter(
      Instant since, Instant until, String group, String policy, String result) {
    return new EventFilter(
        Optional.ofNullable(since),
        Optional.ofNullable(until),
        Optional.ofNullable(group),
        Optional.ofNullable(policy),
        Optional.ofNullable(result),
        Optional.empty());
  }

  @Test
  void after_cursorOfAPage_isWhereTheNextBegins() {
    store.record(event("a"), event("b"), event("c").group("other"), event("d"));
    EventFilter marketing = filter(null, null, "marketing", null, null);
    Page first = store.archive.after(marketing, 0, 2);
    assertThat(ids(first)).containsExactly("a", "b");
    Page second = store.archive.after(marketing, first.cursor(), 2);
    assertThat(ids(second)).containsExactly("d");
    assertThat(store.archive.after(marketing, second.cursor(), 2))
        .isEqualTo(new Page(List.of(), second.cursor()));
    store.record(event("e"));
    assertThat(ids(store.archive.after(marketing, second.cursor(), 2))).containsExactly("e");
    long cursor = store.archive.last(EventFilter.ALL, 1).cursor();
    store.record(event("f"));
    assertThat(ids(store.archive.after(EventFilter.ALL, cursor, 2))).containsExactly("f");
  }

  @Test
  void usage_manyEvents_isSummedPerDayGroupAndModel() throws IOException {
    store.record(
        event("a").tokens(100),
        event("b").tokens(20),
        event("c").tokens(0).result(Result.BLOCKED),
        event("d").tokens(0).result(Result.ERROR).model("gpt-4o"));
    assertThat(usage("marketing")).hasSize(2);
    reopen();
    store.record(event("e").tokens(8), event("f").tokens(8).group("research"));
    store.record(event("g").tokens(4).at(Instant.parse("2026-11-24T00:00:00Z")));
    assertThat(usage("marketing"))
        .containsExactly(
            new Usage("2026-11-23", "marketing", "gpt-4o", 1, 0, 1, 0, 0, 0),
            new Usage("2026-11-23", "marketing", "gpt-4o-mini", 4, 1, 0, 96, 32, 128));
    assertThat(store.archive.usage(NOON.plus(DAY), NOON.plus(DAY).plusNanos(1), Optional.empty()))
        .containsExactly(new Usage("2026-11-24", "marketing", "gpt-4o-mini", 1, 0, 0, 3, 1, 4));
    assertThat(store.archive.usage(NOON, NOON, Optional.empty())).isEmpty();
  }

  @Test
  void usage_inventedModelNames_areSummedTogetherBeyondABound() throws IOException {
    for (int i = 0; i < 150; i++) {
      store.record(event("e" + i).result(Result.BLOCKED).model("invented-" + i).tokens(0));
    }
    assertThat(usage("marketing")).hasSize(101);
    reopen();
    store.record(event("x").result(Result.BLOCKED).model("invented-new").tokens(0));
    store.record(event("y").result(Result.BLOCKED).model("invented-7").tokens(0));
    store.record(event("z").model("gpt-4o"));
    assertThat(usage("marketing"))
        .hasSize(102)
        .contains(new Usage("2026-11-23", "marketing", "(other)", 51, 51, 0, 0, 0, 0))
        .contains(new Usage("2026-11-23", "marketing", "invented-7", 2, 2, 0, 0, 0, 0))
        .contains(new Usage("2026-11-23", "marketing", "gpt-4o", 1, 0, 0, 8, 2, 10));
  }

  private List<Usage> usage(String group) {
    Instant midnight = Instant.parse("2026-11-24T00:00:00Z");
    return store.archive.usage(NOON, midnight, Optional.of(group));
  }

  @Test
  void ownerOf_responses_isTheGroupThatCreatedThemFirst() {
    store.record(
        event("a").endpoint(Endpoint.RESPONSES).responseId("resp_1"),
        event("b").endpoint(Endpoint.RESPONSES).responseId("resp_1").group("thief"),
        event("c").responseId("chatcmpl-2"),
        event("d")
            .endpoint(Endpoint.RESPONSES)
            .responseId("resp_old")
            .at(NOON.minus(DAY.multipliedBy(31))));
    assertThat(store.archive.ownerOf("resp_1")).contains("marketing");
    assertThat(store.archive.ownerOf("resp_2")).isEmpty();
    assertThat(store.archive.ownerOf("chatcmpl-2")).isEmpty();
    assertThat(store.archive.ownerOf("resp_old")).isEmpty();
  }

  @Test
  void open_afterRestart_nothingIsLoadedTwice() throws IOException {
    store.record(event("a"), event("b"));
    reopen();
    assertThat(ids(store.archive.last(EventFilter.ALL, 10))).containsExactly("a", "b");
    store.record(event("c"));
    reopen();
    expect(EventFilter.ALL, "a", "b", "c");
    assertThat(usage("marketing").get(0).requests()).isEqualTo(3);
  }

  @Test
  void open_olderCopyOfTheDatabase_isLoadedAgainFromTheJournal() throws IOException {
    store.record(event("a"));
    store.close();
    Path file = temp.resolve("events.mv.db");
    Path copy = Files.copy(file, temp.resolve("copy"));
    store = new ArchiveFixture(temp);
    store.record(event("b").tokens(7));
    store.close();
    Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
    store = new ArchiveFixture(temp);
    expect(EventFilter.ALL, "a", "b");
    assertThat(usage("marketing").get(0).totalTokens()).isEqualTo(17);
  }

  @Test
  void last_damagedDatabase_isRefusedUntilItIsMovedAway() throws IOException {
    store.close();
    Path file = temp.resolve("events.mv.db");
    Files.writeString(file, "this is no database".repeat(1000));
    store = new ArchiveFixture(temp);
    store.record(event("a"));
    assertThatThrownBy(() -> store.archive.last(EventFilter.ALL, 1))
        .isInstanceOf(ArchiveUnavailableException.class)
        .hasMessageContaining("events.mv.db")
        .hasMessageContaining("move it away");
    store.record(event("b"));
    Files.delete(file);
    assertThat(ids(store.archive.last(EventFilter.ALL, 10))).containsExactly("a", "b");
  }

  @Test
  void last_databaseInUse_isRefusedUntilItIsFree() throws Exception {
    store.record(event("a"));
    store.close();
    Path file = temp.resolve("events.mv.db");
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      other.lock();
      store = new ArchiveFixture(temp);
      store.record(event("b"));
      assertThatThrownBy(() -> store.archive.last(EventFilter.ALL, 1))
          .isInstanceOf(ArchiveUnavailableException.class)
          .hasMessageContaining("in use");
    }
    assertThat(ids(store.archive.last(EventFilter.ALL, 10))).containsExactly("a", "b");
  }

  @Test
  void last_interruptedCallers_harmNobody() {
    store.record(event("a"));
    for (int i = 0; i < 20; i++) {
      Thread.currentThread().interrupt();
      try {
        store.archive.last(EventFilter.ALL, 1);
      } catch (ArchiveUnavailableException e) {
        assertThat(e).hasMessageContaining("interrupted");
      }
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(ids(store.archive.last(EventFilter.ALL, 1))).containsExactly("a");
  }

  @Test
  void close_oldEventsAndFewOfThem_theyAreGone() throws IOException {
    store.record(event("old").at(NOON.minus(DAY.multipliedBy(2))), event("new"));
    store.close();
    store = new ArchiveFixture(temp, 1);
    reopen();
    expect(EventFilter.ALL, "new");
  }
}
