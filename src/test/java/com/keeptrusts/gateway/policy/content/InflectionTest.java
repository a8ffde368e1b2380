package com.keeptrusts.gateway.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {
  @ParameterizedTest
  @CsvSource({
    "kill, kills, killed, killing",
    "rape, rapes, raped, raping",
    "crush, crushes, crushed, crushing",
    "occupy, occupies, occupied, occupying",
    "destroy, destroys, destroyed, destroying"
  })
  void forms_regularVerb_followTheRules(String verb, String third, String past, String present) {
    assertThat(Inflection.third(verb)).isEqualTo(third);
    assertThat(Inflection.past(verb)).isEqualTo(past);
    assertThat(Inflection.present(verb)).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource({"thug, thugs", "leech, leeches", "bully, bullies", "boy, boys", "ass, asses"})
  void plural_regularNoun_followsTheRules(String noun, String plural) {
    assertThat(Inflection.plural(noun)).isEqualTo(plural);
  }
}
