package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.KeyHash;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "generate",
    description = {
      "Make a new API key for a consumer group.",
      "The group's developers get the key; the configuration needs only key_sha256."
    })
final class KeysGenerateCommand implements Callable<Integer> {
  /** Of 62 signs each: 190 bits. */
  private static final int RANDOM_SIGNS = 32;

  private static final String SIGNS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "GROUP",
      description = "The group's name, which becomes part of the key.")
  private String group = "";

  KeysGenerateCommand(Surroundings surroundings) {
    this.terminal = surroundings.terminal();
  }

  @Override
  public Integer call() {
    StringBuilder key = new StringBuilder("kt_cg_").append(checked(group)).append('_');
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < RANDOM_SIGNS; i++) {
      key.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    terminal.line("key: " + key);
    terminal.line("key_sha256: " + KeyHash.of(key.toString()));
    return 0;
  }

  /** A key travels in a header, so it has only signs that every client sends as they are. */
  private static String checked(String group) {
    boolean fits = !group.isEmpty() && group.length() <= 64;
    for (int i = 0; i < group.length(); i++) {
      fits &= SIGNS.indexOf(group.charAt(i)) >= 0 || "-_.".indexOf(group.charAt(i)) >= 0;
    }
    if (!fits) {
      throw KtException.usage(
          "GROUP is '" + group + "'; it is up to 64 letters, digits, '-', '_' and '.'");
    }
    return group;
  }
}
