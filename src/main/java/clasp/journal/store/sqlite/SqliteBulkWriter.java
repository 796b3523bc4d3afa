package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.Cancellation;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/// Writes a whole journal at once, in seq order, as fast as SQLite takes it. Until [#finish] the file is worth nothing,
/// so it belongs under a temporary name; [#finish] leaves a CLASP file in WAL mode with nothing beside it, not yet
/// synced to disk. Not thread-safe.
public final class SqliteBulkWriter implements AutoCloseable {
    private final BulkDatabase database;
    private final PreparedStatement insert;
    private long lastSeq;

    private SqliteBulkWriter(BulkDatabase database) throws SQLException {
        this.database = database;
        database.begin();
        insert = database.connection()
                .prepareStatement("INSERT INTO journal_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)");
    }

    /// @param file does not exist, or is empty
    public static SqliteBulkWriter create(Path file) {
        BulkDatabase database = BulkDatabase.create(file);
        try {
            return new SqliteBulkWriter(database);
        } catch (SQLException e) {
            database.close();
            throw database.failure(e);
        }
    }

    /// Adds an entry under its own seq, which must be higher than all before, without an HMAC.
    public void append(Entry entry) {
        try {
            insert.setLong(1, entry.seq());
            insert.setLong(2, entry.timestampMicros());
            insert.setString(3, entry.author());
            insert.setString(4, entry.address());
            insert.setString(5, entry.signalType());
            insert.setString(6, entry.valueJson());
            Long revision = entry.revision();
            if (revision == null) {
                insert.setNull(7, Types.INTEGER);
            } else {
                insert.setLong(7, revision);
            }
            insert.setLong(8, entry.msgType());
            insert.executeUpdate();
            lastSeq = entry.seq();
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    /// Stores a snapshot as of the last entry.
    public void snapshot(List<Param> params, long createdAtMicros) {
        snapshot(params, createdAtMicros, lastSeq);
    }

    /// Stores a snapshot as of this seq.
    public void snapshot(List<Param> params, long createdAtMicros, long seqAt) {
        try (PreparedStatement statement = database.connection()
                .prepareStatement("INSERT INTO snapshots (created_at, seq_at, data_json) VALUES (?, ?, ?)")) {
            statement.setLong(1, createdAtMicros);
            statement.setLong(2, seqAt);
            statement.setString(3, SnapshotJson.write(params));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    /// Builds the indexes and completes the file.
    public void finish(Cancellation cancellation) {
        try (var registration = cancellation.onCancel(database::interrupt)) {
            insert.close();
            database.finish(cancellation);
        } catch (SQLException e) {
            cancellation.check();
            throw database.failure(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
