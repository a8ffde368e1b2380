package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.List;

/** Finds the marks with which chat templates part what is whose. */
final class DelimiterDetector implements Detector {
  private static final List<Mark> MARKS =
      List.of(
          new Mark(3, "<|im_start|>system"),
          new Mark(3, "[system](#"),
          new Mark(2, "<|im_start|>"),
          new Mark(2, "<|im_end|>"),
          new Mark(2, "<|im_sep|>"),
          new Mark(2, "<|system|>"),
          new Mark(2, "<|user|>"),
          new Mark(2, "<|assistant|>"),
          new Mark(2, "<|channel|>"),
          new Mark(2, "<|endoftext|>"),
          new Mark(2, "<|endofprompt|>"),
          new Mark(2, "<|begin_of_text|>"),
          new Mark(2, "<|start_header_id|>"),
          new Mark(2, "<|end_header_id|>"),
          new Mark(2, "<|eot_id|>"),
          new Mark(2, "<start_of_turn>"),
          new Mark(2, "<end_of_turn>"),
          new Mark(2, "<<SYS>>"),
          new Mark(2, "<</SYS>>"),
          new Mark(2, "[INST]"),
          new Mark(2, "[/INST]"),
          new Mark(2, "</user_input>"),
          new Mark(2, "</untrusted"),
          new Mark(2, "### SYSTEM ###"),
          new Mark(2, "###SYSTEM###"),
          new Mark(2, "[system override]"),
          new Mark(1, "</system>"),
          new Mark(1, "<system>"),
          new Mark(1, "</system_prompt>"),
          new Mark(1, "[system]"),
          new Mark(1, "### System:"),
          new Mark(1, "### Instruction:"));

  private static final String FIRST = "<[#";
  private static final int LONGEST = 24;

  private final List<Mark> marks;
  private final int threshold;

  DelimiterDetector(int threshold) {
    this.marks = MARKS.stream().filter(mark -> mark.severity >= threshold).toList();
    this.threshold = threshold;
  }

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    for (int i = 0; i < FIRST.length(); i++) {
      int at = text.indexOf(FIRST.charAt(i));
      while (at >= 0) {
        find(text, at, listener);
        at = text.indexOf(FIRST.charAt(i), at + 1);
      }
    }
  }

  private void find(String text, int at, MatchListener listener) {
    for (Mark mark : marks) {
      if (mark.isAt(text, at, mark.text.length())
          && mark.severity - lowering(text, at) >= threshold) {
        listener.found(Attack.DELIMITER_INJECTION.kind(), at, at + mark.text.length());
      }
    }
  }

  /** Who writes about a mark puts it in quotes. */
  private static int lowering(String text, int at) {
    return at > 0 && "\"'`".indexOf(text.charAt(at - 1)) >= 0 ? 2 : 0;
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    for (int i = Math.max(0, text.length() - LONGEST); i < text.length(); i++) {
      if (FIRST.indexOf(text.charAt(i)) >= 0 && isBegun(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private boolean isBegun(String text, int at) {
    int length = text.length() - at;
    for (Mark mark : marks) {
      if (length < mark.text.length() && mark.isAt(text, at, length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int longest() {
    return LONGEST;
  }

  private record Mark(int severity, String text) {
    boolean isAt(String other, int at, int length) {
      return text.regionMatches(/* ignoreCase= */ true, 0, other, at, length);
    }
  }
}
