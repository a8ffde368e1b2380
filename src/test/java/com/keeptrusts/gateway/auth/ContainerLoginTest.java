package com.keeptrusts.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.store.DataFolder;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Credential;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servlet container's own login as the front door; here Jetty's, with passwords. */
class ContainerLoginTest {
  @TempDir Path folder;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final HttpClient http = HttpClient.newHttpClient();
  private MockProvider provider;
  private Gateway gateway;

  private void start(String sso) throws Exception {
    start(sso, ServletContextHandler.SECURITY);
  }

  private void start(String sso, int options) throws Exception {
    provider = MockProvider.start(0);
    Path file =
        Files.writeString(
            folder.resolve("policy-config.yaml"),
            "version: '1'\nproviders:\n  targets:\n"
                + OneTeam.target("mock", provider.baseUrl())
                + SsoGroups.with(sso));
    ConfigReader reader =
        new ConfigReader(
            new PolicyRegistry(System::nanoTime),
            name -> Optional.of("sk-mock"),
            InstantSource.system());
    ConfigResult.Loaded loaded = (ConfigResult.Loaded) reader.read(file);
    gateway =
        Gateway.open(
            new ActiveConfig(reader, file, loaded),
            DataFolder.open(folder.resolve("state")),
            new AdminKeys(Optional.of(RunningGateway.ADMIN_KEY), Optional.empty()));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context(options));
    server.start();
  }

  private ServletContextHandler context(int options) {
    ServletContextHandler context = new ServletContextHandler(options);
    context.addEventListener(
        new ServletContextListener() {
          @Override
          public void contextInitialized(ServletContextEvent event) {
            gateway.registerApi(event.getServletContext());
            gateway.registerAdmin(event.getServletContext());
          }
        });
    if (options == ServletContextHandler.SECURITY) {
      secure((ConstraintSecurityHandler) context.getSecurityHandler());
    }
    return context;
  }

  private static void secure(ConstraintSecurityHandler security) {
    UserStore users = new UserStore();
    users.addUser("anna", Credential.getCredential("secret"), new String[] {"mkt-user"});
    users.addUser("otto", Credential.getCredential("secret"), new String[] {"mkt"});
    HashLoginService logins = new HashLoginService("realm");
    logins.setUserStore(users);
    security.setLoginService(logins);
    security.setAuthenticator(new BasicAuthenticator());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    gateway.close();
    provider.close();
  }

  private HttpResponse<String> ask(String authorization) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + connector.getLocalPort() + OneTeam.CHAT))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(OneTeam.HELLO))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Test
  void login_withARole_isLetIn_andKeysGoOn() throws Exception {
    start("  container: {login: true}\n");
    HttpResponse<String> anna = ask(basic("anna", "secret"));
    assertThat(anna.statusCode()).as(anna.body()).isEqualTo(200);
    assertThat(anna.headers().firstValue("x-consumer-group")).contains("marketing");

    assertThat(ask("Bearer " + OneTeam.KEY).headers().firstValue("x-consumer-group"))
        .contains("team");
    assertThat(provider.received().get(0).headers("Authorization").toString())
        .doesNotContain("Basic");
  }

  @Test
  void login_thatIsNotEnough_isRefused() throws Exception {
    start("  container: {login: true}\n");
    HttpResponse<String> otto = ask(basic("otto", "secret"));
    assertThat(otto.statusCode()).isEqualTo(403);
    assertThat(otto.body()).contains("no_consumer_group", "otto", "the server's login");
    HttpResponse<String> wrong = ask(basic("anna", "wrong"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(ask("Bearer nonsense").body()).contains("invalid_api_key");
    assertThat(provider.receivedCount()).isZero();
  }

  @Test
  void login_thatIsMalformed_isUnknown() throws Exception {
    start("  container: {login: true}\n");
    for (String malformed : List.of("Basic %%%", "Basic", "Basic YQ==", "Digest x")) {
      assertThat(ask(malformed).statusCode()).as(malformed).isEqualTo(401);
    }
  }

  @Test
  void passwords_guessedBeyondTheLimit_areNotLookedAt() throws Exception {
    start("  container: {login: true}\n");
    for (int i = 0; i < 20; i++) {
      assertThat(ask(basic(i % 2 == 0 ? "anna" : "ANNA ", "guess" + i)).statusCode())
          .isEqualTo(401);
    }
    HttpResponse<String> right = ask(basic("anna", "secret"));
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(right.headers().firstValue("Retry-After")).isPresent();
    assertThat(provider.receivedCount()).isZero();
    assertThat(ask(basic("otto", "secret")).statusCode()).isEqualTo(403);
    assertThat(ask("Bearer " + OneTeam.KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void login_whereTheServerHasNone_isUnknown() throws Exception {
    start("  container: {login: true}\n", ServletContextHandler.NO_SECURITY);
    assertThat(ask(basic("anna", "secret")).statusCode()).isEqualTo(401);
    assertThat(ask("Bearer " + OneTeam.KEY).statusCode()).isEqualTo(200);
  }
}
