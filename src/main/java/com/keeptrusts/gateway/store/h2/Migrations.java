package com.keeptrusts.gateway.store.h2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the schema of this version, one numbered script after the other. */
final class Migrations {
  private static final List<String> SCRIPTS =
      List.of("V1__events.sql", "V2__principal.sql", "V3__runs.sql");

  private Migrations() {}

  /**
   * Runs the scripts that the database has not seen.
   *
   * @throws SQLException when one fails, or a newer gateway has been here
   */
  static void run(Connection connection) throws SQLException, IOException {
    int version = version(connection);
    if (version > SCRIPTS.size()) {
      throw new SQLException("a newer gateway has written it, in version " + version);
    }
    for (int next = version; next < SCRIPTS.size(); next++) {
      apply(connection, next + 1, script(SCRIPTS.get(next)));
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists schema_version (version int primary key)");
      try (ResultSet max = statement.executeQuery("select max(version) from schema_version")) {
        return max.next() ? max.getInt(1) : 0;
      }
    }
  }

  /**
   * The mark is set last: H2 commits with every change of the schema, so a script that a kill cut
   * short is started again from a clean slate.
   */
  private static void apply(Connection connection, int version, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (version == 1) {
        statement.execute("drop all objects");
        statement.execute("create table schema_version (version int primary key)");
      }
      statement.execute(script);
    }
    try (PreparedStatement mark =
        connection.prepareStatement("insert into schema_version values (?)")) {
      mark.setInt(1, version);
      mark.executeUpdate();
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = Migrations.class.getResourceAsStream("/db/migration/" + name)) {
      if (in == null) {
        throw new IOException("no script \"" + name + "\" in the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
