package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes {@code common-words.bin} of lists of words, one in lower case on each line. */
final class CommonWordsMaker {
  private static final int BYTES = 57_000;
  private static final int SHORTEST_RARE = 4;

  private CommonWordsMaker() {}

  /**
   * Makes the file.
   *
   * @param args the list of words that are always taken, the list of those that are taken if they
   *     are close to a word of the lexicon, and where to write to
   */
  public static void main(String[] args) throws IOException {
    Set<String> words = new HashSet<>(lines(args[0]));
    lines(args[1]).stream().filter(CommonWordsMaker::isClose).forEach(words::add);
    Files.write(Path.of(args[2]), CommonWords.of(words.stream(), BYTES).bits());
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of(file));
  }

  private static boolean isClose(String word) {
    Lexicon lexicon = BuiltinLexicon.get();
    return word.length() >= SHORTEST_RARE
        && word.length() < Words.LONGEST
        && lexicon.table().number(word) == WordTable.UNKNOWN
        && lexicon.spelling().meant(word.toCharArray(), word.length(), word.hashCode())
            != WordTable.UNKNOWN;
  }
}
