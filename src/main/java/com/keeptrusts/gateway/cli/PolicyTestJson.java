package com.keeptrusts.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.keeptrusts.gateway.cli.cases.CaseReport;
import com.keeptrusts.gateway.cli.cases.CaseReport.Status;
import com.keeptrusts.gateway.config.PolicyCase;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What came of policy cases, for machines. */
final class PolicyTestJson {
  private PolicyTestJson() {}

  /** One JSON object over several lines, with a newline at the end. */
  static String of(List<CaseReport> reports) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      for (Status status : Status.values()) {
        json.writeNumberField(word(status), PolicyTestText.count(reports, status));
      }
      json.writeArrayFieldStart("cases");
      for (CaseReport report : reports) {
        write(report, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string can always be written to", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(CaseReport report, JsonGenerator json) throws IOException {
    PolicyCase tried = report.tried();
    json.writeStartObject();
    json.writeStringField("name", tried.name());
    json.writeStringField("group", tried.group().name());
    json.writeStringField("phase", word(tried.phase()));
    if (report.result().isPresent()) {
      json.writeStringField("result", word(report.result().get()));
    }
    json.writeStringField("expected", word(tried.expected().result()));
    json.writeBooleanField("ok", report.status() == Status.PASSED);
    json.writeBooleanField("skipped", report.status() == Status.SKIPPED);
    texts("reasons", report.reasons(), json);
    json.writeArrayFieldStart("policies");
    for (PolicyOutcome policy : report.policies()) {
      write(policy, json);
    }
    json.writeEndArray();
    texts("not_asked", report.notAsked(), json);
    json.writeEndObject();
  }

  private static void write(PolicyOutcome policy, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", policy.name());
    json.writeStringField("type", policy.type());
    json.writeStringField("outcome", word(policy.outcome()));
    texts("entities", policy.entities(), json);
    json.writeEndObject();
  }

  private static void texts(String field, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
