package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Recording;
import clasp.journal.store.Selection;
import clasp.journal.store.SliceWriter;
import clasp.journal.store.Unstored;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// Writes whole sessions: all entries that a journal holds, and its snapshots, each at its place; of a recording also
/// what it has not stored yet. What the selection says beyond its journal does not matter. Entries have no HMAC.
/// Thread-safe.
public final class SqliteSessions implements SliceWriter {
    private static final int ENTRIES_PER_REPORT = 1 << 14;

    private final InstantSource clock;

    /// @param clock tells when snapshots were made that are not stored yet
    public SqliteSessions(InstantSource clock) {
        this.clock = clock;
    }

    /// A snapshot that cannot be read is left out.
    ///
    /// @return how many entries were written
    @Override
    public long write(Selection selection, Path file, Progress progress, Cancellation cancellation) {
        JournalReader journal = selection.journal();
        // Asked for first: what is stored meanwhile is taken from here, not from the journal.
        Unstored rest = journal instanceof Recording recording ? recording.unstored() : Unstored.NOTHING;
        long last = rest.entries().isEmpty()
                ? journal.state().latestSeq()
                : rest.entries().getFirst().seq() - 1;
        List<SnapshotInfo> snapshots = journal.snapshots().stream()
                .filter(info -> info.seqAt() <= last)
                .sorted(Comparator.comparingLong(SnapshotInfo::seqAt))
                .toList();
        long[] written = {0};
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(file)) {
            EntryVisitor append = entry -> {
                writer.append(entry);
                if (++written[0] % ENTRIES_PER_REPORT == 0) {
                    progress.report(written[0], -1);
                }
                return true;
            };
            long from = 1;
            for (SnapshotInfo info : snapshots) {
                from = entries(journal, new SeqRange(from, info.seqAt()), append, cancellation);
                journal.snapshot(info.id(), cancellation)
                        .filter(Snapshot::usable)
                        .ifPresent(
                                snapshot -> writer.snapshot(snapshot.params(), info.createdAtMicros(), info.seqAt()));
            }
            entries(journal, new SeqRange(from, last), append, cancellation);
            rest.entries().forEach(append::visit);
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            rest.states().forEach(state -> writer.snapshot(state.params(), now, state.seqAt()));
            writer.finish(cancellation);
        }
        return written[0];
    }

    /// Returns with which seq it goes on.
    private static long entries(JournalReader journal, SeqRange range, EntryVisitor append, Cancellation cancellation) {
        if (range.isEmpty()) {
            return range.first();
        }
        journal.scan(Filter.ALL, range, append, cancellation);
        return range.last() + 1;
    }
}
