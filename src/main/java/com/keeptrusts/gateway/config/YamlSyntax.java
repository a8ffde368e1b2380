package com.keeptrusts.gateway.config;

import java.util.Objects;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The parser's complaints, in words that say what to do. */
final class YamlSyntax {
  /** What the parser's message contains, and what is said instead; the first match counts. */
  private static final String[][] WORDS = {
    {"TAB", "a tab cannot indent: use spaces"},
    {
      "mapping values are not allowed",
      "a ':' is not allowed here: check the indentation, and quote a value that contains ': '"
    },
    {"could not find expected ':'", "a ':' and a space are missing after a key"},
    {"expected ',' or", "a ',' or a closing bracket is missing before this"},
    {"expected <block end>", "this does not fit the indentation of the lines above"},
    {"found unexpected end of stream", "a quote is opened and never closed"},
    {"document separator", "a quote is opened and never closed"},
    {"escape", "this escape is unknown in double quotes: use single quotes"},
    {"cannot start any token", "a value cannot begin with this character: put it in quotes"},
    {"sequence entries are not allowed", "a '-' is not allowed here: begin a new line for a list"},
    {"expected '<document start>'", "this does not fit the indentation of the lines above"},
    {"expected the node content", "a value is missing here, or a bracket does not match"},
    {"anchor", "an anchor or alias has no name here: put the value in quotes"},
    {"alias", "an anchor or alias has no name here: put the value in quotes"},
    {"tag", "tags are not supported: put a value that begins with '!' in quotes"},
    {"directive", "directives are not supported: remove the line that begins with '%'"},
    {"block scalar", "text after '|' or '>' begins on the next line"},
    {"indentation indicator", "the digit after '|' or '>' is wrong: remove it"}
  };

  private YamlSyntax() {}

  static String explain(MarkedYAMLException failure) {
    String said = Objects.requireNonNullElse(failure.getProblem(), "");
    String context = Objects.requireNonNullElse(failure.getContext(), "");
    for (String[] pair : WORDS) {
      if (said.contains(pair[0]) || context.contains(pair[0])) {
        return "not valid YAML: " + pair[1];
      }
    }
    return "not valid YAML: check the indentation and the quotes";
  }
}
