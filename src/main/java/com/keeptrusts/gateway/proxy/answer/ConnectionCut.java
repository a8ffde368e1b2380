package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.http.CutAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks an answer off so that it cannot be taken for a whole one. The servlet API has no word for
 * it, so this is each container's own way.
 */
final class ConnectionCut {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionCut.class);

  private ConnectionCut() {}

  /** Breaks a committed answer off and completes it. */
  static void cut(AsyncContext async) {
    Container container = Container.of(async.getRequest());
    try {
      switch (container) {
        case JETTY -> {
          ((HttpServletResponse) async.getResponse()).sendError(-1);
          async.complete();
        }
        case UNDERTOW -> {
          closeUndertow(Container.own(async.getRequest()));
          async.complete();
        }
        case TOMCAT -> {
          // It closes the connection when a dispatch fails behind the answer's beginning.
          CutAnswer.note(async.getRequest());
          async.dispatch();
        }
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      LOG.warn("a broken answer could not be cut off in {}; it ends as if whole", container, e);
      complete(async);
    }
  }

  /** Ends a failed dispatch as if whole, Undertow does; but it lets its connection be closed. */
  private static void closeUndertow(ServletRequest request) throws ReflectiveOperationException {
    Object exchange = call(request, "getExchange");
    call(call(exchange, "getConnection"), "close");
  }

  private static Object call(Object on, String method) throws ReflectiveOperationException {
    try {
      return on.getClass().getMethod(method).invoke(on);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IOException failure) {
        throw new UncheckedIOException(failure);
      }
      throw e;
    }
  }

  private static void complete(AsyncContext async) {
    try {
      async.complete();
    } catch (IllegalStateException e) {
      LOG.debug("the container has completed the answer already", e);
    }
  }
}
