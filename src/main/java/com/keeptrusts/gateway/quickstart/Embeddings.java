package com.keeptrusts.gateway.quickstart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/embeddings}: a vector of each input, the same for the same input. */
final class Embeddings implements Operation {
  private static final int DIMENSIONS = 1536;

  @Override
  public Reply answer(ApiCall call) {
    String model = call.model();
    call.require("input");
    int dimensions = call.fields().number("dimensions").orElse(DIMENSIONS);
    boolean base64 = call.fields().text("encoding_format").orElse("float").equals("base64");
    List<Object> data = new ArrayList<>();
    for (Object input : inputs(call.fields().value("input"))) {
      float[] vector = vector(input.hashCode(), dimensions);
      data.add(
          Json.object(
              "object",
              "embedding",
              "index",
              data.size(),
              "embedding",
              base64 ? base64(vector) : list(vector)));
    }
    Map<String, @Nullable Object> object =
        Json.object("object", "list", "data", data, "model", model);
    Usage.of(call.behaviour(), call.fields().characters("input"), 0)
        .ifPresent(usage -> object.put("usage", usage.asEmbedding()));
    return Reply.json(object);
  }

  /** A list of numbers is one input. */
  private static List<?> inputs(@Nullable Object input) {
    boolean several =
        input instanceof List<?> list && !list.isEmpty() && !(list.get(0) instanceof Number);
    return several && input instanceof List<?> list ? list : List.of(String.valueOf(input));
  }

  private static float[] vector(int seed, int dimensions) {
    float[] vector = new float[dimensions];
    int state = seed;
    for (int i = 0; i < dimensions; i++) {
      state = state * 1_664_525 + 1_013_904_223;
      vector[i] = (state >> 16) / 1_000_000f;
    }
    return vector;
  }

  private static List<Float> list(float[] vector) {
    List<Float> list = new ArrayList<>(vector.length);
    for (float value : vector) {
      list.add(value);
    }
    return list;
  }

  private static String base64(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
