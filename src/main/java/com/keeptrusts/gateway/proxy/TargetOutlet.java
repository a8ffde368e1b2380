package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;

/** Asks targets on a policy's behalf, with the gateway's own credential. */
final class TargetOutlet implements Outlet {
  private static final int LARGEST = 4 * 1024 * 1024;

  private final Snapshot snapshot;
  private final ModelCatalog.Providers providers;

  TargetOutlet(Snapshot snapshot, ModelCatalog.Providers providers) {
    this.snapshot = snapshot;
    this.providers = providers;
  }

  @Override
  public CompletableFuture<byte[]> post(
      String targetId, String path, String json, Duration timeout) {
    Optional<Target> target = find(targetId);
    if (target.isEmpty()) {
      return CompletableFuture.failedFuture(new IOException("no target '" + targetId + "'"));
    }
    Optional<Request> request = providers.request(target.get(), target.get().baseUrl() + path);
    if (request.isEmpty()) {
      return CompletableFuture.failedFuture(
          new IOException(DoorRefusal.closed(target.get()).message()));
    }
    return send(prepared(request.get(), target.get(), json, timeout), target.get());
  }

  private Optional<Target> find(String targetId) {
    return snapshot.targets().stream().filter(each -> each.id().equals(targetId)).findFirst();
  }

  private static Request prepared(Request request, Target target, String json, Duration timeout) {
    return request
        .method("POST")
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .body(new StringRequestContent("application/json", json))
        .headers(
            headers -> {
              target.headers().forEach(headers::put);
              UpstreamHeaders.credential(target)
                  .ifPresent(value -> headers.put(target.authHeader(), value));
            });
  }

  private static CompletableFuture<byte[]> send(Request request, Target target) {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    request.send(
        new BufferingResponseListener(LARGEST) {
          @Override
          public void onComplete(Result result) {
            if (result.isFailed()) {
              answer.completeExceptionally(result.getFailure());
            } else if (result.getResponse().getStatus() != 200) {
              answer.completeExceptionally(
                  new IOException(
                      "target '%s' answered %d"
                          .formatted(target.id(), result.getResponse().getStatus())));
            } else {
              complete(answer, this);
            }
          }
        });
    return answer;
  }

  private static void complete(
      CompletableFuture<byte[]> answer, BufferingResponseListener listener) {
    try {
      answer.complete(listener.getContent());
    } catch (Throwable e) {
      // The prompt would wait for ever.
      answer.completeExceptionally(e);
    }
  }
}
