package com.keeptrusts.gateway.cli;

import java.util.List;

/** What each policy did to an exchange, a line each. */
final class PolicyTrace {
  private PolicyTrace() {}

  static String lines(EventView event) {
    List<EventView> policies = event.list("policies");
    if (policies.isEmpty()) {
      return "  no policy ran\n";
    }
    StringBuilder text = new StringBuilder();
    for (EventView policy : policies) {
      text.append("  policy=").append(PlainText.word(policy.text("name").orElse("-")));
      text.append(" type=").append(PlainText.word(policy.text("type").orElse("-")));
      text.append(" phase=").append(PlainText.word(policy.text("phase").orElse("-")));
      text.append(" outcome=").append(PlainText.word(policy.text("outcome").orElse("-")));
      List<String> entities = policy.texts("entities");
      if (!entities.isEmpty()) {
        text.append(" entities=").append(PlainText.word(String.join(",", entities)));
      }
      text.append(" duration=").append(Math.round(policy.number("duration_us"))).append("us\n");
    }
    return text.toString();
  }
}
