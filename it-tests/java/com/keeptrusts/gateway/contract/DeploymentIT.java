package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.GatewayProcess;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import com.keeptrusts.gateway.it.server.ServletServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The WAR and the server around it. */
class DeploymentIT extends Contract {
  /** As Tomcat, Jetty and WildFly write them. */
  private static final Pattern COMPLAINT =
      Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b");

  private DeployedGateway deployed;

  @BeforeAll
  static void renew() throws Exception {
    DeployedGateway.renew();
  }

  @BeforeEach
  void find() {
    deployed = DeployedGateway.current();
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void deployment_leavesNoWarningInTheServersLog() throws Exception {
    assertThat(deployed.deploymentLog()).isNotEmpty();
    assertThat(deployed.deploymentLog().lines()).noneMatch(line -> COMPLAINT.matcher(line).find());
  }

  @Test
  void classesOfTheRunner_areNotServed() throws Exception {
    for (String path :
        List.of(
            "/com/keeptrusts/gateway/boot/Main.class",
            "/WEB-INF/web.xml",
            "/META-INF/context.xml",
            "/META-INF/MANIFEST.MF")) {
      assertThat(get(deployed.url() + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void secondCopy_hasAPathAndAStateOfItsOwn() throws Exception {
    assumeFalse(standsAlone(), "the executable is one gateway");
    ServletServer server = deployed.server();
    try (RunningGateway first = deployed(OneTeam.GROUPS)) {
      server.deploy(GatewayProcess.war(), "second");
      String url = server.url("second");
      try (RunningGateway second =
          RunningGateway.configure(
              url,
              deployed.config(),
              DeployedGateway.ADMIN_KEY,
              RunningGateway.TARGET,
              OneTeam.GROUPS)) {
        assertThat(second.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode())
            .isEqualTo(200);
        assertThat(second.events(10)).hasSize(1);
        assertThat(first.events(10)).isEmpty();
        assertThat(first.get("/v1/models", OneTeam.KEY).statusCode()).isEqualTo(200);
      } finally {
        server.undeploy("second");
      }
      assertThat(get(deployed.url() + "/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void configThatIsMissing_isSaidAtReadyzAndInTheLogAndNothingIsServed() throws Exception {
    assumeFalse(standsAlone(), "the executable does not start then");
    ServletServer server = deployed.server();
    byte[] config = Files.readAllBytes(deployed.config());
    Files.delete(deployed.config());
    try {
      server.deploy(GatewayProcess.war(), "lost");
    } finally {
      Files.write(deployed.config(), config);
    }
    assertNotReady(server, "lost", "there is no such file");
  }

  @Test
  void stateFolderThatCannotBeWritten_isSaidAtReadyzAndInTheLogAndNothingIsServed()
      throws Exception {
    assumeFalse(standsAlone(), "the executable does not start then");
    // A file in the folder's place: nobody, not even root, can make the folder then.
    Path state = deployed.config().resolveSibling("state");
    Files.writeString(state.resolve("_walled"), "in the way");
    deployed.server().deploy(GatewayProcess.war(), "walled");
    assertNotReady(deployed.server(), "walled", "keeptrusts.home");
  }

  private static void assertNotReady(ServletServer server, String name, String words)
      throws Exception {
    try {
      String url = server.url(name);
      assertThat(get(url + "/healthz").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(url + "/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains(words);
      HttpResponse<String> refused = get(url + "/v1/models");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("\"gateway_not_ready\"").doesNotContain(words);
      assertThat(server.log())
          .contains("the gateway at '/" + name + "' serves nothing")
          .contains(words);
    } finally {
      server.undeploy(name);
    }
  }
}
