package com.keeptrusts.gateway;

/** A configuration with one unlimited team, and what it sends. */
public final class OneTeam {
  public static final String KEY = "kt_cg_team_abc123";
  public static final String GROUPS =
      """
      consumer_groups:
        - name: team
          api_key: kt_cg_team_abc123
      """;
  public static final String CHAT = "/v1/chat/completions";
  public static final String HELLO =
      "{\"model\": \"gpt-4o-mini\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";
  public static final String STREAM = HELLO.replace("}]}", "}], \"stream\": true}");

  private OneTeam() {}

  /** A target at an address, with short time-outs and whatever lines are added. */
  public static String target(String id, Object baseUrl, String... lines) {
    return """
              - id: %s
                provider: openai
                base_url: %s
                secret_key_ref: {env: MOCK_KEY}
                timeouts: {connect: 1s, first_byte: 2s, idle: 2s}
          """
            .formatted(id, baseUrl)
        + String.join("", java.util.Arrays.stream(lines).map(l -> "      " + l + "\n").toList());
  }
}
