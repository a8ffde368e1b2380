package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.background.GiveWay;
import com.keeptrusts.gateway.store.journal.JournalReader.Piece;
import com.keeptrusts.gateway.store.journal.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts pieces of the journal into the tables, each in one transaction with its position: whatever a
 * kill undoes is read again, and nothing is counted twice.
 */
final class Loader {
  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

  private static final String INSERT =
      "insert into event_runs (seq, at_millis, consumer_group, result, json, principal)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String INSERT_POLICY = "insert into fired_policies values (?, ?, ?, ?, ?)";
  private static final String INSERT_OWNER =
      """
      merge into response_owners o
      using (values (cast(? as varchar(512)), cast(? as varchar(512)), cast(? as bigint)))
        as n (id, g, t)
      on o.response_id = n.id when not matched then insert values (n.id, n.g, n.t)
      """;
  private static final String MOVE =
      "update loaded set segment = ?, journal_offset = ?, last_seq = ?";

  private final Connection connection;
  private final SummedModels models;
  private final GiveWay giveWay = new GiveWay();
  private Position position;
  private long lastSeq;

  /** Finds where the database stands. */
  Loader(Connection connection) throws SQLException {
    this.connection = connection;
    this.models = new SummedModels(connection);
    try (Statement statement = connection.createStatement();
        ResultSet loaded = statement.executeQuery("select * from loaded")) {
      if (!loaded.next()) {
        throw new SQLException("the table \"loaded\" is empty");
      }
      position = new Position(loaded.getLong(1), loaded.getLong(2));
      lastSeq = loaded.getLong(3);
    }
  }

  /** Everything of the journal before it is in the tables. */
  Position position() {
    return position;
  }

  /** The journal was taken away and begun anew: its numbers mean nothing any longer. */
  void restartAt(Position other) {
    position = other;
  }

  void load(Piece piece) throws SQLException {
    List<EventRow> rows = rows(piece.events());
    try {
      insert(rows);
      move(piece.next(), lastSeq + rows.size());
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
    lastSeq += rows.size();
    position = piece.next();
  }

  private List<EventRow> rows(List<ByteBuffer> events) {
    List<EventRow> rows = new ArrayList<>(events.size());
    for (ByteBuffer json : events) {
      giveWay.step();
      try {
        rows.add(EventRow.of(json));
      } catch (IOException | DateTimeException e) {
        LOG.error("cannot understand an event in the journal, left out ({})", e.toString());
      }
    }
    return rows;
  }

  private void insert(List<EventRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Rollups rollups = new Rollups();
    EventRuns runs = new EventRuns();
    long seq = lastSeq;
    for (EventRow row : rows) {
      giveWay.step();
      seq++;
      runs.add(row, seq);
      rollups.add(row, models.of(row), seq);
      insertSideRows(row, seq);
    }
    giveWay.now();
    insertRuns(runs.inOrder());
    giveWay.now();
    rollups.write(connection);
    giveWay.now();
  }

  private void insertRuns(List<EventRun> runs) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (EventRun run : runs) {
        insert.setLong(1, run.seq());
        insert.setLong(2, run.atMillis());
        insert.setString(3, run.kind().group());
        insert.setString(4, run.kind().result());
        insert.setBytes(5, run.text());
        insert.setString(6, run.kind().principal());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void insertSideRows(EventRow row, long seq) throws SQLException {
    for (String policy : row.firedPolicies()) {
      try (PreparedStatement insert = connection.prepareStatement(INSERT_POLICY)) {
        insert.setString(1, policy);
        insert.setLong(2, seq);
        insert.setLong(3, row.atMillis());
        insert.setString(4, row.group());
        insert.setString(5, row.result());
        insert.executeUpdate();
      }
    }
    if (row.ownsResponse()) {
      try (PreparedStatement insert = connection.prepareStatement(INSERT_OWNER)) {
        insert.setString(1, row.responseId());
        insert.setString(2, row.group());
        insert.setLong(3, row.atMillis());
        insert.executeUpdate();
      }
    }
  }

  private void move(Position next, long seq) throws SQLException {
    try (PreparedStatement move = connection.prepareStatement(MOVE)) {
      move.setLong(1, next.segment());
      move.setLong(2, next.offset());
      move.setLong(3, seq);
      move.executeUpdate();
    }
  }
}
