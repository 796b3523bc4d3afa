package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.function.Consumer;

/// Looks for problems in a journal: one pass over its entries, holding one param for each address. Problems are told
/// as they are found, which is in order of seq but for a restart, which shows only some entries after it. Thread-safe.
public final class ProblemScan {
    private static final int ENTRIES_PER_REPORT = 4_096;

    private final JournalReader journal;

    public ProblemScan(JournalReader journal) {
        this.journal = journal;
    }

    public void run(Consumer<Problem> found, Progress progress, Cancellation cancellation) {
        SnapshotCheck snapshots = new SnapshotCheck(journal, found, cancellation);
        List<EntryCheck> checks = List.of(
                new SeqCheck(journal.state(), snapshots.coveredSeq(), found),
                snapshots,
                new ClockCheck(found),
                new RevisionCheck(found),
                new RaceCheck(found),
                new ReadingCheck(found));
        long latest = journal.state().latestSeq();
        journal.scan(
                Filter.ALL,
                SeqRange.ALL,
                entry -> {
                    checks.forEach(check -> check.entry(entry));
                    if (entry.seq() % ENTRIES_PER_REPORT == 0) {
                        progress.report(entry.seq(), latest);
                    }
                    return true;
                },
                cancellation);
        checks.forEach(EntryCheck::end);
    }

    /// Looks for one kind of problem. Confined to one scan.
    interface EntryCheck {
        /// Told every entry in ascending seq.
        void entry(Entry entry);

        /// Told when there are no more.
        default void end() {}
    }
}
