package com.keeptrusts.gateway.it;

/** The tutorial's scripts as it prints them, but for the port. */
final class TutorialScripts {
  static final String STEP_3_ENGINEERING =
      """
      # Engineering team request
      curl -s http://localhost:$PORT/v1/chat/completions \\
        -H "Content-Type: application/json" \\
        -H "Authorization: Bearer kt_cg_engineering_abc123" \\
        -d '{
          "model": "gpt-4o",
          "messages": [{"role": "user", "content": "Explain microservices architecture."}]
        }' | jq '{model: .model, group: .headers["x-consumer-group"] // "engineering"}'
      """;

  static final String STEP_3_MARKETING =
      """
      # Marketing team request
      curl -s http://localhost:$PORT/v1/chat/completions \\
        -H "Content-Type: application/json" \\
        -H "Authorization: Bearer kt_cg_marketing_def456" \\
        -d '{
          "model": "gpt-4o-mini",
          "messages": [{"role": "user", "content": "Write a tagline for our product."}]
        }' | jq '{model: .model}'
      """;

  static final String STEP_4 =
      """
      curl -s -w "\\nHTTP Status: %{http_code}\\n" \\
        http://localhost:$PORT/v1/chat/completions \\
        -H "Content-Type: application/json" \\
        -H "Authorization: Bearer kt_cg_marketing_def456" \\
        -d '{
          "model": "gpt-4o",
          "messages": [{"role": "user", "content": "Draft a press release."}]
        }'
      """;

  static final String STEP_5 =
      """
      for i in $(seq 1 35); do
        STATUS=$(curl -s -o /dev/null -w "%{http_code}" \\
          http://localhost:$PORT/v1/chat/completions \\
          -H "Content-Type: application/json" \\
          -H "Authorization: Bearer kt_cg_marketing_def456" \\
          -d '{
            "model": "gpt-4o-mini",
            "messages": [{"role": "user", "content": "Hello"}]
          }')
        echo "Request $i: HTTP $STATUS"
      done
      """;

  static final String STEP_6 =
      """
      # Marketing is rate-limited, but engineering still works
      curl -s http://localhost:$PORT/v1/chat/completions \\
        -H "Content-Type: application/json" \\
        -H "Authorization: Bearer kt_cg_engineering_abc123" \\
        -d '{
          "model": "gpt-4o",
          "messages": [{"role": "user", "content": "What is Kubernetes?"}]
        }' | jq '{model: .model, status: "success"}'
      """;

  static final String STEP_7 =
      """
      kt events tail --last 50 --format json | jq -s '
        group_by(.consumer_group) | map({
          group: .[0].consumer_group,
          requests: length,
          total_tokens: (map(.usage.total_tokens) | add),
          blocked: (map(select(.result == "blocked")) | length)
        })
      '
      """;

  /** What step 8 adds to the marketing group. */
  static final String STEP_8_POLICY =
      """
      input_policies:
        - name: marketing-pii-filter
          type: pii_detector
          action: block
          config:
            entities:
              - credit_card
              - ssn

      """
          .indent(4);

  private TutorialScripts() {}

  /** Step 4's command, with a card's number in the prompt. */
  static String withCard(String key) {
    return STEP_4
        .replace("kt_cg_marketing_def456", key)
        .replace("\"gpt-4o\"", "\"gpt-4o-mini\"")
        .replace("Draft a press release.", "Charge 4111 1111 1111 1111, please.");
  }
}
