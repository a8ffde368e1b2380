package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The entities that need no description, by the names that configurations call them. */
final class BuiltinEntities {
  private static final Map<String, Function<String, NumberRecognizer>> NUMBERS = numbers();
  private static final Map<String, Function<List<String>, Detector>> DETECTORS = detectors();

  private BuiltinEntities() {}

  private static Map<String, Function<String, NumberRecognizer>> numbers() {
    Map<String, Function<String, NumberRecognizer>> numbers = new LinkedHashMap<>();
    numbers.put(CardRecognizer.KIND, CardRecognizer::new);
    numbers.put(SsnRecognizer.KIND, SsnRecognizer::new);
    return numbers;
  }

  private static Map<String, Function<List<String>, Detector>> detectors() {
    Map<String, Function<List<String>, Detector>> detectors = new LinkedHashMap<>();
    detectors.put(EmailDetector.KIND, regions -> new EmailDetector());
    detectors.put(IpAddressDetector.KIND, regions -> new IpAddressDetector());
    detectors.put(IbanDetector.KIND, regions -> new IbanDetector());
    detectors.put(SecretDetector.KIND, regions -> SecretDetector.create());
    detectors.put(PhoneDetector.KIND, regions -> new PhoneDetector(new PhonePlans(regions)));
    return detectors;
  }

  /** Their names, in the order of the documentation. */
  static List<String> names() {
    List<String> names = new ArrayList<>(NUMBERS.keySet());
    names.addAll(DETECTORS.keySet());
    return names;
  }

  /**
   * Detectors for some of them; numbers share one, which walks over the digits once for all.
   *
   * @param regions where phone numbers are dialled without a country's code
   */
  static List<Detector> detectors(List<String> names, List<String> regions) {
    List<Detector> detectors = new ArrayList<>();
    List<Function<String, NumberRecognizer>> numbers = new ArrayList<>();
    for (String name : names) {
      Function<List<String>, Detector> detector = DETECTORS.get(name);
      if (detector != null) {
        detectors.add(detector.apply(regions));
      } else if (NUMBERS.get(name) != null) {
        numbers.add(NUMBERS.get(name));
      }
    }
    if (!numbers.isEmpty()) {
      detectors.add(new NumberDetector(numbers));
    }
    return detectors;
  }
}
