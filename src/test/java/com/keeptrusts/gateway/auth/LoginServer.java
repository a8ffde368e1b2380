package com.keeptrusts.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A small OpenID provider on the loopback address, with keys that tests change. */
public final class LoginServer implements AutoCloseable {
  public static final String AUDIENCE = "keeptrusts";
  private static final RSAKey FIRST = rsa("first");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JWK> keys = new CopyOnWriteArrayList<>(List.of(FIRST));
  private final AtomicInteger keyFetches = new AtomicInteger();
  private volatile RSAKey signing = FIRST;
  private volatile int status = 200;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** Starts one on a free port. */
  public LoginServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/realms/acme/.well-known/openid-configuration",
        call -> answer(call, "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + jwks() + "\"}"));
    server.createContext(
        "/jwks",
        call -> {
          keyFetches.incrementAndGet();
          answer(call, new JWKSet(List.copyOf(keys)).toString(/* publicKeysOnly= */ true));
        });
    server.start();
  }

  private void answer(HttpExchange call, String text) throws IOException {
    try (call) {
      gate.await();
      byte[] body = text.getBytes(UTF_8);
      call.sendResponseHeaders(status, body.length);
      call.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A new RSA key. */
  public static RSAKey rsa(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/acme";
  }

  private String jwks() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
  }

  /** How often the keys were asked for. */
  public int keyFetches() {
    return keyFetches.get();
  }

  /** Answers everything with this status. */
  public void answerWith(int other) {
    status = other;
  }

  /** Answers nothing until the latch is down. */
  public void hold(CountDownLatch until) {
    gate = until;
  }

  /** Lists only this key, and signs with it. */
  public void rotateTo(RSAKey key) {
    keys.clear();
    keys.add(key);
    signing = key;
  }

  /** Lists one more key. */
  public void list(JWK key) {
    keys.add(key);
  }

  public RSAKey signingKey() {
    return signing;
  }

  /** A good token of somebody in these groups. */
  public String token(String user, String... groups) {
    return token(user, claims -> claims.put("groups", List.of(groups)));
  }

  /** A token with other claims than a good one has. */
  public String token(String user, Change change) {
    return signed(header -> header, claims(user, change));
  }

  /** What a test changes. */
  public interface Change {
    void to(Map<String, Object> claims);
  }

  /** The claims of a good token, changed. */
  public Map<String, Object> claims(String user, Change change) {
    Map<String, Object> claims = new HashMap<>();
    long now = Instant.now().getEpochSecond();
    claims.put("iss", issuer());
    claims.put("aud", AUDIENCE);
    claims.put("sub", user);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    change.to(claims);
    return claims;
  }

  /** Signed as this provider does, with another header. */
  public String signed(UnaryOperator<JWSHeader.Builder> change, Map<String, Object> claims) {
    try {
      JWSHeader.Builder header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signing.getKeyID());
      return signed(change.apply(header).build(), claims, new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed by anybody. */
  public static String signed(JWSHeader header, Map<String, Object> claims, JWSSigner signer) {
    try {
      JWSObject object = new JWSObject(header, new Payload(claims));
      object.sign(signer);
      return object.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
