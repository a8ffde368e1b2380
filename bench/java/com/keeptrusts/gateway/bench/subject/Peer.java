package com.keeptrusts.gateway.bench.subject;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another gateway: {@code bench/peers/NAME/install FOLDER} puts it into a folder of this run. */
record Peer(Workshop workshop, String name) {
  Path folder() {
    return workshop.folder().resolve("peers").resolve(name);
  }

  Path own(String file) {
    return workshop.bench("peers").resolve(name).resolve(file);
  }

  /** The version in one of its own files: the pattern's group. */
  String pinned(String file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(own(file)));
    return found.find() ? found.group(1) : "?";
  }

  /**
   * Installs it, unless it is there.
   *
   * @throws UnavailableException with the last line of what the installer said
   */
  void install() throws IOException, InterruptedException, UnavailableException {
    Path said = Files.createDirectories(workshop.folder().resolve("peers")).resolve(name + ".log");
    int exit =
        new ProcessBuilder(own("install").toString(), folder().toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .redirectInput(new File("/dev/null"))
            .start()
            .waitFor();
    if (exit != 0) {
      List<String> lines = Files.readAllLines(said);
      throw new UnavailableException(
          lines.isEmpty() ? "its installer failed" : lines.get(lines.size() - 1));
    }
  }
}
