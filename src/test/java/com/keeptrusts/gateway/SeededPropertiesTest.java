package com.keeptrusts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

class SeededPropertiesTest {
  private static final List<Integer> ONCE = new ArrayList<>();
  private static final List<Integer> AGAIN = new ArrayList<>();

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void once(@ForAll int number) {
    ONCE.add(number);
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void again(@ForAll int number) {
    AGAIN.add(number);
  }

  @AfterContainer
  static void properties_withoutASeedOfTheirOwn_tryTheSame() {
    assertThat(ONCE).hasSizeGreaterThanOrEqualTo(20).isEqualTo(AGAIN);
  }
}
