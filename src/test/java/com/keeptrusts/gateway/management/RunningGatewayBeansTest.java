package com.keeptrusts.gateway.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beans of a whole gateway. */
class RunningGatewayBeansTest {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
  private static final String GROUPS = OneTeam.GROUPS + "  - {name: sales, api_key: kt_cg_sales}\n";

  @TempDir Path folder;

  @Test
  void beans_ofAGateway_followItFromStartToEnd() throws Exception {
    Set<ObjectName> before = beans();
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS)) {
      assertThat(groups()).containsExactly("\"team\"");
      gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);
      assertThat(SERVER.getAttribute(one("ConsumerGroup"), "RequestsPerMinuteUsed")).isEqualTo(1L);
      assertThat(gateway.reload(GROUPS).statusCode()).isEqualTo(200);
      assertThat(groups()).containsExactly("\"sales\"", "\"team\"");
      ObjectName itself = one("Gateway");
      assertThat(itself.getKeyProperty("context")).isEqualTo("/");
      assertThat(SERVER.getAttribute(itself, "Ready")).isEqualTo(true);
      assertThat(SERVER.invoke(itself, "reload", new Object[0], new String[0]).toString())
          .endsWith("runs: groups added [], changed [], removed []");
      gateway.reload(OneTeam.GROUPS);
      assertThat(groups()).containsExactly("\"team\"");
    }
    assertThat(beans()).isEqualTo(before);
  }

  private static ObjectName one(String type) {
    return beans().stream()
        .filter(bean -> type.equals(bean.getKeyProperty("type")))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> groups() {
    Set<String> names = new TreeSet<>();
    beans().stream()
        .filter(bean -> "ConsumerGroup".equals(bean.getKeyProperty("type")))
        .forEach(bean -> names.add(bean.getKeyProperty("name")));
    return names;
  }

  private static Set<ObjectName> beans() {
    try {
      return SERVER.queryNames(new ObjectName("com.keeptrusts.gateway:*"), null);
    } catch (javax.management.MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }
}
