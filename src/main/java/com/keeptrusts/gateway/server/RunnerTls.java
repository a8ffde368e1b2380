package com.keeptrusts.gateway.server;

import com.keeptrusts.gateway.background.Heartbeat;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.tls.Identity;
import com.keeptrusts.gateway.tls.TlsContexts;
import com.keeptrusts.gateway.tls.TlsFileException;
import com.keeptrusts.gateway.upstream.FollowedFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runner's key and certificate. Its files are looked at twice a second: what is renewed serves
 * the next connections, those that stand are left alone, and a broken file leaves the old one in
 * use.
 */
public final class RunnerTls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunnerTls.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final IdentityFiles files;
  private final FollowedFiles followed;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private final Heartbeat looks = new Heartbeat("kt-tls-files", BETWEEN_LOOKS, this::look);
  private volatile Identity identity;
  private volatile Runnable renewed = () -> {};

  private RunnerTls(IdentityFiles files, FollowedFiles followed, Identity identity)
      throws TlsFileException {
    this.files = files;
    this.followed = followed;
    this.identity = identity;
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    factory.setSslContext(context(identity));
  }

  /**
   * Reads the files.
   *
   * @throws TlsFileException when they cannot be used, in words
   */
  public static RunnerTls open(IdentityFiles files, InstantSource clock) throws TlsFileException {
    // The stamps come first: a change after them is seen at the next look.
    FollowedFiles followed = new FollowedFiles(files.files(), secrets(files));
    Identity identity = Identity.read(files);
    Instant end = identity.certificate().getNotAfter().toInstant();
    if (end.isBefore(clock.instant())) {
      LOG.warn("the certificate in '{}' expired at {}", files.files().get(0), end);
    }
    RunnerTls tls = new RunnerTls(files, followed, identity);
    var unused = tls.looks.start();
    return tls;
  }

  /** The SHA-256 of the certificate that is served now, in lower-case hexadecimal. */
  public String fingerprint() {
    return identity.fingerprint();
  }

  /** Has somebody called when another certificate is served. */
  public void onRenewal(Runnable follower) {
    renewed = follower;
  }

  SslContextFactory.Server factory() {
    return factory;
  }

  private void look() {
    try {
      if (followed.haveChanged()) {
        Identity fresh = Identity.read(files);
        SSLContext context = context(fresh);
        factory.reload(own -> own.setSslContext(context));
        identity = fresh;
        LOG.info(
            "the renewed certificate in '{}' is served, until {}",
            files.files().get(0),
            fresh.certificate().getNotAfter().toInstant());
        renewed.run();
      }
    } catch (TlsFileException e) {
      LOG.error("{}; the certificate that was read before is served on", e.getMessage());
    } catch (Exception e) {
      // An exception would end the schedule in silence.
      LOG.error("the certificate's files could not be looked at", e);
    }
  }

  private static SSLContext context(Identity identity) throws TlsFileException {
    return TlsContexts.of(Optional.of(identity), List.of());
  }

  private static List<Target.Credential> secrets(IdentityFiles files) {
    return files instanceof IdentityFiles.Store store ? List.of(store.password()) : List.of();
  }

  @Override
  public void close() {
    looks.close();
  }
}
