package com.keeptrusts.gateway.quickstart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids of the responses that were stored, the last ten thousand of them. */
final class ResponseStore {
  private static final int REMEMBERED = 10_000;

  private final Set<String> ids =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  void add(String id) {
    ids.add(id);
  }

  boolean has(String id) {
    return ids.contains(id);
  }
}
