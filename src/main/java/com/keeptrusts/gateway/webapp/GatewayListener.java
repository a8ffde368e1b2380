package com.keeptrusts.gateway.webapp;

import com.keeptrusts.gateway.Gateway;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.config.LintReport;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
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
      LOG.error("the gateway at '{}' serves nothing: {}", place(context), e.getMessage());
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
    ContainerSettings settings =
        new ContainerSettings(
            name -> notBlank(System.getProperty(name)),
            GatewayListener::environment,
            NamingEntries.ofServer(),
            name -> notBlank(context.getInitParameter(name)));
    Path file = settings.policyConfig();
    ConfigReader reader =
        new ConfigReader(
            new PolicyRegistry(System::nanoTime),
            GatewayListener::environment,
            InstantSource.system());
    ConfigResult result = reader.read(file);
    if (!(result instanceof ConfigResult.Loaded loaded)) {
      throw new StartException(LintReport.of(result).text().strip());
    }
    loaded.warnings().forEach(warning -> LOG.warn("{}", warning.text()));
    AdminKeys keys = settings.adminKeys();
    DataFolder folder = DataFolder.open(settings.stateFolder(context.getContextPath()));
    Gateway opened = Gateway.open(new ActiveConfig(reader, file, loaded), folder, keys);
    announce(context, file, loaded.snapshot(), folder, keys);
    return opened;
  }

  /** Of several copies in one log, which is which, and where it looks and writes. */
  private static void announce(
      ServletContext context, Path file, Snapshot snapshot, DataFolder folder, AdminKeys keys) {
    LOG.info(
        "the gateway at '{}' serves {} consumer groups by '{}'; its state is in '{}'",
        place(context),
        snapshot.groups().size(),
        file,
        folder.path());
    if (keys.isEmpty() && snapshot.sso().filter(SingleSignOn::opensAdmin).isEmpty()) {
      LOG.info("it has no admin API, since KT_ADMIN_KEY is not set");
    }
  }

  private static String place(ServletContext context) {
    return context.getContextPath().isEmpty() ? "/" : context.getContextPath();
  }

  private static Optional<String> environment(String name) {
    return notBlank(System.getenv(name));
  }

  private static Optional<String> notBlank(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
