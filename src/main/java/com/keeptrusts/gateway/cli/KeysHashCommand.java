package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.KeyHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
    name = "hash",
    description = {
      "Print the key_sha256 of an API key.",
      "The key is read from standard input, or asked for on a terminal; never from the command"
          + " line, where others could see it."
    })
final class KeysHashCommand implements Callable<Integer> {
  private final Terminal terminal;

  KeysHashCommand(Surroundings surroundings) {
    this.terminal = surroundings.terminal();
  }

  @Override
  public Integer call() {
    String key =
        terminal.askSecret("API key: ").map(String::new).orElseGet(this::firstLine).strip();
    if (key.isEmpty()) {
      throw KtException.failed("no key: give it on standard input");
    }
    terminal.line("key_sha256: " + KeyHash.of(key));
    return 0;
  }

  private String firstLine() {
    try {
      @Nullable String line =
          new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
              .readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw KtException.failed("cannot read standard input: " + Reasons.of(e));
    }
  }
}
