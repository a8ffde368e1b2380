package com.keeptrusts.gateway.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/models} and {@code /v1/models/{id}}. */
final class Models {
  private volatile List<String> names =
      List.of(
          "gpt-4o",
          "gpt-4o-mini",
          "gpt-4o-2024-08-06",
          "o4-mini",
          "gpt-3.5-turbo-instruct",
          "text-embedding-3-small",
          "omni-moderation-latest",
          "gpt-image-1",
          "dall-e-2",
          "tts-1",
          "whisper-1",
          "gpt-4o-transcribe");

  void set(List<String> models) {
    names = List.copyOf(models);
  }

  Reply list() {
    List<Object> data = new ArrayList<>();
    for (String name : names) {
      data.add(model(name));
    }
    return Reply.json(Json.object("object", "list", "data", data));
  }

  Reply one(String name) {
    return names.contains(name) ? Reply.json(model(name)) : ProviderError.unknownModel(name);
  }

  private static Map<String, @Nullable Object> model(String name) {
    return Json.object(
        "id", name, "object", "model", "created", 1_715_367_049L, "owned_by", "system");
  }
}
