package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.apischema.ModelList;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.http.Caller;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.LogContext;
import com.keeptrusts.gateway.http.RequestPath;
import com.keeptrusts.gateway.proxy.answer.ClientAnswer;
import com.keeptrusts.gateway.proxy.answer.ClientWriter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /v1/models} and one model: what targets list, as far as the group may use it. */
final class ModelsAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsAnswer.class);
  private static final String ONE = "/models/";

  private final ModelCatalog catalog;
  private final ErrorWriter errorWriter;

  ModelsAnswer(ModelCatalog catalog, ErrorWriter errorWriter) {
    this.catalog = catalog;
    this.errorWriter = errorWriter;
  }

  void serve(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      ModelCatalog.Providers providers) {
    Caller caller = Caller.of(clientRequest);
    List<Target> targets =
        caller.snapshot().targets().stream()
            .filter(target -> target.credential().current().isPresent())
            .toList();
    Map<Target, CompletableFuture<List<ModelList.Entry>>> asked = new LinkedHashMap<>();
    targets.forEach(target -> asked.put(target, catalog.of(target, providers)));
    AsyncContext async = clientRequest.startAsync();
    async.setTimeout(0);
    var unused =
        CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
            .whenComplete((done, failure) -> answer(clientRequest, clientResponse, async, asked));
  }

  private void answer(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      AsyncContext async,
      Map<Target, CompletableFuture<List<ModelList.Entry>>> asked) {
    @Nullable LogContext before = LogContext.of(clientRequest).enter();
    try {
      errorWriter.mark(clientRequest, clientResponse);
      byte[] body = body(clientRequest, clientResponse, asked);
      clientResponse.setContentType("application/json");
      clientResponse.setContentLength(body.length);
      ClientWriter writer =
          new ClientWriter(
              async, clientResponse.getOutputStream(), /* flushEach= */ false, failure -> {});
      writer.write(body);
      writer.end();
    } catch (Throwable e) {
      LOG.error("{}: the list of models could not be answered", LogContext.of(clientRequest), e);
      new ClientAnswer(clientRequest, clientResponse, async, errorWriter, failure -> {})
          .refuse(Refusal.ofFault(LogContext.of(clientRequest).requestId()));
    } finally {
      LogContext.leave(before);
    }
  }

  private byte[] body(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      Map<Target, CompletableFuture<List<ModelList.Entry>>> asked) {
    if (asked.isEmpty()
        || asked.values().stream().allMatch(CompletableFuture::isCompletedExceptionally)) {
      LogContext context = LogContext.of(clientRequest);
      asked.forEach(
          (target, models) -> LOG.warn("{}: target '{}' lists no models", context, target.id()));
      return errorWriter.prepare(
          clientRequest,
          clientResponse,
          Refusal.of(ErrorCode.UPSTREAM_ERROR, "No provider target could list its models"));
    }
    Map<ModelName, String> visible = visible(Caller.of(clientRequest), asked);
    String path = RequestPath.belowApi(clientRequest);
    if (!path.startsWith(ONE)) {
      String data = String.join(",", visible.values());
      return ("{\"object\":\"list\",\"data\":[" + data + "]}").getBytes(StandardCharsets.UTF_8);
    }
    ModelName name = named(path.substring(ONE.length()));
    String json = visible.get(name);
    return json != null
        ? json.getBytes(StandardCharsets.UTF_8)
        : errorWriter.prepare(
            clientRequest,
            clientResponse,
            Refusal.of(ErrorCode.MODEL_NOT_FOUND, "The model '" + name + "' does not exist"));
  }

  private static ModelName named(String encoded) {
    try {
      // A plus is a plus in a path.
      return new ModelName(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new ModelName(encoded);
    }
  }

  /** Each model once, by the target that its requests would go to. */
  private static Map<ModelName, String> visible(
      Caller caller, Map<Target, CompletableFuture<List<ModelList.Entry>>> asked) {
    Map<ModelName, String> visible = new LinkedHashMap<>();
    asked.forEach(
        (target, models) -> {
          if (!models.isCompletedExceptionally()) {
            for (ModelList.Entry entry : models.join()) {
              boolean served =
                  caller.snapshot().targetFor(entry.name()).filter(target::equals).isPresent();
              if (served && caller.group().allows(entry.name())) {
                visible.putIfAbsent(entry.name(), entry.json());
              }
            }
          }
        });
    return visible;
  }
}
