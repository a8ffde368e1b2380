package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a moderation model says of one category.
 *
 * @param flagged its own verdict
 * @param score from 0 to 1
 * @see <a href="https://platform.openai.com/docs/api-reference/moderations">OpenAI's reference</a>
 */
public record ModerationScore(boolean flagged, double score) {
  private static final ModerationScore NONE = new ModerationScore(false, 0);

  /**
   * Reads the answer of {@code /moderations}: by category, for each input.
   *
   * @throws IOException when it is no such answer
   */
  public static List<Map<String, ModerationScore>> read(byte[] answer) throws IOException {
    List<Map<String, ModerationScore>> results = new ArrayList<>();
    try (JsonParser parser = BodyParserFactory.open(answer, 0, answer.length)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals("results");
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            results.add(result(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return results;
  }

  private static Map<String, ModerationScore> result(JsonParser parser) throws IOException {
    Map<String, ModerationScore> scores = new LinkedHashMap<>();
    boolean flagged = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      boolean verdicts = name.equals("categories");
      flagged |= name.equals("flagged") && verdict(parser);
      if (token != JsonToken.START_OBJECT || !(verdicts || name.equals("category_scores"))) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String category = parser.currentName();
        parser.nextToken();
        ModerationScore known = scores.getOrDefault(category, NONE);
        boolean says = verdicts && verdict(parser);
        scores.put(
            category,
            verdicts
                ? new ModerationScore(known.flagged || says, known.score)
                : new ModerationScore(known.flagged, Math.max(known.score, number(parser))));
      }
    }
    // A verdict that says not of what is none.
    require(!scores.isEmpty());
    require(!flagged || scores.values().stream().anyMatch(ModerationScore::flagged));
    return scores;
  }

  private static boolean verdict(JsonParser parser) throws IOException {
    require(parser.currentToken().isBoolean());
    return parser.hasToken(JsonToken.VALUE_TRUE);
  }

  private static double number(JsonParser parser) throws IOException {
    require(parser.currentToken().isNumeric());
    return parser.getDoubleValue();
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("the answer is none of a moderation model");
    }
  }
}
