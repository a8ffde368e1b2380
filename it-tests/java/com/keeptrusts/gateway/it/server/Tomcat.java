package com.keeptrusts.gateway.it.server;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Tomcat, deployed to through its own manager application. */
final class Tomcat implements ServletServer {
  private static final String USERS =
      """
      <tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
        <user username="it" password="it" roles="manager-script"/>
      """;
  private static final String LOGIN =
      """
      <Context>
        <JarScanner><JarScanFilter defaultTldScan="false" defaultPluggabilityScan="false"/></JarScanner>
        <Valve className="org.apache.catalina.authenticator.BasicAuthenticator"/>
      </Context>
      """;
  private static final String MANAGER =
      "<Context privileged=\"true\" docBase=\"${catalina.home}/webapps/manager\"/>\n";

  private final Path home;
  private final Workplace place;
  private ServerProcess process;

  Tomcat(Path home, Workplace place) throws IOException {
    this.home = home;
    this.place = place;
    place.copy(home.resolve("conf"), "conf");
    Path contexts = place.base().resolve("conf/Catalina/localhost");
    Files.createDirectories(contexts);
    Files.writeString(contexts.resolve("manager.xml"), MANAGER);
    Files.writeString(place.base().resolve("conf/tomcat-users.xml"), users());
    Files.createDirectories(place.base().resolve("webapps"));
    Files.createDirectories(place.base().resolve("temp"));
    place.edit("conf/server.xml", "port=\"8080\"", "port=\"" + place.port() + "\"");
    place.edit("conf/server.xml", "port=\"8005\"", "port=\"-1\"");
  }

  private static String users() {
    StringBuilder users = new StringBuilder(USERS);
    for (LoginUser user : LoginUser.values()) {
      users.append(
          "  <user username=\"%s\" password=\"%s\" roles=\"%s\"/>\n"
              .formatted(user.id(), user.password(), user.role()));
    }
    return users.append("</tomcat-users>\n").toString();
  }

  @Override
  public void start() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(GatewayProcess.java());
    command.add(
        "-Djava.util.logging.config.file=" + place.base().resolve("conf/logging.properties"));
    command.add("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager");
    command.add("-Dcatalina.home=" + home);
    command.add("-Dcatalina.base=" + place.base());
    command.add("-Djava.io.tmpdir=" + place.base().resolve("temp"));
    // What catalina.sh adds, for its leak detection.
    for (String open : List.of("lang", "lang.reflect", "io", "util", "util.concurrent")) {
      command.add("--add-opens=java.base/java." + open + "=ALL-UNNAMED");
    }
    command.add("--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED");
    place.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-cp");
    command.add(
        home.resolve("bin/bootstrap.jar")
            + File.pathSeparator
            + home.resolve("bin/tomcat-juli.jar"));
    command.add("org.apache.catalina.startup.Bootstrap");
    command.add("start");
    process = ServerProcess.start(command, place.environment(), place.base(), place.log());
    Waiting.until(
        "the manager", () -> Waiting.status(root() + "/manager/text/list") == 401, process);
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    process.stop();
  }

  @Override
  public void deploy(Path war, String name) throws IOException, InterruptedException {
    deployed("deploy?path=/" + name + "&war=" + war.toUri(), name);
  }

  @Override
  public void deployWithLogin(Path war, String name) throws IOException, InterruptedException {
    // The manager copies it to conf/Catalina/localhost.
    Path context = Files.writeString(place.base().resolve(name + ".xml"), LOGIN);
    deployed("deploy?path=/" + name + "&config=" + context.toUri() + "&war=" + war.toUri(), name);
  }

  private void deployed(String command, String name) throws IOException, InterruptedException {
    manager(command);
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void replace(Path war, String name) throws IOException, InterruptedException {
    manager("deploy?path=/" + name + "&update=true&war=" + war.toUri());
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void undeploy(String name) throws IOException, InterruptedException {
    manager("undeploy?path=/" + name);
  }

  private void manager(String command) throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString("it:it".getBytes(StandardCharsets.US_ASCII));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(root() + "/manager/text/" + command))
                    .header("Authorization", "Basic " + login)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (!answer.body().startsWith("OK")) {
      throw new IOException(command + ": " + answer.body() + "; the log:\n" + log());
    }
  }

  private String root() {
    return "http://127.0.0.1:" + place.port();
  }

  @Override
  public String url(String name) {
    return root() + "/" + name;
  }

  @Override
  public String log() throws IOException {
    return process.log();
  }

  @Override
  public ProcessHandle process() {
    return process.java();
  }
}
