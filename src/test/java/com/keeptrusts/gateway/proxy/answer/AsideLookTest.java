package com.keeptrusts.gateway.proxy.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.exchange.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class AsideLookTest {
  private static final Refusal LOST = Refusal.ofFault("req_1");

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Object> done = new ArrayList<>();
  private final AsideLook look = new AsideLook(waiting::add);

  @Test
  void look_thatEnds_isFollowedByWhatIsNext() {
    begin(() -> done.add("looked"));
    assertThat(look.foundBefore()).isEmpty();
    waiting.remove().run();
    assertThat(done).containsExactly("looked", "next");
    assertThat(look.foundBefore()).isNull();
  }

  @Test
  void provider_lostMeanwhile_isToldOfWhenTheLookHasEnded() {
    begin(() -> done.add("looked"));
    assertThat(look.tellsLater(LOST)).isTrue();
    waiting.remove().run();
    assertThat(done).containsExactly("looked", LOST);
  }

  @Test
  void provider_lostWithoutALook_isToldOfNow() {
    assertThat(look.tellsLater(LOST)).isFalse();
    begin(() -> {});
    waiting.remove().run();
    assertThat(look.tellsLater(LOST)).isFalse();
  }

  @Test
  void look_thatFails_isUnderWayNoMore() {
    begin(
        () -> {
          throw new StackOverflowError();
        });
    assertThatThrownBy(() -> waiting.remove().run()).isInstanceOf(StackOverflowError.class);
    assertThat(look.tellsLater(LOST)).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void look_thatNobodyTakes_isUnderWayNoMore() {
    AsideLook untaken =
        new AsideLook(
            work -> {
              throw new RejectedExecutionException();
            });
    assertThatThrownBy(() -> untaken.begin(List.of(), () -> {}, () -> {}, done::add))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(untaken.tellsLater(LOST)).isFalse();
  }

  private void begin(Runnable work) {
    look.begin(List.of(), work, () -> done.add("next"), done::add);
  }
}
