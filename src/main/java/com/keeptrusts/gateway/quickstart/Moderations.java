package com.keeptrusts.gateway.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/moderations}: an input is flagged with a category when it contains {@code flag:}
 * and the category's name, as in {@code flag:hate}.
 */
final class Moderations implements Operation {
  private static final List<String> CATEGORIES =
      List.of(
          "harassment",
          "harassment/threatening",
          "hate",
          "hate/threatening",
          "illicit",
          "illicit/violent",
          "self-harm",
          "self-harm/intent",
          "self-harm/instructions",
          "sexual",
          "sexual/minors",
          "violence",
          "violence/graphic");

  @Override
  public Reply answer(ApiCall call) {
    call.require("input");
    Object input = call.fields().value("input");
    List<Object> results = new ArrayList<>();
    for (Object item : input instanceof List<?> list ? list : List.of(String.valueOf(input))) {
      results.add(result(String.valueOf(item).toLowerCase(Locale.ROOT)));
    }
    return Reply.json(
        Json.object(
            "id", call.newId("modr-"),
            "model", call.fields().text("model").orElse("omni-moderation-latest"),
            "results", results));
  }

  private static Map<String, @Nullable Object> result(String input) {
    Map<String, @Nullable Object> flags = Json.object();
    Map<String, @Nullable Object> scores = Json.object();
    Map<String, @Nullable Object> types = Json.object();
    boolean flagged = false;
    for (String category : CATEGORIES) {
      boolean match = input.contains("flag:" + category);
      flagged |= match;
      flags.put(category, match);
      scores.put(category, match ? 0.98 : 0.0001);
      types.put(category, List.of("text"));
    }
    return Json.object(
        "flagged", flagged,
        "categories", flags,
        "category_scores", scores,
        "category_applied_input_types", types);
  }
}
