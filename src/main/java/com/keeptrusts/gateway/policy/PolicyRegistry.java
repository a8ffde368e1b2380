package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicyFactory;
import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.policy.content.ContentFilterType;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Judge;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import com.keeptrusts.gateway.policy.injection.PromptInjectionType;
import com.keeptrusts.gateway.policy.keyword.KeywordFilterType;
import com.keeptrusts.gateway.policy.pii.PiiDetectorType;
import com.keeptrusts.gateway.policy.regex.RegexFilterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Every type of policy that there is; checks settings and builds what they ask for. */
public final class PolicyRegistry implements PolicyFactory {
  private static final Vocabulary ACTIONS =
      new Vocabulary("action", List.of("flag", "redact", "block"));
  private static final Vocabulary ON_ERROR = new Vocabulary("on_error", List.of("allow", "block"));

  private final List<PolicyType> types;
  private final Vocabulary typeNames;
  private final LongSupplier nanos;

  /**
   * All built-in types.
   *
   * @param nanos a clock for durations, as {@link System#nanoTime}
   */
  public PolicyRegistry(LongSupplier nanos) {
    this(
        List.of(
            new ContentFilterType(),
            new PiiDetectorType(),
            new KeywordFilterType(),
            new RegexFilterType(),
            new PromptInjectionType()),
        nanos);
  }

  PolicyRegistry(List<PolicyType> types, LongSupplier nanos) {
    this.types = List.copyOf(types);
    this.typeNames = new Vocabulary("policy type", types.stream().map(PolicyType::name).toList());
    this.nanos = nanos;
  }

  @Override
  public List<Problem> check(PolicySettings settings, Set<String> targets) {
    List<Problem> problems = new ArrayList<>();
    typeNames.check("type", settings.type()).ifPresent(problems::add);
    ACTIONS.check("action", lowerCase(settings.action())).ifPresent(problems::add);
    type(settings)
        .ifPresent(
            type -> {
              PolicyConfig config = new PolicyConfig(settings.config());
              if (type.readJudge(config).isPresent()) {
                AskingRules.check(settings, config, targets);
              } else {
                type.read(config);
              }
              onError(config);
              problems.addAll(config.problems());
            });
    return problems;
  }

  @Override
  public boolean asksService(PolicySettings settings) {
    return type(settings)
        .flatMap(type -> type.readJudge(new PolicyConfig(settings.config())))
        .isPresent();
  }

  @Override
  public GroupPolicies compile(List<PolicySettings> settings) {
    PolicyLists prompts = new PolicyLists();
    PolicyLists answers = new PolicyLists();
    for (PolicySettings one : settings) {
      add(one, prompts, answers);
    }
    return new GroupPolicies(
        prompts.inspector(Phase.INPUT, nanos), answers.inspector(Phase.OUTPUT, nanos));
  }

  private void add(PolicySettings settings, PolicyLists prompts, PolicyLists answers) {
    PolicyType type =
        type(settings)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "policy '%s' was not checked: unknown policy type '%s'"
                            .formatted(settings.name(), settings.type())));
    PolicyConfig config = new PolicyConfig(settings.config());
    OnError onError = onError(config);
    Optional<Supplier<Judge>> judge = type.readJudge(config);
    if (judge.isPresent()) {
      prompts.asking.add(
          new AskingPolicy(
              settings.name(), settings.type(), settings.action(), onError, judge.get().get()));
      return;
    }
    Detector detector = type.read(config).get();
    Policy policy =
        new Policy(settings.name(), settings.type(), settings.action(), onError, detector);
    if (settings.scope() != Scope.OUTPUT) {
      prompts.looking.add(policy);
    }
    if (settings.scope() != Scope.INPUT) {
      answers.looking.add(policy);
    }
  }

  /** The policies of one side. */
  private static final class PolicyLists {
    final List<Policy> looking = new ArrayList<>();
    final List<AskingPolicy> asking = new ArrayList<>();

    Inspector inspector(Phase phase, LongSupplier nanos) {
      return looking.isEmpty() && asking.isEmpty()
          ? Inspector.NONE
          : new CompiledPolicies(phase, looking, asking, nanos);
    }
  }

  private Optional<PolicyType> type(PolicySettings settings) {
    return types.stream().filter(type -> type.name().equals(settings.type())).findFirst();
  }

  private static OnError onError(PolicyConfig config) {
    return OnError.valueOf(config.name("on_error", ON_ERROR, "block").toUpperCase(Locale.ROOT));
  }

  private static String lowerCase(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
