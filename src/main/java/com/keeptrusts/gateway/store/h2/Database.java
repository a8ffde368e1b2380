package com.keeptrusts.gateway.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/** The open database file: one connection that writes, one that reads. */
final class Database implements AutoCloseable {
  /**
   * A small cache, since the gateway's memory is for requests; no hook at the end of the process,
   * since the gateway closes what it opened; no trace file, since failures are logged; no
   * statistics, since queries name their index, and H2 would read megabytes for them while requests
   * wait; written each two seconds, since the journal has what a kill undoes.
   */
  private static final String OPTIONS =
      ";CACHE_SIZE=4096;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;ANALYZE_AUTO=0;WRITE_DELAY=2000";

  private final Connection writer;
  private final Connection reader;

  private Database(Connection writer, Connection reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Opens the file, creating it where it is missing.
   *
   * @throws SQLException when it is damaged, in use, or of a newer gateway
   */
  static Database open(Path folder) throws SQLException, IOException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("events").toAbsolutePath() + OPTIONS);
    source.setUser("sa");
    source.setPassword("");
    Connection writer = source.getConnection();
    try {
      Migrations.run(writer);
      writer.setAutoCommit(false);
      return new Database(writer, source.getConnection());
    } catch (SQLException | IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  Connection writer() {
    return writer;
  }

  Connection reader() {
    return reader;
  }

  /** Waits until every commit is on the disk; H2 alone takes two seconds. */
  void sync() throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute("checkpoint sync");
    }
  }

  /** Closes the file; the last connection that closes does. */
  @Override
  public void close() throws SQLException {
    try {
      reader.close();
    } finally {
      writer.close();
    }
  }

  /** Takes H2's driver from the list that would keep a web application in memory. */
  static void unload() {
    DriverManager.drivers()
        .filter(driver -> driver.getClass() == org.h2.Driver.class)
        .findFirst()
        .ifPresent(driver -> org.h2.Driver.unload());
  }
}
