package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.EffectiveConfig.TargetSettings;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelPatterns;
import com.keeptrusts.gateway.exchange.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns of targets that no request can reach, and of models that nothing serves. */
final class Routes {
  private static final ModelPatterns EVERY = new ModelPatterns(List.of("*"));

  private Routes() {}

  static void warn(Section root, List<TargetSettings> targets, List<GroupSettings> groups) {
    if (root.problems().hasErrors()) {
      return;
    }
    List<Target> earlier = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i).target();
      if (isCovered(target, earlier)) {
        String path = ConfigPath.item("providers.targets", i);
        warn(root, path, "is never chosen, since the targets before it serve all of its models");
      }
      earlier.add(target);
    }
    for (int i = 0; i < groups.size(); i++) {
      String list = ConfigPath.item("consumer_groups", i) + ".allowed_models";
      List<String> allowed = groups.get(i).allowedModels().orElse(List.of());
      for (int j = 0; j < allowed.size(); j++) {
        if (!isServed(allowed.get(j), earlier)) {
          warn(root, ConfigPath.item(list, j), "no target serves " + Quoted.of(allowed.get(j)));
        }
      }
    }
  }

  /**
   * Whether each of a target's patterns is within one of an earlier target. A pattern that matches
   * the text of another one matches everything that the other one matches.
   */
  private static boolean isCovered(Target target, List<Target> earlier) {
    for (String pattern : target.models().orElse(EVERY).patterns()) {
      boolean covered = false;
      for (Target other : earlier) {
        covered |= other.serves(new ModelName(pattern));
      }
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  private static boolean isServed(String allowed, List<Target> targets) {
    for (Target target : targets) {
      Optional<ModelPatterns> models = target.models();
      if (models.isEmpty()) {
        return true;
      }
      for (String pattern : models.get().patterns()) {
        if (overlap(allowed, pattern)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether some name matches both patterns. */
  static boolean overlap(String left, String right) {
    boolean[] below = new boolean[right.length() + 1];
    for (int i = left.length(); i >= 0; i--) {
      boolean[] row = new boolean[right.length() + 1];
      for (int j = right.length(); j >= 0; j--) {
        row[j] = overlap(left, i, right, j, row, below);
      }
      below = row;
    }
    return below[0];
  }

  private static boolean overlap(
      String left, int i, String right, int j, boolean[] row, boolean[] below) {
    boolean leftEnds = i == left.length();
    boolean rightEnds = j == right.length();
    if (leftEnds && rightEnds) {
      return true;
    }
    boolean leftStar = !leftEnds && left.charAt(i) == '*';
    boolean rightStar = !rightEnds && right.charAt(j) == '*';
    if (leftStar || rightStar) {
      // Either the star stands for nothing more, or it takes the other side's next character.
      return (!leftEnds && below[j]) || (!rightEnds && row[j + 1]);
    }
    return !leftEnds && !rightEnds && left.charAt(i) == right.charAt(j) && below[j + 1];
  }

  private static void warn(Section root, String path, String message) {
    root.problems().warn(ConfigPlace.of(root.mapping(), path, ""), path, message);
  }
}
