package com.keeptrusts.gateway.http;

import jakarta.servlet.ServletRequest;
import java.io.IOException;

/**
 * An answer that broke off after it had begun. Thrown through the container in an async dispatch of
 * its own: that is how a servlet makes a container close the connection instead of ending the
 * answer as if it were whole.
 */
public final class CutAnswer extends IOException {
  private static final long serialVersionUID = 1;
  private static final String ATTRIBUTE = CutAnswer.class.getName();

  private CutAnswer() {
    super("the answer broke off", null);
  }

  /** Has the request's next dispatch fail. */
  public static void note(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  static boolean isNoted(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  static CutAnswer raise() {
    return new CutAnswer();
  }
}
