package com.keeptrusts.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LogContextTest {
  private final ExchangeFilter filter =
      new ExchangeFilter(
          new ErrorWriter(StandingHeaders.NONE),
          InstantSource.system(),
          System::nanoTime,
          () -> "req_1");

  @Test
  void context_withinTheChain_isTheRequests() throws Exception {
    AtomicReference<Optional<LogContext>> seen = new AtomicReference<>(Optional.empty());
    filter.doFilter(request(), response(), (in, out) -> seen.set(LogContext.current()));
    assertThat(seen.get().orElseThrow().requestId()).isEqualTo("req_1");
    assertThat(LogContext.current()).isEmpty();
  }

  @Test
  void context_afterAFailure_isTakenOffTheThread() {
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    request(),
                    response(),
                    (in, out) -> {
                      throw new ServletException("on purpose");
                    }))
        .isInstanceOf(ServletException.class);
    assertThat(LogContext.current()).isEmpty();
  }

  @Test
  void context_ofAThreadThatTheRequestStarted_isNone() throws Exception {
    AtomicReference<Optional<LogContext>> seen = new AtomicReference<>();
    LogContexts.within(
        "req_1",
        "marketing",
        "",
        () -> {
          Thread started = new Thread(() -> seen.set(LogContext.current()));
          started.start();
          started.join();
        });
    assertThat(seen.get()).isEmpty();
  }

  @Test
  void context_withinAnother_givesItBack() throws Exception {
    LogContexts.within(
        "outer",
        "a",
        "",
        () -> {
          LogContexts.within("inner", "b", "", () -> assertThat(id()).isEqualTo("inner"));
          assertThat(id()).isEqualTo("outer");
        });
    assertThat(LogContext.current()).isEmpty();
  }

  private static String id() {
    return LogContext.current().orElseThrow().requestId();
  }

  private static HttpServletRequest request() {
    Map<String, Object> attributes = new HashMap<>();
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            LogContextTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getAttribute" -> attributes.get(args[0]);
                  case "setAttribute" -> attributes.put((String) args[0], args[1]);
                  case "getHeaders" -> Collections.emptyEnumeration();
                  case "isAsyncStarted" -> true;
                  default -> null;
                });
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            LogContextTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, args) -> method.getName().equals("isCommitted") ? false : null);
  }
}
