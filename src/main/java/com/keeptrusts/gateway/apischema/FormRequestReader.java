package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyText.Notation;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the multipart forms of the audio endpoints. */
final class FormRequestReader {
  private static final Set<String> ACTED_ON = Set.of("model", "stream");

  private final byte[] body;
  private final PromptTexts prompt;
  private final RequestFields fields;
  private final Set<String> seen = new HashSet<>();

  FormRequestReader(Endpoint endpoint, byte[] body, PromptTexts prompt) {
    this.body = body;
    this.prompt = prompt;
    this.fields = new RequestFields(endpoint);
  }

  ModelRequest read(String boundary) throws MalformedException {
    for (FormPart part : new FormParser(body, boundary).parse()) {
      if (ACTED_ON.contains(part.name())) {
        field(part);
      } else if ((part.isFile() && !part.name().equals("prompt")) || part.name().equals("file")) {
        prompt.media();
      } else {
        prompt.text(new BodyText(text(part), part.start(), part.end(), Notation.PLAIN));
      }
    }
    return fields.build(prompt, 0);
  }

  private void field(FormPart part) throws MalformedException {
    if (!seen.add(part.name())) {
      throw new MalformedException("the field '" + part.name() + "' stands twice; remove one");
    }
    String value = text(part);
    if (part.name().equals("model")) {
      if (!ModelNames.isName(value)) {
        throw new MalformedException("'model' must be " + ModelNames.FORM);
      }
      fields.model(Optional.of(new ModelName(value)));
    } else {
      fields.stream(flag(value));
    }
  }

  private static boolean flag(String value) throws MalformedException {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new MalformedException("'stream' must be true or false");
    };
  }

  private String text(FormPart part) throws MalformedException {
    if (part.isFile()) {
      throw new MalformedException("the field '" + part.name() + "' must not be a file");
    }
    if (StrictUtf8.firstError(body, part.start(), part.end()) >= 0) {
      throw new MalformedException(
          "a text field of the form is not UTF-8, at byte " + part.start());
    }
    return new String(body, part.start(), part.end() - part.start(), StandardCharsets.UTF_8);
  }
}
