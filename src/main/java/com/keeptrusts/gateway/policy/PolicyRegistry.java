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
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import com.keeptrusts.gateway.policy.keyword.KeywordFilterType;
import com.keeptrusts.gateway.policy.pii.PiiDetectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Every type of policy that there is; checks settings and builds what they ask for. */
public final class PolicyRegistry implements PolicyFactory {
  private static final List<String> LATER_TYPES = List.of("prompt_injection", "regex_filter");
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
    this(List.of(new ContentFilterType(), new PiiDetectorType(), new KeywordFilterType()), nanos);
  }

  PolicyRegistry(List<PolicyType> types, LongSupplier nanos) {
    this.types = List.copyOf(types);
    this.typeNames =
        new Vocabulary("policy type", types.stream().map(PolicyType::name).toList(), LATER_TYPES);
    this.nanos = nanos;
  }

  @Override
  public List<Problem> check(PolicySettings settings) {
    List<Problem> problems = new ArrayList<>();
    typeNames.check("type", settings.type()).ifPresent(problems::add);
    ACTIONS.check("action", lowerCase(settings.action())).ifPresent(problems::add);
    type(settings)
        .ifPresent(
            type -> {
              PolicyConfig config = new PolicyConfig(settings.config());
              type.read(config);
              onError(config);
              problems.addAll(config.problems());
            });
    return problems;
  }

  @Override
  public GroupPolicies compile(List<PolicySettings> settings) {
    List<Policy> prompts = new ArrayList<>();
    List<Policy> answers = new ArrayList<>();
    for (PolicySettings one : settings) {
      Policy policy = policy(one);
      if (one.scope() != Scope.OUTPUT) {
        prompts.add(policy);
      }
      if (one.scope() != Scope.INPUT) {
        answers.add(policy);
      }
    }
    return new GroupPolicies(inspector(Phase.INPUT, prompts), inspector(Phase.OUTPUT, answers));
  }

  private Inspector inspector(Phase phase, List<Policy> policies) {
    return policies.isEmpty() ? Inspector.NONE : new CompiledPolicies(phase, policies, nanos);
  }

  private Policy policy(PolicySettings settings) {
    List<Problem> problems = check(settings);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "policy '" + settings.name() + "' was not checked: " + problems.get(0).message());
    }
    PolicyConfig config = new PolicyConfig(settings.config());
    Supplier<Detector> detector = type(settings).orElseThrow().read(config);
    return new Policy(
        settings.name(), settings.type(), settings.action(), onError(config), detector.get());
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
