package com.keeptrusts.gateway.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommonWordsTest {
  private static final CommonWords BUILTIN = CommonWords.load();

  @Test
  void has_commonWord_isKnown() {
    assertThat(Stream.of("hat", "country", "omen", "whitespace", "refuges", "running"))
        .allMatch(word -> BUILTIN.has(word.hashCode()));
  }

  @Test
  void has_slipOrOtherWord_isMostlyUnknown() {
    assertThat(Stream.of("womne", "imigrants", "muslms", "killl", "htae", "blakc"))
        .noneMatch(word -> BUILTIN.has(word.hashCode()));
    Random random = new Random(3);
    long taken = random.ints(100_000).filter(BUILTIN::has).count();
    assertThat(taken).isLessThan(1_500);
  }

  @Test
  void has_filterOfSomeWords_knowsAllOfThem() {
    CommonWords filter = CommonWords.of(Stream.of("one", "two"), 64);
    CommonWords read = new CommonWords(filter.bits());
    assertThat(read.has("one".hashCode())).isTrue();
    assertThat(read.has("two".hashCode())).isTrue();
    assertThat(read.has("three".hashCode())).isFalse();
  }
}
