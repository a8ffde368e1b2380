package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.apischema.ModelList;
import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.Target;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;

/** The models that targets list, each kept for a minute; asked once however many want it. */
final class ModelCatalog {
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long PATIENCE_SECONDS = 30;
  private static final int LARGEST = 8 * 1024 * 1024;

  /** Requests by each target's own way out. */
  interface Providers {
    /** A request that is not sent yet; empty where the way out is closed. */
    Optional<Request> request(Target target, String address);
  }

  private record Key(String target, URI baseUrl, Egress egress) {}

  private record Listing(CompletableFuture<List<ModelList.Entry>> models, long atNanos) {}

  private final ConcurrentMap<Key, Listing> listings = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  ModelCatalog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What the target lists; fails when it cannot be asked. */
  CompletableFuture<List<ModelList.Entry>> of(Target target, Providers providers) {
    long now = nanos.getAsLong();
    return listings
        .compute(
            new Key(target.id(), target.baseUrl(), target.egress()),
            (key, known) ->
                known != null && isFresh(known, now)
                    ? known
                    : new Listing(ask(target, providers), now))
        .models();
  }

  private static boolean isFresh(Listing listing, long now) {
    return now - listing.atNanos() < KEPT_NANOS && !listing.models().isCompletedExceptionally();
  }

  private static CompletableFuture<List<ModelList.Entry>> ask(Target target, Providers providers) {
    CompletableFuture<List<ModelList.Entry>> models = new CompletableFuture<>();
    Optional<Request> found = providers.request(target, target.baseUrl() + "/models");
    if (found.isEmpty()) {
      return CompletableFuture.failedFuture(new IOException(DoorRefusal.closed(target).message()));
    }
    Request request = found.get().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    request.headers(
        headers -> {
          target.headers().forEach(headers::put);
          UpstreamHeaders.credential(target).ifPresent(c -> headers.put(target.authHeader(), c));
        });
    request.send(
        new BufferingResponseListener(LARGEST) {
          @Override
          public void onComplete(Result result) {
            complete(models, target, result, this);
          }
        });
    return models;
  }

  private static void complete(
      CompletableFuture<List<ModelList.Entry>> models,
      Target target,
      Result result,
      BufferingResponseListener listener) {
    if (result.isFailed()) {
      models.completeExceptionally(result.getFailure());
      return;
    }
    try {
      int status = result.getResponse().getStatus();
      if (status != 200) {
        throw new IOException("target '" + target.id() + "' answered " + status);
      }
      models.complete(ModelList.parse(listener.getContent()));
    } catch (Throwable e) {
      // Whoever waits for the list would wait for ever.
      models.completeExceptionally(e);
    }
  }
}
