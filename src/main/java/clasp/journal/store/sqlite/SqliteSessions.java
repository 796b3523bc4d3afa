package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.SliceWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Writes whole sessions: all entries that a journal holds, and its snapshots, each at its place. What the selection
/// says beyond its journal does not matter. Entries have no HMAC. Thread-safe.
public final class SqliteSessions implements SliceWriter {
    private static final int ENTRIES_PER_REPORT = 1 << 14;

    /// A snapshot that cannot be read is left out.
    ///
    /// @return how many entries were written
    @Override
    public long write(Selection selection, Path file, Progress progress, Cancellation cancellation) {
        JournalReader journal = selection.journal();
        List<SnapshotInfo> snapshots = journal.snapshots().stream()
                .sorted(Comparator.comparingLong(SnapshotInfo::seqAt))
                .toList();
        long[] written = {0};
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(file)) {
            long from = 1;
            for (SnapshotInfo info : snapshots) {
                from = entries(journal, writer, new SeqRange(from, info.seqAt()), written, progress, cancellation);
                journal.snapshot(info.id(), cancellation)
                        .filter(Snapshot::usable)
                        .ifPresent(
                                snapshot -> writer.snapshot(snapshot.params(), info.createdAtMicros(), info.seqAt()));
            }
            entries(journal, writer, new SeqRange(from, journal.state().latestSeq()), written, progress, cancellation);
            writer.finish(cancellation);
        }
        return written[0];
    }

    /// Writes the entries of the range; returns with which seq it goes on.
    private static long entries(
            JournalReader journal,
            SqliteBulkWriter writer,
            SeqRange range,
            long[] written,
            Progress progress,
            Cancellation cancellation) {
        if (range.isEmpty()) {
            return range.first();
        }
        journal.scan(
                Filter.ALL,
                range,
                entry -> {
                    writer.append(entry);
                    if (++written[0] % ENTRIES_PER_REPORT == 0) {
                        progress.report(written[0], -1);
                    }
                    return true;
                },
                cancellation);
        return range.last() + 1;
    }
}
