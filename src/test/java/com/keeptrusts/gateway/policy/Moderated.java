package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Policies that ask a moderation model, and what it answers. */
final class Moderated {
  private Moderated() {}

  /** Asks about hate and self-harm; further keys and values as they come. */
  static PolicySettings settings(String action, Object... more) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("engine", "openai_moderation");
    config.put("target", "openai");
    config.put("categories", List.of("hate", "self_harm"));
    for (int i = 0; i < more.length; i += 2) {
      config.put((String) more[i], more[i + 1]);
    }
    return Policies.of(
        "moderated", "content_filter", Action.valueOf(action.toUpperCase(Locale.ROOT)), config);
  }

  /** One result with one category; flagged from 0.5 on. */
  static byte[] answer(String category, double score) {
    return """
        {"id":"modr-1","model":"omni","results":[{"flagged":true,
          "categories":{"%s":%s,"violence":true},
          "category_applied_input_types":{"%s":["text"]},
          "category_scores":{"%s":%s,"violence":0.99}}]}"""
        .formatted(category, score >= 0.5, category, category, score)
        .getBytes(StandardCharsets.UTF_8);
  }
}
