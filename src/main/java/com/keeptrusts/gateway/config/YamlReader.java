package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.config.YamlValue.Scalar;
import com.keeptrusts.gateway.config.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into values with places. It works on the parser's events, so nothing is ever
 * constructed, resolved by tag or expanded from an alias.
 */
final class YamlReader {
  /** How deep lists and mappings may be nested. */
  static final int MAX_DEPTH = 32;

  private final Problems problems;
  private final String needs;
  private final Parser parser;
  private boolean aliases;

  private YamlReader(String text, Problems problems, String needs) {
    this.problems = problems;
    this.needs = needs;
    this.parser = new ParserImpl(new StreamReader(text), options());
  }

  /** The size is checked before; the parser's own bound is lower. */
  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlText.MAX_BYTES);
    return options;
  }

  /**
   * The only document of the file; empty when a problem says why there is none.
   *
   * @param needs what a file must have, for whoever has nothing in it
   */
  static Optional<YamlValue> read(byte[] content, Problems problems, String needs) {
    Optional<String> text = YamlText.decode(content, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return new YamlReader(text.get(), problems, needs).document();
    } catch (TooDeep tooDeep) {
      problems.error(tooDeep.position, "", "nested deeper than " + MAX_DEPTH + " levels");
    } catch (MarkedYAMLException failure) {
      Mark mark = failure.getProblemMark();
      Position at = mark == null ? Position.NONE : position(mark);
      problems.error(at, "", YamlSyntax.explain(failure));
    } catch (YAMLException | IllegalArgumentException failure) {
      // The parser lets an impossible code point in an escape through as the JDK's exception.
      problems.error(Position.NONE, "", "not valid YAML: check the escapes in double quotes");
    }
    return Optional.empty();
  }

  private Optional<YamlValue> document() {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      problems.error(Position.NONE, "", "the file is empty: it needs " + needs);
      return Optional.empty();
    }
    parser.getEvent();
    YamlValue root = value("", 0);
    parser.getEvent();
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      Position second = position(parser.peekEvent().getStartMark());
      problems.error(second, "", "a second document begins here: one file is one configuration");
    }
    // What an alias stands for is not known here, so nothing can be said about the rest.
    return aliases ? Optional.empty() : Optional.of(root);
  }

  private YamlValue value(String path, int depth) {
    Event event = parser.getEvent();
    Position at = position(event.getStartMark());
    refuseExtras(event, path, at);
    if (event instanceof ScalarEvent scalar) {
      return Scalar.of(scalar.getValue(), scalar.isPlain(), at);
    }
    if (event instanceof AliasEvent) {
      aliases = true;
      return Scalar.of("", /* plain= */ false, at);
    }
    if (depth == MAX_DEPTH) {
      throw new TooDeep(at);
    }
    return event instanceof MappingStartEvent
        ? mapping(path, depth + 1, at)
        : sequence(path, depth + 1, at);
  }

  private Sequence sequence(String path, int depth, Position at) {
    List<YamlValue> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(value(ConfigPath.item(path, items.size()), depth));
    }
    parser.getEvent();
    return new Sequence(items, at);
  }

  private Mapping mapping(String path, int depth, Position at) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      YamlValue key = value(path, depth);
      String name = key instanceof Scalar scalar ? scalar.text() : "";
      String inner = ConfigPath.join(path, Quoted.shortened(name));
      YamlValue value = value(inner, depth);
      if (isKey(key, path)) {
        Entry first = entries.putIfAbsent(name, new Entry(name, key.position(), value));
        if (first != null) {
          String message =
              "duplicate key " + Quoted.of(name) + ", first on line " + first.position().line();
          problems.error(key.position(), inner, message);
        }
      }
    }
    parser.getEvent();
    return new Mapping(List.copyOf(entries.values()), at);
  }

  private boolean isKey(YamlValue key, String path) {
    if (!(key instanceof Scalar scalar) || scalar.text().isEmpty()) {
      problems.error(key.position(), path, "a key must be a word");
      return false;
    }
    if (scalar.text().equals("<<")) {
      problems.error(
          key.position(), path, "merge keys ('<<') are not supported: write the keys out");
      return false;
    }
    return true;
  }

  private void refuseExtras(Event event, String path, Position at) {
    if (event instanceof AliasEvent) {
      problems.error(at, path, "aliases ('*') are not supported: write the value out");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      problems.error(at, path, "anchors ('&') are not supported: remove it");
    }
    boolean scalarTag = event instanceof ScalarEvent scalar && scalar.getTag() != null;
    if (scalarTag || (event instanceof CollectionStartEvent start && start.getTag() != null)) {
      problems.error(at, path, "tags ('!') are not supported: remove it or quote the value");
    }
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Leaves the recursion; it carries no stack since nobody reads it. */
  private static final class TooDeep extends RuntimeException {
    final transient Position position;

    TooDeep(Position position) {
      super(null, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
      this.position = position;
    }
  }
}
