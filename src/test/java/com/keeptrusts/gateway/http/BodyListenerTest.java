package com.keeptrusts.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BodyListenerTest {
  @Test
  void failure_ofAClientThatWasSilent_isATimeout() {
    Throwable silent = new TimeoutException("idle");
    assertThat(BodyListener.refusal(silent).code()).isEqualTo(ErrorCode.REQUEST_TIMEOUT);
    assertThat(BodyListener.refusal(new IOException(silent)).code())
        .isEqualTo(ErrorCode.REQUEST_TIMEOUT);
  }

  @Test
  void failure_ofAnyOtherKind_isABodyThatEndedEarly() {
    assertThat(BodyListener.refusal(new EOFException("early")).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }
}
