package com.keeptrusts.gateway.quickstart;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The tutorial's configuration, as it stands in {@code webapp-config}. */
public final class TutorialConfig {
  private static final String RESOURCE = "policy-config.yaml";
  private static final String PROVIDER = "      provider: openai\n";

  private TutorialConfig() {}

  /**
   * The configuration with its provider at another address.
   *
   * @throws IOException when the build has left it out
   */
  public static String inFrontOf(URI baseUrl) throws IOException {
    try (InputStream in = TutorialConfig.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException("this build has no '" + RESOURCE + "'");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(PROVIDER, PROVIDER + "      base_url: " + baseUrl + "\n");
    }
  }
}
