package com.keeptrusts.gateway.bench;

/** What people write to models: nothing in it is for a policy to find. */
final class OrdinaryText {
  private static final String PARAGRAPH =
      """
      Please summarise the minutes of Tuesday's planning meeting in five bullet points, then draft a
      short reply to the customer. The migration of the billing service (version 4.12.3) went live
      on 2026-03-14 at 09:30; order 48213-A and invoice 2026/0455 were delayed by two days. The team
      wants to know whether `retry(maxAttempts = 3)` is enough, or if we should raise the time-out to
      30 s as in ticket OPS-1187. Costs rose from $1,250.00 to $1,410.50 a month. Keep the tone
      friendly, mention that commit 9f86d081884c7d65 fixed the race, and ask Maria and her group to
      review the draft before Friday. What would you change in the second paragraph, and why?
      """;

  private OrdinaryText() {}

  /** So many characters of it. */
  static String of(int size) {
    return PARAGRAPH.repeat(size / PARAGRAPH.length() + 1).substring(0, size);
  }
}
