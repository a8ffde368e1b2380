package com.keeptrusts.gateway.bench.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run, whole: what a table or a chart is made of, and what its file holds.
 *
 * @param facts the day, the machine
 * @param versions by subject
 * @param missing why a subject was left out, by subject
 */
public record Run(
    Map<String, String> facts,
    Map<String, String> versions,
    Map<String, String> missing,
    Samples samples) {

  public void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    JsonObject object =
        Json.createObjectBuilder()
            .add("facts", texts(facts))
            .add("versions", texts(versions))
            .add("missing", texts(missing))
            .add("samples", SamplesJson.write(samples))
            .build();
    JsonWriterFactory pretty =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    try (Writer text = Files.newBufferedWriter(file);
        JsonWriter json = pretty.createWriter(text)) {
      json.write(object);
    }
  }

  public static Run read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader json = Json.createReader(text)) {
      JsonObject object = json.readObject();
      return new Run(
          texts(object.getJsonObject("facts")),
          texts(object.getJsonObject("versions")),
          texts(object.getJsonObject("missing")),
          SamplesJson.read(object.getJsonObject("samples")));
    }
  }

  private static JsonObjectBuilder texts(Map<String, String> texts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    texts.forEach(object::add);
    return object;
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
    return texts;
  }
}
