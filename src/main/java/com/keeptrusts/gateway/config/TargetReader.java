package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.TargetSettings;
import com.keeptrusts.gateway.config.HeadersReader.Auth;
import com.keeptrusts.gateway.exchange.ModelPatterns;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.exchange.Target.Timeouts;
import com.keeptrusts.gateway.upstream.AbsentCredential;
import com.keeptrusts.gateway.upstream.ProviderCatalog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one of {@code providers.targets}. */
final class TargetReader {
  private static final URI UNKNOWN = URI.create("http://unknown.invalid/v1");
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(600), Duration.ofSeconds(300));

  private final Secrets secrets;
  private final EgressReader egresses;
  private final Names ids = new Names();

  TargetReader(Secrets secrets, EgressReader egresses) {
    this.secrets = secrets;
    this.egresses = egresses;
  }

  /** The target; where there are problems, something in its place that nobody will use. */
  TargetSettings read(Section section) {
    String provider = provider(section);
    Optional<SecretRef> secret = secret(section);
    Auth auth = HeadersReader.auth(section);
    Optional<String> carrier =
        section.has("secret_key_ref") ? Optional.of(auth.header()) : Optional.empty();
    Optional<List<String>> models = ModelNames.read(section, "models");
    URI baseUrl = baseUrl(section, provider);
    EgressSettings egress = egresses.read(section, baseUrl);
    Target target =
        new Target(
            ids.read(section, "id").orElse(""),
            provider,
            baseUrl,
            credential(section, secret),
            auth.header(),
            auth.prefix(),
            HeadersReader.headers(section, carrier),
            models.isEmpty() ? Optional.empty() : Optional.of(new ModelPatterns(models.get())),
            section.flag("stream_usage", /* unset= */ true),
            timeouts(section),
            egress.egress());
    return new TargetSettings(target, secret, egress);
  }

  private static String provider(Section section) {
    Optional<String> name = section.requiredText("provider");
    if (name.isPresent() && !ProviderCatalog.names().contains(name.get())) {
      Field field = section.find("provider").orElseThrow();
      field.error(
          field.read()
              + ", but only openai is built yet: for an OpenAI-compatible service"
              + " set provider: openai and its base_url",
          NearName.of(name.get(), ProviderCatalog.names()));
    }
    return name.orElse("");
  }

  private static URI baseUrl(Section section, String provider) {
    Optional<Field> field = section.find("base_url");
    Optional<URI> url =
        field.isEmpty() ? ProviderCatalog.baseUrl(provider) : BaseUrl.read(field.get());
    return url.orElse(UNKNOWN);
  }

  /** A service of one's own may go without a key; the providers' own addresses never do. */
  private Optional<SecretRef> secret(Section section) {
    boolean needed = !section.has("base_url");
    Optional<Field> field =
        needed ? section.require("secret_key_ref") : section.find("secret_key_ref");
    return field.isEmpty() ? Optional.empty() : secrets.read(field.get());
  }

  private Target.Credential credential(Section section, Optional<SecretRef> secret) {
    if (secret.isEmpty()) {
      return AbsentCredential.INSTANCE;
    }
    Target.Credential credential = secrets.credential(secret.get());
    if (credential.current().isEmpty()) {
      Field field = section.find("secret_key_ref").orElseThrow();
      field.warn(secrets.whyAbsent(secret.get()) + ", so this target is unavailable");
    }
    return credential;
  }

  private static Timeouts timeouts(Section section) {
    Optional<Section> timeouts = section.section("timeouts", ConfigKeys.TIMEOUTS);
    if (timeouts.isEmpty()) {
      return TIMEOUTS;
    }
    return new Timeouts(
        DurationText.read(timeouts.get(), "connect", TIMEOUTS.connect()),
        DurationText.read(timeouts.get(), "first_byte", TIMEOUTS.firstByte()),
        DurationText.read(timeouts.get(), "idle", TIMEOUTS.idle()));
  }
}
