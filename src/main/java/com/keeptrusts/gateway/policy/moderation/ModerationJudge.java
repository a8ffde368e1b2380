package com.keeptrusts.gateway.policy.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.keeptrusts.gateway.apischema.ModerationRequest;
import com.keeptrusts.gateway.apischema.ModerationScore;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.policy.detect.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks a moderation model; what it said of a prompt is remembered, under the prompt's hash. */
final class ModerationJudge implements Judge {
  private static final String PATH = "/moderations";
  private static final long MOST_REMEMBERED = 10_000;

  private final ModerationSettings settings;
  private final Cache<String, List<String>> remembered;

  ModerationJudge(ModerationSettings settings) {
    this.settings = settings;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(settings.cache().isZero() ? 0 : MOST_REMEMBERED)
            .expireAfterWrite(settings.cache())
            // No thread of its own: what is dropped late does no harm.
            .executor(Runnable::run)
            .build();
  }

  @Override
  public CompletableFuture<List<String>> kindsIn(List<String> texts, Outlet outlet) {
    List<String> said = new ArrayList<>();
    for (String text : texts) {
      if (!text.isBlank()) {
        said.add(text);
      }
    }
    if (said.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    String key = hash(said);
    List<String> known = remembered.getIfPresent(key);
    return known != null
        ? CompletableFuture.completedFuture(known)
        : outlet
            .post(
                settings.target(),
                PATH,
                ModerationRequest.of(settings.model(), said),
                settings.timeout())
            .thenApply(answer -> remember(key, kinds(answer, said.size())));
  }

  private List<String> remember(String key, List<String> kinds) {
    remembered.put(key, kinds);
    return kinds;
  }

  private List<String> kinds(byte[] answer, int expected) {
    List<Map<String, ModerationScore>> results;
    try {
      results = ModerationScore.read(answer);
    } catch (IOException e) {
      // Not the parser's words: they might quote the answer.
      throw new UncheckedIOException(new IOException("no answer of a moderation model"));
    }
    if (results.size() < expected) {
      throw new IllegalStateException("a moderation model said nothing of some texts");
    }
    List<String> kinds = new ArrayList<>();
    for (String kind : settings.categories()) {
      if (results.stream().anyMatch(result -> has(result, kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private boolean has(Map<String, ModerationScore> result, String kind) {
    for (Map.Entry<String, ModerationScore> each : result.entrySet()) {
      if (isOf(each.getKey(), kind) && settings.threshold().isReached(each.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** A category with all of its parts, as {@code self-harm/intent}. */
  private static boolean isOf(String category, String kind) {
    String name = category.replace('-', '_');
    return name.equals(kind) || name.startsWith(kind + "/");
  }

  private static String hash(List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
