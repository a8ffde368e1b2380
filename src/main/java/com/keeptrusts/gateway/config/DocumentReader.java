package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.EffectiveConfig.TargetSettings;
import com.keeptrusts.gateway.config.YamlValue.Kind;
import com.keeptrusts.gateway.config.YamlValue.Scalar;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the whole file, from the top. */
final class DocumentReader {
  private static final String VERSION = "1";

  private final PolicyFactory factory;
  private final TargetReader targets;
  private final KeyReader keys;
  private final SsoReader sso;

  DocumentReader(PolicyFactory factory, Secrets secrets, FileRefs files, InstantSource clock) {
    this.factory = factory;
    this.targets =
        new TargetReader(
            secrets, new EgressReader(secrets, files, new EgressCheck(secrets, clock)));
    this.keys = new KeyReader(secrets, clock);
    this.sso = new SsoReader(files);
  }

  /** What the file says; only to be used where there are no errors. */
  EffectiveConfig read(Section root) {
    version(root);
    List<TargetSettings> allTargets = targets(root);
    Optional<Section> defaults = root.section("rate_limit_defaults", ConfigKeys.LIMIT_DEFAULTS);
    PolicyReader policies = new PolicyReader(factory, ids(allTargets));
    List<PolicySettings> globalPolicies = policies.read(root);
    RateLimits limits = defaults.isEmpty() ? RateLimits.NONE : LimitsReader.read(defaults.get());
    List<GroupSettings> groups =
        groups(root, new GroupReader(keys, policies, limits, globalPolicies));
    boolean headers =
        defaults.isEmpty() || defaults.get().flag("response_headers", /* unset= */ true);
    Routes.warn(root, allTargets, groups);
    Optional<SingleSignOn> signOn = sso.read(root, groups);
    return new EffectiveConfig(
        allTargets,
        groups,
        headers,
        StoresReader.maxBodyBytes(root),
        StoresReader.read(root),
        signOn,
        policies.names());
  }

  /** {@code '1'}; the number 1 is what people write, and can mean nothing else. */
  private static void version(Section root) {
    Optional<Field> field = root.require("version");
    if (field.isEmpty()) {
      return;
    }
    boolean known =
        field.get().value() instanceof Scalar scalar
            && (scalar.isText() || scalar.kind() == Kind.WHOLE)
            && scalar.text().equals(VERSION);
    if (!known) {
      field.get().error(field.get().read() + ", expected '" + VERSION + "'");
    }
  }

  private static Set<String> ids(List<TargetSettings> targets) {
    Set<String> ids = new LinkedHashSet<>();
    for (TargetSettings target : targets) {
      ids.add(target.target().id());
    }
    return ids;
  }

  private List<TargetSettings> targets(Section root) {
    Optional<Field> providers = root.require("providers");
    Optional<Section> section =
        providers.isEmpty() ? Optional.empty() : providers.get().section(ConfigKeys.PROVIDERS);
    List<TargetSettings> read = new ArrayList<>();
    if (section.isPresent()) {
      for (Section target : sections(section.get(), "targets", ConfigKeys.TARGET)) {
        read.add(targets.read(target));
      }
    }
    return read;
  }

  private static List<GroupSettings> groups(Section root, GroupReader reader) {
    List<GroupSettings> read = new ArrayList<>();
    for (Section group : sections(root, "consumer_groups", ConfigKeys.GROUP)) {
      read.add(reader.read(group));
    }
    return read;
  }

  /** A list that must be there and have something in it. */
  private static List<Section> sections(Section owner, String key, ConfigKeys keys) {
    Optional<Field> list = owner.require(key);
    if (list.isEmpty()) {
      return List.of();
    }
    List<Field> items = list.get().items();
    if (items.isEmpty() && list.get().value() instanceof YamlValue.Sequence) {
      list.get().error("is empty, expected at least one");
    }
    List<Section> sections = new ArrayList<>();
    for (Field item : items) {
      Optional<Section> section = item.section(keys);
      if (section.isPresent()) {
        sections.add(section.get());
      }
    }
    return sections;
  }
}
