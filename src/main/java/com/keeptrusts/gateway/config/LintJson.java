package com.keeptrusts.gateway.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A lint report for machines. */
public final class LintJson {
  private LintJson() {}

  /** One JSON object over several lines, with a newline at the end. */
  public static String of(LintReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeBooleanField("valid", report.isValid());
      json.writeArrayFieldStart("problems");
      for (Problem problem : report.problems()) {
        write(problem, json);
      }
      json.writeEndArray();
      names("providers", report.providers(), json);
      names("consumer_groups", report.consumerGroups(), json);
      names("policies", report.policies(), json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string can always be written to", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(Problem problem, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", problem.severity().word());
    json.writeStringField("file", problem.file());
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("path", problem.path());
    json.writeStringField("message", problem.message());
    if (problem.suggestion().isPresent()) {
      json.writeStringField("suggestion", problem.suggestion().get());
    }
    json.writeEndObject();
  }

  private static void names(String field, List<String> names, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
