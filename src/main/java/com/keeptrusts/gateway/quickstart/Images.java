package com.keeptrusts.gateway.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/images/generations}: one white pixel, by address or in the answer. As at the real
 * service the {@code dall-e} models tell no usage; the others tell 272 tokens for each image.
 */
final class Images implements Operation {
  /** What an image is told to cost. */
  static final int IMAGE_TOKENS = 272;

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJg"
          + "gg==";

  @Override
  public Reply answer(ApiCall call) {
    call.require("prompt");
    boolean dallE = call.fields().text("model").orElse("dall-e-2").startsWith("dall-e");
    boolean byAddress =
        dallE && !call.fields().text("response_format").orElse("url").equals("b64_json");
    List<Object> data = new ArrayList<>();
    for (int i = 0; i < call.choices(); i++) {
      data.add(
          byAddress
              ? Json.object("url", "https://images.invalid/" + call.newId("img-") + ".png")
              : Json.object("b64_json", PIXEL));
    }
    Map<String, @Nullable Object> object = Json.object("created", call.createdAt(), "data", data);
    if (!dallE) {
      Usage.of(call.behaviour(), call.fields().characters("prompt"), IMAGE_TOKENS * data.size())
          .ifPresent(usage -> object.put("usage", usage.asMedia("image")));
    }
    return Reply.json(object);
  }
}
