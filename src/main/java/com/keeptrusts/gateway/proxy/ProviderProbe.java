package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.ClientConnector;

/** Asks a provider for its models by the target's own way out, as the gateway does. */
public final class ProviderProbe {
  private ProviderProbe() {}

  /**
   * The status that the provider answers with.
   *
   * @throws SocketTimeoutException when it does not in time
   * @throws IOException when it cannot be asked; the message says why
   */
  public static int status(Target target, int timeoutMillis) throws IOException {
    ProviderClient client = new ProviderClient(new ClientConnector());
    try {
      client.start();
      client.getProtocolHandlers().clear();
      return ask(client, target, timeoutMillis);
    } catch (IOException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (Exception e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      stop(client);
    }
  }

  private static int ask(ProviderClient client, Target target, int timeoutMillis)
      throws IOException, InterruptedException {
    Request request = client.newRequest(target.baseUrl() + "/models");
    if (!target.egress().isDirect()) {
      throughDoor(client, target.egress(), request);
    }
    request.headers(
        headers -> {
          target.headers().forEach(headers::put);
          UpstreamHeaders.credential(target).ifPresent(c -> headers.put(target.authHeader(), c));
        });
    InputStreamResponseListener answer = new InputStreamResponseListener();
    request.timeout(timeoutMillis, TimeUnit.MILLISECONDS).send(answer);
    try {
      int status = answer.get(timeoutMillis, TimeUnit.MILLISECONDS).getStatus();
      if (status == 407 && target.egress().proxy().isPresent()) {
        throw new IOException(DoorRefusal.loginRefused(target).message());
      }
      return status;
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no answer in time");
    } catch (ExecutionException e) {
      throw inWords(e.getCause() == null ? e : e.getCause(), target);
    }
  }

  private static void throughDoor(ProviderClient client, Egress egress, Request request)
      throws IOException {
    Door door = Door.open(egress);
    Optional<DoorProxy.Login> login = door.proxy().flatMap(DoorProxy::login);
    if (login.isPresent() && login.get().known().password().current().isEmpty()) {
      throw new IOException(
          "the proxy's password is not set: " + login.get().known().password().source());
    }
    login.ifPresent(client.getAuthenticationStore()::addAuthenticationResult);
    var unused = door.lead(request);
  }

  private static IOException inWords(Throwable failure, Target target) {
    Optional<Refusal> atDoor = DoorRefusal.of(failure, /* sent= */ false, target);
    if (atDoor.isPresent()) {
      return new IOException(atDoor.get().message(), failure);
    }
    if (failure instanceof TimeoutException) {
      return new SocketTimeoutException("no answer in time");
    }
    return failure instanceof IOException plain
        ? plain
        : new IOException(failure.getMessage(), failure);
  }

  private static void stop(ProviderClient client) throws IOException {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IOException("the client did not stop: " + e.getMessage(), e);
    }
  }
}
