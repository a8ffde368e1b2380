package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.cli.DoctorProbe.Finding;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.proxy.ProviderProbe;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether a provider answers and takes the credential: asks it for its models, which is free. */
final class ProviderCheck {
  private static final int TIMEOUT_MILLIS = 10_000;

  private ProviderCheck() {}

  static Finding look(Target target) {
    String name = "provider " + target.id();
    Optional<String> key = target.credential().current();
    if (key.isEmpty()) {
      return new Finding(name, false, target.credential().source() + " is not set");
    }
    try {
      return judged(name, target, ProviderProbe.status(target, TIMEOUT_MILLIS));
    } catch (UnknownHostException e) {
      return new Finding(name, false, "unknown host '" + target.baseUrl().getHost() + "'");
    } catch (SocketTimeoutException e) {
      return new Finding(name, false, target.baseUrl() + " did not answer within 10 seconds");
    } catch (IOException e) {
      return new Finding(name, false, target.baseUrl() + ": " + e.getMessage());
    }
  }

  private static Finding judged(String name, Target target, int status) {
    if (status == HttpURLConnection.HTTP_UNAUTHORIZED
        || status == HttpURLConnection.HTTP_FORBIDDEN) {
      String refused = " refuses the credential from " + target.credential().source();
      return new Finding(name, false, target.baseUrl() + refused + " (HTTP " + status + ")");
    }
    boolean served = status < HttpURLConnection.HTTP_INTERNAL_ERROR;
    return new Finding(name, served, target.baseUrl() + " answers (HTTP " + status + ")");
  }
}
