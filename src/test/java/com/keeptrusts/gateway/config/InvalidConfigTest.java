package com.keeptrusts.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvalidConfigTest {
  @ParameterizedTest
  @MethodSource({"ofGroups", "ofLimits", "ofKeys", "ofTargets", "ofPolicies", "ofTheTop"})
  void read_mistake_saysWhatWhereAndHowToMendIt(String yaml, String problem) {
    assertThat(Configs.problems(yaml)).containsExactly(problem);
  }

  static Stream<Arguments> ofGroups() {
    return Stream.of(
        arguments(
            Configs.group("rate_limit:\n  requests_per_minute: 3"),
            "10:5: error: consumer_groups[0].rate_limit: unknown key 'rate_limit',"
                + " did you mean 'rate_limits'?"),
        arguments(
            Configs.group("requests_per_minute: 3"),
            "10:5: error: consumer_groups[0].requests_per_minute: unknown key"
                + " 'requests_per_minute': it belongs in rate_limits, check the indentation"),
        arguments(
            Configs.group("zzz: 3"),
            "10:5: error: consumer_groups[0].zzz: unknown key 'zzz', allowed are name, enabled,"
                + " api_key, api_key_ref, api_keys, rate_limits, allowed_models, input_policies,"
                + " output_policies, policies, sso"),
        arguments(
            Configs.group("enabled: yes"),
            "10:14: error: consumer_groups[0].enabled: read 'yes', expected true or false"
                + " without quotes"),
        arguments(
            Configs.group("allowed_models: gpt-4o"),
            "10:21: error: consumer_groups[0].allowed_models: read a string, expected a list"),
        arguments(
            Configs.group("allowed_models: [gpt-4o, 4]"),
            "10:30: error: consumer_groups[0].allowed_models[1]: read a number, expected a string:"
                + " put it in quotes"),
        arguments(
            Configs.group("allowed_models: ['gpt 4o']"),
            "10:22: error: consumer_groups[0].allowed_models[0]: read 'gpt 4o', expected a model's"
                + " name without spaces"),
        arguments(
            Configs.group("allowed_models:"),
            "10:5: error: consumer_groups[0].allowed_models: has no value: set one or remove the"
                + " key"),
        arguments(
            Configs.group("name: again"),
            "10:5: error: consumer_groups[0].name: duplicate key 'name', first on line 8"),
        arguments(
            Configs.group("").replace("marketing\n", "'mar keting'\n"),
            "8:11: error: consumer_groups[0].name: read 'mar keting', expected 1 to 64 of letters,"
                + " digits, '.', '_' and '-', beginning with a letter or a digit"),
        arguments(
            Configs.group("").replace("name: marketing", "enabled: true"),
            "8:5: error: consumer_groups[0].name: required, but not set"),
        arguments(
            Configs.group("") + "  - {name: marketing, api_key: kt_cg_marketing_def457}",
            "10:12: error: consumer_groups[1].name: duplicate name 'marketing', first on line 8"),
        arguments(
            Configs.group("") + "  - 5",
            "10:5: error: consumer_groups[1]: read a number, expected a mapping"));
  }

  static Stream<Arguments> ofLimits() {
    String limits = "rate_limits: {requests_per_minute: %s}";
    String at = "10:40: error: consumer_groups[0].rate_limits.requests_per_minute: ";
    String expected = ", expected a whole number in plain digits without quotes";
    return Stream.of(
        arguments(
            Configs.group("rate_limits: {request_per_minute: 3}"),
            "10:19: error: consumer_groups[0].rate_limits.request_per_minute: unknown key"
                + " 'request_per_minute', did you mean 'requests_per_minute'?"),
        arguments(Configs.group(limits.formatted("'60'")), at + "read '60'" + expected),
        arguments(Configs.group(limits.formatted("1_000")), at + "read '1_000'" + expected),
        arguments(Configs.group(limits.formatted("0x10")), at + "read '0x10'" + expected),
        arguments(Configs.group(limits.formatted("1.5")), at + "read 1.5" + expected),
        arguments(Configs.group(limits.formatted("true")), at + "read true" + expected),
        arguments(Configs.group(limits.formatted("[1]")), at + "read a list" + expected),
        arguments(Configs.group(limits.formatted("0")), at + "read 0, expected at least 1"),
        arguments(Configs.group(limits.formatted("-5")), at + "read -5, expected at least 1"),
        arguments(
            Configs.group(limits.formatted("99999999999999999999")),
            at + "read 99999999999999999999, expected at most 1000000000000000"),
        arguments(
            Configs.group("rate_limits: {burst: {size: 3}}"),
            "10:26: error: consumer_groups[0].rate_limits.burst.requests_per_second: required, but"
                + " not set"),
        arguments(
            Configs.top("rate_limit_defaults: {response_headers: 'true'}"),
            "10:41: error: rate_limit_defaults.response_headers: read 'true', expected true or"
                + " false without quotes"),
        arguments(
            Configs.top("size_limits: {max_body_bytes: 2000000000}"),
            "10:31: error: size_limits.max_body_bytes: read 2000000000, expected at most"
                + " 1073741824"));
  }

  static Stream<Arguments> ofKeys() {
    String key = "    api_key: kt_cg_marketing_def456\n";
    String none = Configs.group("").replace(key, "");
    String at = "9:16: error: consumer_groups[0].api_keys";
    return Stream.of(
        arguments(
            none,
            "8:5: error: consumer_groups[0]: expected one of api_key, api_key_ref and api_keys"),
        arguments(
            Configs.group("api_key_ref: {env: GROUP_KEY}"),
            "8:5: error: consumer_groups[0]: expected one of api_key, api_key_ref and api_keys"),
        arguments(
            none + "    api_key: 1234567890123456789",
            "9:14: error: consumer_groups[0].api_key: read a number, expected a string: put it in"
                + " quotes"),
        arguments(
            none + "    api_key: 'kt cg marketing def456'",
            "9:14: error: consumer_groups[0].api_key: expected up to 512 letters, digits and marks"
                + " without spaces"),
        arguments(
            none + "    api_key_ref: {env: NOT_SET}",
            "9:18: error: consumer_groups[0].api_key_ref: the environment variable 'NOT_SET' is not"
                + " set, so nobody could use this group"),
        arguments(
            none + "    api_key_ref: {env: kt-cg-marketing-def456}",
            "9:24: error: consumer_groups[0].api_key_ref.env: expected the name of an environment"
                + " variable, not the key itself"),
        arguments(
            none + "    api_key_ref: {file: no/such.key}",
            "9:18: error: consumer_groups[0].api_key_ref: the file 'no/such.key' cannot be read, so"
                + " nobody could use this group"),
        arguments(
            none + "    api_key_ref: {env: A, file: b}",
            "9:18: error: consumer_groups[0].api_key_ref: expected one of env and file"),
        arguments(
            none + "    api_key_ref: kt_cg_marketing_def456",
            "9:18: error: consumer_groups[0].api_key_ref: read a string, expected a mapping"),
        arguments(
            none + "    api_keys: []",
            "9:15: error: consumer_groups[0].api_keys: expected at least one key"),
        arguments(
            none + "    api_keys: [{id: a}]",
            at + "[0]: expected one of key, key_ref and key_sha256"),
        arguments(
            none + "    api_keys: [{id: a, key_sha256: kt_cg_marketing_def456}]",
            "9:36: error: consumer_groups[0].api_keys[0].key_sha256: expected 64 hexadecimal"
                + " digits, as `kt keys hash` prints them"),
        arguments(
            none + "    api_keys: [{id: a, key_ref: {env: GROUP_KEY}, expires_at: tomorrow}]",
            "9:63: error: consumer_groups[0].api_keys[0].expires_at: read 'tomorrow', expected a"
                + " date (2026-12-31, its last day in UTC) or a moment (2026-12-31T12:00:00Z)"),
        arguments(
            none
                + "    api_keys: [{id: a, key_ref: {env: GROUP_KEY}},"
                + " {id: a, key: kt_cg_marketing_def456}]",
            "9:57: error: consumer_groups[0].api_keys[1].id: duplicate id 'a', first on line 9"),
        arguments(
            Configs.group("") + "  - {name: b, api_key: kt_cg_marketing_def456}",
            "10:24: error: consumer_groups[1].api_key: duplicate API key, the same as"
                + " consumer_groups[0].api_key: every key belongs to one group"),
        arguments(
            Configs.group("")
                + "  - {name: b, api_keys: [{id: a, key_sha256: "
                + KeyHash.of("kt_cg_marketing_def456").toUpperCase(java.util.Locale.ROOT)
                + "}]}",
            "10:46: error: consumer_groups[1].api_keys[0].key_sha256: duplicate API key, the same"
                + " as consumer_groups[0].api_key: every key belongs to one group"));
  }

  static Stream<Arguments> ofTargets() {
    String ref = "secret_key_ref: {env: OPENAI_API_KEY}\n";
    return Stream.of(
        arguments(
            Configs.target(""),
            "7:7: error: providers.targets[0].secret_key_ref: required, but not set"),
        arguments(
            Configs.target(ref).replace("provider: openai", "provider: anthropic"),
            "8:17: error: providers.targets[0].provider: read 'anthropic', but only openai is built"
                + " yet: for an OpenAI-compatible service set provider: openai and its base_url"),
        arguments(
            Configs.target(ref) + "    - {id: openai, provider: openai, base_url: 'http://a'}",
            "10:12: error: providers.targets[1].id: duplicate id 'openai', first on line 7"),
        arguments(url("ftp://host"), urlAt("is neither http nor https, expected an address as in")),
        arguments(url("host/v1"), urlAt("is neither http nor https, expected an address as in")),
        arguments(
            url("https://user:secret@host"),
            "9:17: error: providers.targets[0].base_url: must not hold a user or a password: use"
                + " secret_key_ref"),
        arguments(
            url("https://host/v1?key=secret"),
            urlAt("must not hold a query or a fragment, expected an address as in")),
        arguments(url("https://"), urlAt("is not an address, expected an address as in")),
        arguments(
            url("https://h_st:99999"),
            urlAt("has no usable host and port, expected an address as in")),
        arguments(
            Configs.target(ref + "auth: {header: Content-Length}"),
            "10:22: error: providers.targets[0].auth.header: read 'Content-Length', this header"
                + " belongs to the connection or the body: remove it"),
        arguments(
            Configs.target("base_url: http://a\nauth: {header: api-key}"),
            "10:13: error: providers.targets[0].auth: has no effect without secret_key_ref: set"
                + " that or remove this"),
        arguments(
            Configs.target(ref + "headers: {host: example.com}"),
            "10:17: error: providers.targets[0].headers.host: this header belongs to the connection"
                + " or the body: remove it"),
        arguments(
            Configs.target(ref + "headers: {'X Y': a}"),
            "10:17: error: providers.targets[0].headers.X Y: is not the name of a header"),
        arguments(
            Configs.target(ref + "headers: {X-A: \"secret\\r\\nX-B: c\"}"),
            "10:22: error: providers.targets[0].headers.X-A: holds a character that no header may"
                + " carry, or a space at an end"),
        arguments(
            Configs.target(ref + "headers: {X-A: a, x-a: b}"),
            "10:25: error: providers.targets[0].headers.x-a: duplicate header: upper and lower case"
                + " mean the same"),
        arguments(
            Configs.target(ref + "headers: {authorization: a}"),
            "10:17: error: providers.targets[0].headers.authorization: this header carries the"
                + " credential already: remove it here"),
        arguments(
            Configs.target(ref + "timeouts: {connect: 5}"),
            "10:27: error: providers.targets[0].timeouts.connect: read 5, expected a duration as in"
                + " 500ms, 5s or 2m"),
        arguments(
            Configs.target(ref + "timeouts: {idle: 0s}"),
            "10:24: error: providers.targets[0].timeouts.idle: read '0s', expected more than 0 and"
                + " at most 24h"),
        arguments(
            Configs.target(ref + "timeouts: {firstbyte: 5s}"),
            "10:18: error: providers.targets[0].timeouts.firstbyte: unknown key 'firstbyte', did"
                + " you mean 'first_byte'?"));
  }

  private static String url(String url) {
    return Configs.target("base_url: '" + url + "'");
  }

  private static String urlAt(String message) {
    return "9:17: error: providers.targets[0].base_url: " + message + " https://host/v1";
  }

  static Stream<Arguments> ofPolicies() {
    String policy = "policies:\n  - {name: a, type: %s, action: %s, config: %s}";
    return Stream.of(
        arguments(
            Configs.top(policy.formatted("content-filtr", "flag", "{}")),
            "11:21: error: policies[0].type: unknown type 'content_filtr', did you mean"
                + " 'content_filter'?"),
        arguments(
            Configs.top(policy.formatted("content_filter", "flga", "{}")),
            "11:45: error: policies[0].action: read 'flga', expected flag, redact, block, did you"
                + " mean 'flag'?"),
        arguments(
            Configs.top(policy.formatted("content_filter", "flag", "{categorys: [hate]}")),
            "11:60: error: policies[0].config.categorys: unknown key 'categorys', did you mean"
                + " 'categories'?"),
        arguments(
            Configs.top(policy.formatted("pii_detector", "flag", "{entities: [ssn, sssn]}")),
            "11:74: error: policies[0].config.entities[1]: unknown entity"),
        arguments(
            Configs.top(policy.formatted("content_filter", "flag", "{categories: }")),
            "11:71: error: policies[0].config.categories: has no value: set one or remove it"),
        arguments(
            Configs.top("policies:\n  - {name: a, type: content_filter}"),
            "11:5: error: policies[0].action: required, but not set"),
        arguments(
            Configs.top(
                "policies:\n  - {name: a, type: content_filter, action: flag}\n"
                    + "input_policies:\n  - {name: a, type: pii_detector, action: flag}"),
            "13:12: error: input_policies[0].name: duplicate name 'a', first on line 11"));
  }

  static Stream<Arguments> ofTheTop() {
    return Stream.of(
        arguments("", "error: the file is empty: it needs version, providers and consumer_groups"),
        arguments(
            "# nothing\n",
            "error: the file is empty: it needs version, providers and consumer_groups"),
        arguments("[]", "1:1: error: read a list, expected a mapping"),
        arguments(
            Configs.group("").replace("'1'", "'2'"),
            "1:10: error: version: read '2', expected '1'"),
        arguments(
            Configs.group("").replace("version: '1'", "policies: []"),
            "1:1: error: version: required, but not set"),
        arguments(
            Configs.top("quota_store: {type: redis}"),
            "10:21: error: quota_store.type: read 'redis', which is not built yet: use memory"),
        arguments(
            Configs.top("event_store: {type: jndi}"),
            "10:21: error: event_store.type: read 'jndi', which is not built yet: use embedded"),
        arguments(
            Configs.top("event_store: {type: embeded}"),
            "10:21: error: event_store.type: read 'embeded', expected embedded, did you mean"
                + " 'embedded'?"),
        arguments(
            Configs.top("---\na: 1"),
            "10:1: error: a second document begins here: one file is one configuration"),
        arguments(
            Configs.top("policies: [}"),
            "10:12: error: not valid YAML: a value is missing here, or a bracket does not match"),
        arguments(
            Configs.top("\tpolicies: []"),
            "10:1: error: not valid YAML: a tab cannot indent: use spaces"),
        arguments(
            Configs.top("policies: *p"),
            "10:11: error: policies: aliases ('*') are not supported: write the value out"),
        arguments(
            Configs.top("policies: &p []"),
            "10:11: error: policies: anchors ('&') are not supported: remove it"),
        arguments(
            Configs.top("policies: !!java.util.ArrayList []"),
            "10:11: error: policies: tags ('!') are not supported: remove it or quote the value"),
        arguments(
            Configs.top("<<: {policies: []}"),
            "10:1: error: merge keys ('<<') are not supported: write the keys out"),
        arguments(
            Configs.top("policies: " + "[".repeat(33) + "]".repeat(33)),
            "10:42: error: nested deeper than 32 levels"),
        arguments(
            Configs.top("policies: \u0007"),
            "10:11: error: the control character U+0007 is not allowed"));
  }
}
