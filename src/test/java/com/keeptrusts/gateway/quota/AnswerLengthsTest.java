package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnswerLengthsTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void percentile95_anyAnswers_agreesWithSortingTheLast128(
      @ForAll @Size(min = 20, max = 400) List<@IntRange(max = 40) Integer> answers) {
    AnswerLengths lengths = new AnswerLengths();
    answers.forEach(each -> lengths.learn(each));
    List<Integer> recent =
        answers.subList(Math.max(0, answers.size() - 128), answers.size()).stream()
            .sorted()
            .toList();
    long shorter = recent.stream().filter(each -> each <= lengths.percentile95()).count();
    assertThat(lengths.isKnown()).isTrue();
    assertThat(lengths.percentile95())
        .isEqualTo((long) recent.get((int) Math.ceil(0.95 * recent.size()) - 1));
    assertThat(shorter * 100).isGreaterThanOrEqualTo(recent.size() * 95L);
  }
}
