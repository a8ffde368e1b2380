package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.PolicyCase.Expected;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one case after the other. */
final class CaseReader {
  private static final List<String> PHASES = List.of("input", "output");
  private static final List<String> RESULTS = List.of("pass", "flagged", "modified", "blocked");

  private final CaseGroups groups;

  CaseReader(CaseGroups groups) {
    this.groups = groups;
  }

  /** A case; only to be used where there are no problems. */
  Optional<PolicyCase> read(Section section, int number) {
    Optional<Field> named = section.find("name");
    Optional<String> name = named.isEmpty() ? Optional.empty() : named.get().filled();
    Phase phase = phase(section);
    Optional<GroupSettings> group = group(section);
    List<String> messages = messages(section, phase);
    boolean stream = stream(section, phase);
    Optional<Result> result = result(section);
    Optional<String> policy = policy(section, group, phase);
    Optional<Set<String>> entities = entities(section, result);
    Optional<List<String>> redacted = redacted(section, result);
    if (group.isEmpty() || result.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyCase(
            number,
            name.orElse("case " + number),
            groups.build(group.get()),
            phase,
            stream,
            messages,
            new Expected(result.get(), policy, entities, redacted)));
  }

  private static Phase phase(Section section) {
    Optional<Field> field = section.find("phase");
    Optional<String> word = field.isEmpty() ? Optional.empty() : field.get().oneOf(PHASES);
    return word.isEmpty() ? Phase.INPUT : Phase.valueOf(word.get().toUpperCase(Locale.ROOT));
  }

  private Optional<GroupSettings> group(Section section) {
    String names = String.join(", ", groups.names());
    if (!section.has("group")) {
      if (groups.names().size() > 1) {
        section
            .problems()
            .error(
                section.mapping().position(),
                ConfigPath.join(section.path(), "group"),
                "required, since the configuration has several: " + names);
      }
      return groups.names().size() == 1 ? groups.find(groups.names().get(0)) : Optional.empty();
    }
    Optional<Field> field = section.find("group");
    Optional<String> name = field.isEmpty() ? Optional.empty() : field.get().filled();
    Optional<GroupSettings> group = name.isEmpty() ? Optional.empty() : groups.find(name.get());
    if (name.isPresent() && group.isEmpty() && groups.areKnown()) {
      field
          .get()
          .error(
              "the configuration has no group " + Quoted.of(name.get()) + ", there are: " + names,
              NearName.of(name.get(), groups.names()));
    }
    return group;
  }

  private static List<String> messages(Section section, Phase phase) {
    if (section.has("text") == section.has("messages")) {
      section.error("expected one of text and messages");
      return List.of();
    }
    Optional<Field> text = section.find("text");
    if (text.isPresent()) {
      String role = phase == Phase.INPUT ? "user" : "assistant";
      return text.get().text().map(said -> MessageJson.of(role, said)).stream().toList();
    }
    List<String> messages = new ArrayList<>();
    Optional<Field> list = section.find("messages");
    if (list.isPresent()) {
      for (Field message : list.get().items()) {
        if (message.mapping().isPresent()) {
          messages.add(MessageJson.of(message.value()));
        }
      }
      if (list.get().value() instanceof YamlValue.Sequence written && written.items().isEmpty()) {
        list.get().error("is empty, expected at least one");
      }
    }
    return messages;
  }

  private static boolean stream(Section section, Phase phase) {
    boolean stream = section.flag("stream", /* unset= */ false);
    Optional<Field> field = stream ? section.find("stream") : Optional.empty();
    if (field.isPresent() && phase == Phase.INPUT) {
      field.get().error("only answers come as streams: add phase: output, or remove the key");
    }
    return stream;
  }

  private static Optional<Result> result(Section section) {
    Optional<Field> field = section.require("expect");
    Optional<String> word = field.isEmpty() ? Optional.empty() : field.get().oneOf(RESULTS);
    return word.map(known -> Result.valueOf(known.toUpperCase(Locale.ROOT)));
  }

  /** A name that no policy has would make every case fail, and nobody see why. */
  private static Optional<String> policy(
      Section section, Optional<GroupSettings> group, Phase phase) {
    Optional<Field> field = section.find("policy");
    Optional<String> name = field.isEmpty() ? Optional.empty() : field.get().filled();
    if (name.isPresent() && group.isPresent()) {
      List<String> names = CaseGroups.policies(group.get(), phase);
      if (!names.contains(name.get())) {
        String side = phase == Phase.INPUT ? "prompts" : "answers";
        String message = "no policy " + Quoted.of(name.get()) + " looks at the " + side + " of ";
        String those = names.isEmpty() ? "none does" : "there are: " + String.join(", ", names);
        field
            .get()
            .error(
                message + Quoted.of(group.get().name()) + ", " + those,
                NearName.of(name.get(), names));
      }
    }
    return name;
  }

  private static Optional<Set<String>> entities(Section section, Optional<Result> result) {
    Optional<Field> field = section.find("entities");
    if (field.isEmpty()) {
      return Optional.empty();
    }
    Set<String> kinds = new LinkedHashSet<>(field.get().texts());
    if (!kinds.isEmpty() && result.equals(Optional.of(Result.PASS))) {
      field.get().error("nothing is found in what passes: remove the key, or expect flagged");
    }
    return Optional.of(kinds);
  }

  private static Optional<List<String>> redacted(Section section, Optional<Result> result) {
    Optional<Field> field = section.find("redacted");
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (result.isPresent() && result.get() != Result.MODIFIED) {
      field.get().error("only what is modified leaves redacted: expect modified");
    }
    if (!(field.get().value() instanceof YamlValue.Sequence)) {
      return field.get().text().map(List::of);
    }
    List<String> texts = new ArrayList<>();
    for (Field item : field.get().items()) {
      item.text().ifPresent(texts::add);
    }
    return Optional.of(texts);
  }
}
