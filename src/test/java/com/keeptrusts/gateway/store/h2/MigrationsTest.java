package com.keeptrusts.gateway.store.h2;

import static com.keeptrusts.gateway.event.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.event.Events;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that older gateways have written. */
class MigrationsTest {
  @TempDir Path folder;

  private void asInTheFirstVersion(String more) throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("events"));
    source.setUser("sa");
    source.setPassword("");
    try (Connection old = source.getConnection();
        Statement statement = old.createStatement();
        InputStream script = Migrations.class.getResourceAsStream("/db/migration/V1__events.sql")) {
      statement.execute("create table schema_version (version int primary key)");
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("insert into schema_version values (1)");
      statement.execute("insert into events values (1, 1, 'team', 'pass', '{\"id\":\"old\"}')");
      statement.execute("update loaded set last_seq = 1");
      statement.execute(more);
    }
  }

  private String read(String sql) throws Exception {
    try (Database database = Database.open(folder);
        Statement statement = database.reader().createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }

  @Test
  void open_firstVersion_keepsItsEventsAndLearnsPrincipals() throws Exception {
    asInTheFirstVersion("select 1");
    assertThat(read("select json from events where principal is null")).contains("old");
    assertThat(read("select max(version) from schema_version")).isEqualTo("3");
  }

  @Test
  void everyFilter_eventsOfTheFirstVersionAndNewOnes_findsBoth() throws Exception {
    ArchiveFixture.now = Events.NOON;
    asInTheFirstVersion(
        """
        insert into events values
          (2, 1, 'team', 'blocked', '{"id":"refused"}'), (3, 1, 'other', 'flagged', '{"id":"f"}');
        insert into fired_policies values ('pii', 3, 1, 'other', 'flagged');
        update events set at_millis = 1795435200000;
        update fired_policies set at_millis = 1795435200000;
        insert into event_minutes values (29923920, 1, 3);
        update loaded set last_seq = 3
        """);
    try (ArchiveFixture store = new ArchiveFixture(folder)) {
      store.record(event("new").group("team"), event("g").policy("pii", Verdict.FLAGGED));
      H2EventArchive archive = store.archive;
      assertThat(archive.last(EventFilter.ALL, 4).events()).hasSize(4);
      assertThat(archive.after(EventFilter.ALL, 0, 9).events()).hasSize(5);
      assertThat(archive.last(filter("team", null, null), 9).events())
          .extracting(json -> json.substring(0, 11))
          .containsExactly("{\"id\":\"old\"", "{\"id\":\"refu", "{\"id\":\"new\"");
      assertThat(archive.count(filter(null, "pii", null))).isEqualTo(2);
      assertThat(archive.last(filter(null, "pii", null), 9).events()).hasSize(2);
      assertThat(archive.last(filter(null, null, "pass"), 1).events().get(0)).contains("\"g\"");
    }
  }

  private static EventFilter filter(String group, String policy, String result) {
    return new EventFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(group),
        Optional.ofNullable(policy),
        Optional.ofNullable(result),
        Optional.empty());
  }

  @Test
  void open_migrationThatAKillCutShort_isDoneAgain() throws Exception {
    asInTheFirstVersion("alter table events add column principal varchar(512)");
    assertThat(read("select count(*) from events")).isEqualTo("1");
    assertThat(read("select max(version) from schema_version")).isEqualTo("3");
  }

  @Test
  void open_newerVersion_isLeftAlone() throws Exception {
    asInTheFirstVersion("insert into schema_version values (99)");
    assertThatThrownBy(() -> read("select 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("a newer gateway");
  }
}
