package com.keeptrusts.gateway.webapp;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.StateFolder;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.config.LintReport;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import com.keeptrusts.gateway.store.DataFolder;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a gateway in a servlet container. Where it cannot start nothing is served, and {@code
 * /readyz} and the log say what to set.
 */
public final class GatewayListener implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayListener.class);
  private static final String CONFIG_PROPERTY = "keeptrusts.policyConfig";

  private @Nullable Gateway gateway;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      Gateway opened = open(context);
      gateway = opened;
      opened.registerApi(context);
      opened.registerAdmin(context);
    } catch (IOException | StartException e) {
      LOG.error("the gateway serves nothing: {}", e.getMessage());
      context
          .addServlet("not ready", new NotReadyServlet(String.valueOf(e.getMessage())))
          .addMapping("/");
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (gateway != null) {
      try {
        gateway.close();
      } catch (IOException e) {
        LOG.error("the gateway's state was not closed cleanly", e);
      }
    }
  }

  private static Gateway open(ServletContext context) throws IOException, StartException {
    Path file = Path.of(configFile(context));
    ConfigReader reader =
        new ConfigReader(
            new PolicyRegistry(System::nanoTime),
            GatewayListener::environment,
            InstantSource.system());
    ConfigResult result = reader.read(file);
    if (!(result instanceof ConfigResult.Loaded loaded)) {
      throw new StartException(LintReport.of(result).text().strip());
    }
    AdminKeys keys = new AdminKeys(environment("KT_ADMIN_KEY"), environment("KT_READ_KEY"));
    // One folder per context path: several copies may run side by side.
    String name = context.getContextPath().isEmpty() ? "ROOT" : context.getContextPath();
    Path folder =
        StateFolder.find(GatewayListener::property, GatewayListener::environment)
            .resolve(name.replace("/", "_"));
    return Gateway.open(new ActiveConfig(reader, file, loaded), DataFolder.open(folder), keys);
  }

  private static String configFile(ServletContext context) throws StartException {
    return property(CONFIG_PROPERTY)
        .or(() -> environment("KT_POLICY_CONFIG"))
        .or(() -> JndiSettings.find("keeptrusts/policyConfig"))
        .or(() -> Optional.ofNullable(context.getInitParameter(CONFIG_PROPERTY)))
        .orElseThrow(
            () ->
                new StartException(
                    "no configuration: set the system property "
                        + CONFIG_PROPERTY
                        + ", KT_POLICY_CONFIG, java:comp/env/keeptrusts/policyConfig or the"
                        + " context parameter "
                        + CONFIG_PROPERTY));
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  /** Why the gateway cannot start, in words for an operator. */
  private static final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    StartException(String message) {
      super(message);
    }
  }
}
