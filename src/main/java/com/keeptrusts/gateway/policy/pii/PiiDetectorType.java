package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Detectors;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** {@code pii_detector}: {@code entities} and {@code custom} say what to look for. */
public final class PiiDetectorType implements PolicyType {
  private static final Vocabulary ENTITIES = new Vocabulary("entity", BuiltinEntities.names());
  private static final Vocabulary REGIONS = new Vocabulary("region", regions());

  private static List<String> regions() {
    List<String> regions = new ArrayList<>(List.of(Locale.getISOCountries()));
    regions.add("UK");
    return regions;
  }

  @Override
  public String name() {
    return "pii_detector";
  }

  @Override
  public Supplier<Detector> read(PolicyConfig config) {
    // Either list will do, but one must be there.
    boolean named = config.has("entities") || !config.has("custom");
    List<String> entities = named ? config.names("entities", ENTITIES) : List.of();
    List<String> regions = config.names("regions", REGIONS, List.of("US"));
    List<Detector> custom = new CustomEntities(PiiDetectorType::isBuiltin).read(config);
    return () -> detector(entities, regions, custom);
  }

  private static boolean isBuiltin(String name) {
    return ENTITIES.available().contains(name);
  }

  private static Detector detector(
      List<String> entities, List<String> regions, List<Detector> custom) {
    List<Detector> detectors = new ArrayList<>(BuiltinEntities.detectors(entities, regions));
    detectors.addAll(custom);
    return Detectors.of(detectors);
  }
}
