package com.keeptrusts.gateway.policy.pii;

/** What secrets of one kind look like, from their first character on. */
interface SecretForm {
  /** The longest that any of them is, in characters. */
  int LONGEST = 8192;

  /** Whether one of them begins with this character. */
  boolean startsWith(char c);

  /** Where the secret ends that begins here; negative when none does. */
  int end(String text, int start);

  /** Whether the text ends in what may go on to be one that begins here. */
  boolean isOpen(String text, int start);
}
