package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.apischema.AnswerTextReader;
import com.keeptrusts.gateway.apischema.Reading;
import com.keeptrusts.gateway.apischema.RequestReader;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A case's messages as a client or a service would send them, read as the gateway reads them. */
final class CaseBody {
  private final Phase phase;
  private final BodyTexts texts;

  private CaseBody(Phase phase, byte[] body) throws UnreadableException {
    this.phase = phase;
    this.texts = read(body);
  }

  /**
   * A body.
   *
   * @param messages each as JSON
   */
  static CaseBody of(Phase phase, List<String> messages) throws UnreadableException {
    String json = phase == Phase.INPUT ? request(messages) : answer(messages);
    return new CaseBody(phase, json.getBytes(StandardCharsets.UTF_8));
  }

  BodyTexts texts() {
    return texts;
  }

  /** The texts as they leave. */
  List<String> after(List<BodyEdit> edits) {
    try {
      return said(read(BodyEdit.apply(texts.body(), edits)));
    } catch (UnreadableException e) {
      throw new IllegalStateException("an edit has broken the body", e);
    }
  }

  static List<String> said(BodyTexts texts) {
    return texts.texts().stream().map(BodyText::text).toList();
  }

  private static String request(List<String> messages) {
    return "{\"model\":\"policy-test\",\"messages\":[" + String.join(",", messages) + "]}";
  }

  private static String answer(List<String> messages) {
    List<String> choices = new ArrayList<>();
    for (String message : messages) {
      choices.add("{\"index\":" + choices.size() + ",\"message\":" + message + "}");
    }
    return "{\"object\":\"chat.completion\",\"choices\":[" + String.join(",", choices) + "]}";
  }

  private BodyTexts read(byte[] body) throws UnreadableException {
    if (phase == Phase.OUTPUT) {
      return AnswerTextReader.answer(body)
          .map(answer -> new BodyTexts(body, answer.whole(), /* unreadable= */ false))
          .orElseThrow(() -> new UnreadableException("no gateway could read these messages"));
    }
    Reading reading =
        RequestReader.read(
            Endpoint.CHAT_COMPLETIONS, "application/json", body, /* collectTexts= */ true);
    if (reading instanceof Reading.Malformed malformed) {
      throw new UnreadableException(malformed.refusal().message());
    }
    Reading.Read read = (Reading.Read) reading;
    return new BodyTexts(body, read.request().texts(), read.request().tokenArrays());
  }

  /** The gateway would refuse such messages before any policy. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }
}
