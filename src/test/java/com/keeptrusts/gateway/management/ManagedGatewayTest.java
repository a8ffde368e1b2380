package com.keeptrusts.gateway.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.admin.Readiness;
import com.keeptrusts.gateway.config.ReloadResult;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagedGatewayTest {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
  private static final GroupStandings.Amounts LIMITS =
      new GroupStandings.Amounts(OptionalLong.of(30), OptionalLong.empty(), OptionalLong.of(500));
  private static final GroupStandings.Amounts USED =
      new GroupStandings.Amounts(OptionalLong.of(1), OptionalLong.of(40), OptionalLong.of(40));
  private static final GroupStandings.Amounts LEFT =
      new GroupStandings.Amounts(OptionalLong.of(29), OptionalLong.empty(), OptionalLong.of(460));

  private final ManagedGateway one = gateway("/jmx-test");
  private final ManagedGateway other = gateway("/jmx-test");

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void gateway_open_showsItsStateAndReloads() throws Exception {
    one.open(Set.of("marketing"));
    ObjectName name = new ObjectName("com.keeptrusts.gateway:type=Gateway,context=/jmx-test");
    assertThat(SERVER.getAttribute(name, "Version")).isEqualTo("1.2.3");
    assertThat(SERVER.getAttribute(name, "Ready")).isEqualTo(false);
    assertThat(SERVER.getAttribute(name, "ConfigVersion")).isEqualTo("v1");
    assertThat(SERVER.getAttribute(name, "UptimeSeconds")).isEqualTo(60L);
    assertThat((String[]) SERVER.getAttribute(name, "Problems"))
        .containsExactly("journal: no space");
    assertThat(SERVER.invoke(name, "reload", new Object[0], new String[0]))
        .isEqualTo("configuration v2 runs: groups added [sales], changed [], removed []");
  }

  @Test
  void group_open_showsLimitsUsedAndRemaining() throws Exception {
    one.open(Set.of("marketing"));
    ObjectName name =
        new ObjectName(
            "com.keeptrusts.gateway:type=ConsumerGroup,context=/jmx-test,name=\"marketing\"");
    assertThat(SERVER.getAttribute(name, "RequestsPerMinuteLimit")).isEqualTo(30L);
    assertThat(SERVER.getAttribute(name, "RequestsPerMinuteRemaining")).isEqualTo(29L);
    assertThat(SERVER.getAttribute(name, "TokensPerMinuteLimit")).isNull();
    assertThat(SERVER.getAttribute(name, "TokensPerMinuteUsed")).isEqualTo(40L);
    assertThat(SERVER.getAttribute(name, "TokensPerDayRemaining")).isEqualTo(460L);
    assertThat(SERVER.getAttribute(name, "ConcurrentRequests")).isEqualTo(3L);
    assertThat(SERVER.getAttribute(name, "Enabled")).isEqualTo(true);
  }

  @Test
  void groups_afterAReload_areThoseOfTheConfiguration() throws Exception {
    one.open(Set.of("marketing", "sales"));
    one.follow(Set.of("sales", "odd,name=\"*?\\"));
    assertThat(names())
        .containsExactly(
            "com.keeptrusts.gateway:type=ConsumerGroup,context=/jmx-test,name="
                + ObjectName.quote("odd,name=\"*?\\"),
            "com.keeptrusts.gateway:type=ConsumerGroup,context=/jmx-test,name=\"sales\"",
            "com.keeptrusts.gateway:type=Gateway,context=/jmx-test");
  }

  @Test
  void close_leavesNothing_alsoWhenAReloadComesLater() throws Exception {
    one.open(Set.of("marketing"));
    one.close();
    one.follow(Set.of("sales"));
    assertThat(names()).isEmpty();
    one.close();
  }

  @Test
  void copies_atTheSamePath_doNotMeet() throws Exception {
    one.open(Set.of("marketing"));
    other.open(Set.of("marketing"));
    assertThat(names()).hasSize(4);
    one.close();
    assertThat(names())
        .containsExactly(
            "com.keeptrusts.gateway:type=ConsumerGroup,context=/jmx-test,instance=2,"
                + "name=\"marketing\"",
            "com.keeptrusts.gateway:type=Gateway,context=/jmx-test,instance=2");
  }

  @Test
  void bean_ofAClosedGateway_isNotFound() throws Exception {
    one.open(Set.of());
    one.close();
    ObjectName name = new ObjectName("com.keeptrusts.gateway:type=Gateway,context=/jmx-test");
    assertThatThrownBy(() -> SERVER.getAttribute(name, "Version"))
        .isInstanceOf(InstanceNotFoundException.class);
  }

  private static Set<String> names() throws Exception {
    Set<String> names = new TreeSet<>();
    SERVER
        .queryNames(new ObjectName("com.keeptrusts.gateway:context=/jmx-test,*"), null)
        .forEach(name -> names.add(name.toString()));
    return names;
  }

  private static ManagedGateway gateway(String path) {
    Readiness readiness =
        () ->
            new Readiness.Report(
                "v1",
                Duration.ofMinutes(1),
                List.of(
                    new Readiness.Check("event store", Readiness.State.OK, ""),
                    new Readiness.Check("journal", Readiness.State.DOWN, "no space")));
    return new ManagedGateway(
        path,
        "1.2.3",
        readiness,
        () -> new ReloadResult.Reloaded("v2", List.of("sales"), List.of(), List.of(), List.of()),
        () ->
            List.of(
                new GroupStandings.Standing(
                    "marketing", true, LIMITS, USED, LEFT, OptionalLong.empty(), 3)));
  }
}
