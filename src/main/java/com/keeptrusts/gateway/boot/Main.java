package com.keeptrusts.gateway.boot;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where {@code java -jar} begins: finds the WAR it stands in, and runs {@code kt} from it. */
public final class Main {
  private static final String COMMAND = "com.keeptrusts.gateway.cli.Kt";

  private Main() {}

  /** Runs the command line. */
  public static void main(String[] args) throws Throwable {
    ClassLoader loader;
    try {
      Path war = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      loader = UnpackedWar.of(war).loader(ClassLoader.getPlatformClassLoader());
    } catch (IOException | URISyntaxException e) {
      System.err.println("kt: the gateway's own archive cannot be unpacked: " + e);
      System.exit(1);
      return;
    }
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader.loadClass(COMMAND).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
