package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.RowIndex;
import clasp.journal.store.Selection;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Copies the matching entries of one SQLite file into a new one, byte by byte, HMACs included. Used once, by one
/// thread.
final class SliceCopy {
    /// So many entries are copied between two looks at the cancellation.
    private static final int PORTION = 1 << 15;

    private final SqliteSource source;
    private final Selection selection;
    private final Progress progress;
    private final Cancellation cancellation;

    SliceCopy(SqliteSource source, Selection selection, Progress progress, Cancellation cancellation) {
        this.source = source;
        this.selection = selection;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// @return how many entries were copied
    long write(Path file) {
        RowIndex matches = selection.journal().rowIndex(selection.filter(), Progress.NONE, cancellation);
        boolean hasHmac = source.read(
                Attempt.to("store.tried.columns"),
                cancellation,
                connection -> connection.schema().hasHmac());
        Access access = source.access();
        try (BulkDatabase target = BulkDatabase.create(file);
                var registration = cancellation.onCancel(target::interrupt)) {
            try {
                attach(target, access);
                target.execute("CREATE TEMP TABLE wanted (seq INTEGER PRIMARY KEY)");
                target.begin();
                long copied = copy(target, matches, hasHmac);
                target.finish(cancellation);
                checkUnchanged(access);
                return copied;
            } catch (SQLException e) {
                cancellation.check();
                throw target.failure(e);
            }
        }
    }

    private static void attach(BulkDatabase target, Access access) throws SQLException {
        try (PreparedStatement attach = target.connection().prepareStatement("ATTACH ? AS source")) {
            attach.setString(1, BulkDatabase.uri(access.database().path()) + "?" + access.parameters());
            attach.execute();
        }
    }

    private long copy(BulkDatabase target, RowIndex matches, boolean hasHmac) throws SQLException {
        String columns =
                "e.seq, e.timestamp, e.author, e.address, e.signal_type, e.value_json, e.revision, e.msg_type, "
                        + (hasHmac ? "e.hmac" : "NULL");
        String insert = "INSERT INTO main.journal_entries SELECT " + columns + " FROM ";
        long first = selection.range().isEmpty()
                ? 0
                : matches.rowOf(selection.range().first());
        long end = selection.range().isEmpty() ? 0 : end(matches);
        long total = Math.min(Math.max(0, end - first), selection.limit());
        long copied = 0;
        try (PreparedStatement run = target.connection()
                        .prepareStatement(
                                insert + "source.journal_entries AS e WHERE e.seq BETWEEN ? AND ? ORDER BY e.seq");
                PreparedStatement some = target.connection()
                        .prepareStatement(insert + "temp.wanted AS w CROSS JOIN source.journal_entries AS e"
                                + " ON e.seq = w.seq ORDER BY w.seq");
                PreparedStatement want = target.connection().prepareStatement("INSERT INTO temp.wanted VALUES (?)")) {
            for (long row = 0; row < total; row += PORTION) {
                cancellation.check();
                long count = Math.min(PORTION, total - row);
                long from = matches.seqAt(first + row);
                long to = matches.seqAt(first + row + count - 1);
                if (to - from == count - 1) {
                    run.setLong(1, from);
                    run.setLong(2, to);
                    copied += run.executeUpdate();
                } else {
                    target.execute("DELETE FROM temp.wanted");
                    for (long i = 0; i < count; i++) {
                        want.setLong(1, matches.seqAt(first + row + i));
                        want.executeUpdate();
                    }
                    copied += some.executeUpdate();
                }
                progress.report(copied, total);
            }
        }
        return copied;
    }

    /// The row after the last within the range.
    private long end(RowIndex matches) {
        long last = selection.range().last();
        return last == Long.MAX_VALUE ? matches.rows() : matches.rowOf(last + 1);
    }

    private void checkUnchanged(Access access) {
        if (!access.stillRight(FileStamp.of(source.file()))) {
            throw new JournalException(
                    CoreTexts.text("store.changed.export", source.file().name()));
        }
    }
}
