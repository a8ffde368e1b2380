package com.keeptrusts.gateway.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import javax.naming.NoInitialContextException;
import org.junit.jupiter.api.Test;

class ContainerSettingsTest {
  private static final String COMP = "java:comp/env/keeptrusts/";
  private static final String GLOBAL = "java:global/keeptrusts/";

  private final Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/kt"));
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Object> bound = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private NamingEntries.Naming naming =
      name -> {
        Object value = bound.get(name);
        if (value == null) {
          throw new NameNotFoundException(name);
        }
        return value;
      };

  @Test
  void policyConfig_everywhere_isTakenInOrder() throws Exception {
    parameters.put("keeptrusts.policyConfig", "/parameter");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/parameter"));
    bound.put(GLOBAL + "policyConfig", "/global");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/global"));
    bound.put(COMP + "policyConfig", "/comp");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/comp"));
    environment.put("KT_POLICY_CONFIG", "/environment");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/environment"));
    properties.put("keeptrusts.policyConfig", "/property");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/property"));
  }

  @Test
  void policyConfig_relative_isAbsoluteInMessages() throws Exception {
    parameters.put("keeptrusts.policyConfig", "policy-config.yaml");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("policy-config.yaml").toAbsolutePath());
  }

  @Test
  void policyConfig_nowhere_saysWhereItIsLookedFor() {
    assertThatThrownBy(() -> settings().policyConfig())
        .isInstanceOf(StartException.class)
        .hasMessageContainingAll(
            "keeptrusts.policyConfig", "KT_POLICY_CONFIG", "java:comp/env", "context parameter");
  }

  @Test
  void home_everywhere_isTakenInOrder() throws Exception {
    assertThat(settings().stateFolder("/gateway"))
        .isEqualTo(Path.of("/home/kt/.keeptrusts/_gateway"));
    properties.put("jboss.server.data.dir", "/jboss");
    assertThat(settings().stateFolder("")).isEqualTo(Path.of("/jboss/keeptrusts/ROOT"));
    environment.put("STATE_DIRECTORY", "/var/lib/tomcat:/other");
    assertThat(settings().stateFolder("/a/b")).isEqualTo(Path.of("/var/lib/tomcat/_a_b"));
    parameters.put("keeptrusts.home", "/parameter");
    assertThat(settings().stateFolder("")).isEqualTo(Path.of("/parameter/ROOT"));
    bound.put(COMP + "home", "/comp");
    assertThat(settings().stateFolder("")).isEqualTo(Path.of("/comp/ROOT"));
    environment.put("KT_HOME", "/kt");
    assertThat(settings().stateFolder("")).isEqualTo(Path.of("/kt/ROOT"));
    properties.put("keeptrusts.home", "/property");
    assertThat(settings().stateFolder("")).isEqualTo(Path.of("/property/ROOT"));
  }

  @Test
  void keys_areTakenFromEnvironmentNamingAndParameterOnly() throws Exception {
    properties.put("keeptrusts.adminKey", "shown to everyone");
    assertThat(settings().adminKeys().isEmpty()).isTrue();
    parameters.put("keeptrusts.readKey", "r");
    assertThat(settings().adminKeys().isEmpty()).isFalse();
    parameters.clear();
    bound.put(GLOBAL + "adminKey", "a");
    assertThat(settings().adminKeys().isEmpty()).isFalse();
    bound.clear();
    environment.put("KT_ADMIN_KEY", "a");
    assertThat(settings().adminKeys().isEmpty()).isFalse();
  }

  @Test
  void entry_ofAnotherType_isSaidWithItsNameAndType() {
    bound.put(COMP + "policyConfig", 7);
    assertThatThrownBy(() -> settings().policyConfig())
        .isInstanceOf(StartException.class)
        .hasMessage(
            "'java:comp/env/keeptrusts/policyConfig' in JNDI is a java.lang.Integer; it has to be"
                + " a java.lang.String");
  }

  @Test
  void entry_thatIsBlank_isNone() throws Exception {
    bound.put(COMP + "policyConfig", " ");
    bound.put(GLOBAL + "policyConfig", " /global ");
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/global"));
  }

  @Test
  void namingService_thatIsAbsentOrFails_isPassedOver() throws Exception {
    parameters.put("keeptrusts.policyConfig", "/parameter");
    naming =
        name -> {
          throw new NoInitialContextException("none");
        };
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/parameter"));
    naming =
        name -> {
          throw new CommunicationException("down");
        };
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/parameter"));
    naming =
        name -> {
          throw new IllegalStateException("stopped");
        };
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/parameter"));
    naming = name -> null;
    assertThat(settings().policyConfig()).isEqualTo(Path.of("/parameter"));
  }

  @Test
  void value_thatIsNoPath_isSaid() {
    environment.put("KT_POLICY_CONFIG", "/a\0b");
    assertThatThrownBy(() -> settings().policyConfig())
        .isInstanceOf(StartException.class)
        .hasMessageContaining("'policyConfig' is no path");
    environment.put("KT_HOME", "/a\0b");
    assertThatThrownBy(() -> settings().stateFolder(""))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("'home' is no path");
  }

  private ContainerSettings settings() {
    return new ContainerSettings(
        name -> Optional.ofNullable(properties.get(name)),
        name -> Optional.ofNullable(environment.get(name)),
        new NamingEntries(naming),
        name -> Optional.ofNullable(parameters.get(name)));
  }
}
