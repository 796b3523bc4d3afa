package clasp.journal.store.sqlite;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the snapshots of a journal. Thread-safe.
final class SnapshotReader {
    private static final String INFO = "SELECT id, created_at, seq_at, octet_length(data_json)";

    private final SqliteSource source;

    SnapshotReader(SqliteSource source) {
        this.source = source;
    }

    /// Every snapshot, oldest first.
    List<SnapshotInfo> all() {
        return source.read(Attempt.to("store.tried.snapshots"), Cancellation.none(), connection -> {
            List<SnapshotInfo> found = new ArrayList<>();
            if (connection.schema().snapshots()) {
                PreparedStatement statement = connection.prepare(INFO + " FROM snapshots ORDER BY id");
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new SnapshotInfo(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                    }
                }
            }
            return List.copyOf(found);
        });
    }

    private record Stored(SnapshotInfo info, byte[] text) {}

    /// One whose pages are damaged is there without its params.
    Optional<Snapshot> read(long id, Cancellation cancellation) {
        try {
            return source.read(
                            Attempt.to("store.tried.snapshot", id), cancellation, connection -> stored(connection, id))
                    .map(SnapshotReader::parse);
        } catch (DamagedException e) {
            return all().stream()
                    .filter(info -> info.id() == id)
                    .findFirst()
                    .map(info -> new Snapshot(info, List.of(), String.valueOf(e.getMessage()), null, true));
        }
    }

    private static Snapshot parse(Stored stored) {
        var bytes = new ByteArrayInputStream(stored.text());
        try (var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return SnapshotJson.read(stored.info(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Stored> stored(StoppableConnection connection, long id) throws SQLException {
        if (!connection.schema().snapshots()) {
            return Optional.empty();
        }
        PreparedStatement statement = connection.prepare(INFO + ", data_json FROM snapshots WHERE id = ?");
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            byte[] text = row.getBytes(5);
            return Optional.of(new Stored(
                    new SnapshotInfo(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                    text == null ? new byte[0] : text));
        }
    }
}
