package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.PolicyFactory.Problem;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomEntitiesTest {
  private static final Map<String, Object> EMPLOYEE =
      Map.of("name", "employee_id", "pattern", "EMP-\\d{6}", "max_length", 16L);

  @Test
  void find_customEntity_underItsName() {
    Detector detector = detector(Map.of("custom", List.of(EMPLOYEE)));
    List<String> kinds = new ArrayList<>();
    detector.find(
        NormalText.of("EMP-123456 and EMP-1234"), (kind, start, end) -> kinds.add(kind + end));
    assertThat(kinds).containsExactly("employee_id10");
  }

  @Test
  void find_customBesideBuiltin_both() {
    Detector detector = detector(Map.of("entities", List.of("email"), "custom", List.of(EMPLOYEE)));
    assertThat(Found.in("bob@example.com is EMP-123456", detector))
        .containsExactlyInAnyOrder("bob@example.com", "EMP-123456");
  }

  @Test
  void find_matchLongerThanAllowed_isFoundInPieces() {
    Map<String, Object> digits = Map.of("name", "digits", "pattern", "\\d+", "max_length", 8L);
    Detector detector = detector(Map.of("custom", List.of(digits)));
    assertThat(Found.in("12345678", detector)).hasSize(1);
    assertThat(Found.in("123456789", detector)).containsExactly("12345678", "9");
    Cuts.check("call 12345678 or 123456789 or 1", detector);
  }

  @Test
  void read_neitherEntitiesNorCustom_isAProblem() {
    assertThat(messages(Map.of()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("'entities' is required");
    assertThat(messages(Map.of("custom", List.of()))).hasSize(1);
    assertThat(messages(Map.of("custom", "x"))).hasSize(1);
    assertThat(messages(Map.of("custom", List.of("x")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Employee|x1|must be lower-case letters, digits and '_', a letter first, was 'Employee'",
        "1a|x1|must be lower-case letters, digits and '_', a letter first, was '1a'",
        "email|x1|'email' is the name of a built-in entity, choose another",
        "phone|x1|'phone' is the name of a built-in entity, choose another",
        "a|x(|re2 says: missing closing )",
        "a|x(?=y)|re2 says: invalid or unsupported Perl syntax",
        "a|x*|matches the empty text",
        "a|\\b|matches the empty text"
      })
  void read_wrongEntity_saysWhatIsWrong(String name, String pattern, String message) {
    assertThat(messages(Map.of("custom", List.of(Map.of("name", name, "pattern", pattern)))))
        .singleElement()
        .asString()
        .startsWith(message);
  }

  @Test
  void read_everythingWrong_hasEveryPath() {
    Map<String, Object> wrong = Map.of("name", 7, "max_length", 5000L, "patern", "x");
    assertThat(problems(Map.of("custom", List.of(EMPLOYEE, wrong))))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "config.custom[1].name",
            "config.custom[1].pattern",
            "config.custom[1].max_length",
            "config.custom[1].patern");
  }

  @Test
  void read_nameTwice_isAProblem() {
    assertThat(messages(Map.of("custom", List.of(EMPLOYEE, EMPLOYEE))))
        .containsExactly("'employee_id' is there twice, rename one");
  }

  private static Detector detector(Map<String, Object> config) {
    return new PiiDetectorType().read(new PolicyConfig(config)).get();
  }

  private static List<Problem> problems(Map<String, Object> values) {
    PolicyConfig config = new PolicyConfig(values);
    new PiiDetectorType().read(config);
    return config.problems();
  }

  private static List<String> messages(Map<String, Object> values) {
    return problems(values).stream().map(Problem::message).toList();
  }
}
