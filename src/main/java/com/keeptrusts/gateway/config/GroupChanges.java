package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which groups differ between two configurations, in what they effectively have. */
record GroupChanges(List<String> added, List<String> changed, List<String> removed) {

  static GroupChanges between(EffectiveConfig before, EffectiveConfig after) {
    Map<String, GroupSettings> old = byName(before);
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (GroupSettings group : after.groups()) {
      GroupSettings former = old.remove(group.name());
      if (former == null) {
        added.add(group.name());
      } else if (!former.equals(group)) {
        changed.add(group.name());
      }
    }
    return new GroupChanges(added, changed, new ArrayList<>(old.keySet()));
  }

  private static Map<String, GroupSettings> byName(EffectiveConfig config) {
    Map<String, GroupSettings> groups = new LinkedHashMap<>();
    for (GroupSettings group : config.groups()) {
      groups.put(group.name(), group);
    }
    return groups;
  }
}
