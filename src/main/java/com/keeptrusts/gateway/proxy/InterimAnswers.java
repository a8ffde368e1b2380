package com.keeptrusts.gateway.proxy;

import java.io.IOException;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;

/**
 * Passes over interim answers, 102 and 103, of which there may be some: the thread that reads them
 * reads for everybody.
 */
final class InterimAnswers {
  private static final int MOST = 100;
  private static final String COUNT = InterimAnswers.class.getName();

  private InterimAnswers() {}

  static void passOver(ProtocolHandlers handlers) {
    handlers.put(
        new ProcessingProtocolHandler() {
          @Override
          protected void onProcessing(Request request, HttpFields headers) {
            count(request);
          }
        });
    handlers.put(
        new EarlyHintsProtocolHandler() {
          @Override
          protected void onEarlyHints(Request request, HttpFields headers) {
            count(request);
          }
        });
  }

  private static void count(Request request) {
    int count = request.getAttributes().get(COUNT) instanceof Integer before ? before + 1 : 1;
    request.attribute(COUNT, count);
    if (count > MOST) {
      var unused = request.abort(new IOException("more than " + MOST + " interim answers"));
    }
  }
}
