package com.keeptrusts.gateway.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the journal that grows no more.
 *
 * @param end its size in bytes
 */
record SegmentFile(long number, Path path, long end) {
  private static final Pattern NAME = Pattern.compile("journal-(\\d{1,18})\\.ndjson");

  /** Where a segment lies. */
  static Path path(Path folder, long number) {
    return folder.resolve("journal-%010d.ndjson".formatted(number));
  }

  /** The segments in a folder, oldest first. */
  static List<SegmentFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(SegmentFile::at)
          .flatMap(List::stream)
          .sorted((one, other) -> Long.compare(one.number, other.number))
          .toList();
    }
  }

  private static List<SegmentFile> at(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches()
        ? List.of(new SegmentFile(Long.parseLong(name.group(1)), path, path.toFile().length()))
        : List.of();
  }

  /** Hands over every line, the last one only where it has its line break. */
  void forEachLine(Consumer<JournalLine> lines) throws IOException {
    byte[] buffer = Files.readAllBytes(path);
    Lines.forEach(buffer, buffer.length, lines);
  }
}
