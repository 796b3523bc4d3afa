package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.store.JournalException;
import clasp.journal.store.OvertakenException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.function.ObjLongConsumer;

/// The one connection of a journal that writes. Every method is one transaction, done or not done. Used by one thread
/// at a time.
final class SqliteWriter implements AutoCloseable {
    /// Much rarer than SQLite's own choice: it is the way out when [Checkpoints] falls behind.
    private static final int CHECKPOINT_FRAMES = 32_768;

    private final Connection connection;
    private final String name;
    private final PreparedStatement insert;
    private final PreparedStatement lastSeq;

    private SqliteWriter(Connection connection, String name) throws SQLException {
        this.connection = connection;
        this.name = name;
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO journal_entries"
                + " (timestamp, author, address, signal_type, value_json, revision, msg_type, hmac)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        lastSeq = connection.prepareStatement("SELECT last_insert_rowid()");
    }

    /// @param create whether the file is created when it is not there
    static SqliteWriter open(JournalFile file, boolean create) {
        try {
            Connection connection = Connections.toWrite(file.path(), create);
            try {
                JournalSchema.prepare(connection, file.name());
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_FRAMES);
                }
                return new SqliteWriter(connection, file.name());
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw JdbcErrors.of(e, Attempt.to("store.tried.openWriting"), file.name());
        }
    }

    /// Appends what all requests hold, or nothing; settles them when it is committed.
    ///
    /// @throws OvertakenException when one of them does not come directly after the seq that it is to follow on
    void append(List<AppendRequest> requests) {
        int entries =
                requests.stream().mapToInt(request -> request.entries().size()).sum();
        long last = transaction(Attempt.to("store.tried.add"), () -> {
            for (AppendRequest request : requests) {
                for (int i = 0; i < request.entries().size(); i++) {
                    add(request.entries().get(i), request, i);
                }
            }
            insert.executeBatch();
            long newest = number(lastSeq);
            eachWithFirst(requests, newest - entries + 1, this::requireItsPlace);
            return newest;
        });
        eachWithFirst(requests, last - entries + 1, AppendRequest::succeed);
    }

    private static void eachWithFirst(List<AppendRequest> requests, long first, ObjLongConsumer<AppendRequest> use) {
        long next = first;
        for (AppendRequest request : requests) {
            use.accept(request, next);
            next += request.entries().size();
        }
    }

    private void requireItsPlace(AppendRequest request, long first) {
        request.after().ifPresent(known -> {
            if (first != known + 1) {
                throw new OvertakenException(name, known, first - 1);
            }
        });
    }

    /// Appends the entries under their own seqs; returns how many they were.
    long take(List<Entry> entries) {
        return transaction(Attempt.to("store.tried.add"), () -> {
            try (PreparedStatement statement = connection.prepareStatement("INSERT INTO journal_entries"
                    + " (timestamp, author, address, signal_type, value_json, revision, msg_type, seq)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Entry entry : entries) {
                    bind(entry, statement);
                    statement.setLong(8, entry.seq());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return entries.size();
        });
    }

    private void add(Entry entry, AppendRequest request, int index) throws SQLException {
        bind(entry, insert);
        insert.setString(8, request.hmac(index));
        insert.addBatch();
    }

    /// The fields but the seq, as parameters 1 to 7.
    private static void bind(Entry entry, PreparedStatement insert) throws SQLException {
        insert.setLong(1, entry.timestampMicros());
        insert.setString(2, entry.author());
        insert.setString(3, entry.address());
        insert.setString(4, entry.signalType());
        insert.setString(5, entry.valueJson());
        Long revision = entry.revision();
        if (revision == null) {
            insert.setNull(6, Types.INTEGER);
        } else {
            insert.setLong(6, revision);
        }
        insert.setLong(7, entry.msgType());
    }

    /// Stores a snapshot; returns the latest seq at that moment.
    long snapshot(long createdAtMicros, String json) {
        return transaction(
                Attempt.to("store.tried.storeSnapshot"), () -> insertSnapshot(createdAtMicros, json, latest()));
    }

    /// Stores a snapshot of an earlier moment.
    long snapshot(long createdAtMicros, String json, long seqAt) {
        return transaction(Attempt.to("store.tried.storeSnapshot"), () -> insertSnapshot(createdAtMicros, json, seqAt));
    }

    private long insertSnapshot(long createdAtMicros, String json, long seqAt) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO snapshots (created_at, seq_at, data_json) VALUES (?, ?, ?)")) {
            statement.setLong(1, createdAtMicros);
            statement.setLong(2, seqAt);
            statement.setString(3, json);
            statement.executeUpdate();
        }
        return seqAt;
    }

    /// Deletes the entries with a lower seq; returns how many they were.
    long deleteBefore(long seq) {
        return transaction(Attempt.to("store.tried.deleteEntries"), () -> delete("journal_entries WHERE seq < ?", seq));
    }

    /// Deletes the eldest of those entries, so many at most, and all snapshots but the newest ones; returns how many
    /// entries they were.
    long deletePortion(long beforeSeq, int most, int newest) {
        return transaction(Attempt.to("store.tried.delete"), () -> {
            delete("snapshots WHERE id NOT IN (SELECT id FROM snapshots ORDER BY id DESC LIMIT ?)", newest);
            return delete(
                    "journal_entries WHERE seq IN"
                            + " (SELECT seq FROM journal_entries WHERE seq < ? ORDER BY seq LIMIT ?)",
                    beforeSeq,
                    most);
        });
    }

    private long delete(String rows, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + rows)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            return statement.executeLargeUpdate();
        }
    }

    /// Syncs the log to disk and takes from it what no reader holds back; returns how many of its frames that were.
    long settle() {
        return checkpoint("PASSIVE", Attempt.to("store.tried.disk"), 3);
    }

    /// Empties the log once the database has all of it; returns whether readers have let it.
    boolean emptyLog() {
        return checkpoint("TRUNCATE", Attempt.to("store.tried.emptyLog"), 1) == 0;
    }

    /// Takes all of the log into the database and empties it: what lies behind its last readable frame would be found
    /// damaged again. Called before anything is written.
    void beginLogAnew() {
        checkpoint("TRUNCATE", Attempt.to("store.tried.beginLog"), 1);
    }

    /// @param column of what SQLite answers: 1 whether it was held back, 2 frames in the log, 3 frames taken from it
    private long checkpoint(String mode, Attempt tried, int column) {
        try (Statement statement = connection.createStatement();
                ResultSet checkpoint = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return checkpoint.next() ? checkpoint.getLong(column) : 0;
        } catch (SQLException e) {
            JournalException failure = JdbcErrors.of(e, tried, name);
            rollBack(failure);
            throw failure;
        }
    }

    private long latest() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT max(seq) FROM journal_entries")) {
            return number(statement);
        }
    }

    @FunctionalInterface
    private interface Write {
        long run() throws SQLException;
    }

    private long transaction(Attempt tried, Write write) {
        try {
            long result = write.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            JournalException failure = JdbcErrors.of(e, tried, name);
            rollBack(failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Throwable cause) {
        try {
            insert.clearBatch();
            connection.rollback();
        } catch (SQLException e) {
            beginAnew(e, cause);
        }
    }

    /// When the disk is full SQLite has rolled back by itself. The driver then fails to do so, and begins nothing new:
    /// the next entries would each be on their own, and could not be committed.
    private void beginAnew(SQLException notRolledBack, Throwable cause) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
        } catch (SQLException e) {
            cause.addSuppressed(notRolledBack);
            cause.addSuppressed(e);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        try {
            insert.close();
            lastSeq.close();
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw JdbcErrors.of(e, Attempt.to("store.tried.close"), name);
        }
    }
}
