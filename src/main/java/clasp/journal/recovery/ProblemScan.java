package clasp.journal.recovery;

import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks for problems in a journal: one pass over its entries, holding a few numbers for each address.
/// Problems are told as they are found, which is in order of seq but for a restart, what could have been one, and what
/// depends on it, which show only some entries later, for what the files tell, which comes first, and for
/// damage that is met, which comes last: [ProblemOrder] puts them in order. Thread-safe.
public final class ProblemScan {
    /// Stands for the address of an entry that is no SET.
    static final int NO_SET = -1;

    private static final int ENTRIES_PER_REPORT = 16_384;

    private final JournalReader whole;

    public ProblemScan(JournalReader journal) {
        whole = journal;
    }

    public void run(Consumer<Problem> found, Progress progress, Cancellation cancellation) {
        ReadableJournal journal = new ReadableJournal(whole);
        AddressIds ids = new AddressIds();
        SnapshotRevisions snapshotRevisions = new SnapshotRevisions(journal.snapshots());
        RestartWatch restarts = new RestartWatch(snapshotRevisions, found);
        BaseSnapshots bases = new BaseSnapshots(journal, RecoveryRule.DOCUMENTED);
        SnapshotCheck snapshots = new SnapshotCheck(journal, ids, bases, restarts, found, cancellation);
        StoredRevisions stored = new StoredRevisions(journal, bases, cancellation);
        RevisionCheck revisions = new RevisionCheck(snapshotRevisions, stored, restarts, found);
        RaceCheck races = new RaceCheck(found);
        List<EntryCheck> checks = List.of(
                new SeqCheck(journal.state(), snapshots.coveredSeq(), found),
                new ClockCheck(found),
                // Snapshots are judged by the restarts that have shown.
                revisions,
                snapshots,
                races,
                new ReadingCheck(found));
        LogCheck.run(journal, found, cancellation);
        long latest = journal.state().latestSeq();
        Damage damage = journal.damage();
        if (damage == Damage.CUT_OFF || damage == Damage.SALVAGED) {
            long seq = damage == Damage.CUT_OFF ? latest + 1 : firstMissing(journal, latest, cancellation);
            ProblemKind kind = damage == Damage.CUT_OFF ? ProblemKind.CUT_OFF : ProblemKind.DAMAGED;
            found.accept(
                    Problem.of(kind, seq, null, String.join(" ", journal.info().notes())));
        }
        journal.tellLost(found);
        int[] passed = {0};
        var visitor = new GlanceVisitor() {
            @Override
            public void ahead(List<? extends EntryGlance> entries) {
                ids.ahead(entries, id -> {
                    revisions.ahead(id);
                    races.ahead(id);
                });
            }

            @Override
            public void see(EntryGlance entry) {
                boolean set = RecoveryRule.CLASP_ROUTER.isSet(entry.msgType());
                int address = set ? ids.of(entry.addressBytes()) : NO_SET;
                int id = entry.msgType() == MsgType.SET ? address : NO_SET;
                for (EntryCheck check : checks) {
                    check.entry(entry, id);
                }
                passed[0]++;
                if (passed[0] % ENTRIES_PER_REPORT == 0) {
                    progress.report(entry.seq(), latest);
                }
            }
        };
        Optional<Problem> damaged = look(journal, visitor, cancellation);
        checks.forEach(EntryCheck::end);
        damaged.ifPresent(found);
        journal.tellLost(found);
    }

    private static long firstMissing(JournalReader journal, long latest, Cancellation cancellation) {
        return journal.missingSeqs(1, cancellation).stream()
                .map(SeqRange::first)
                .findFirst()
                .orElse(latest);
    }

    /// What can be read is looked at.
    private static Optional<Problem> look(JournalReader journal, GlanceVisitor visitor, Cancellation cancellation) {
        try {
            journal.glance(SeqRange.ALL, visitor, cancellation);
            return Optional.empty();
        } catch (MissingEntriesException e) {
            return Optional.of(Problem.of(ProblemKind.DAMAGED, e.firstMissing(), null, String.valueOf(e.getMessage())));
        }
    }

    /// Looks for one kind of problem. Confined to one scan.
    interface EntryCheck {
        /// Told every entry in ascending seq.
        ///
        /// @param id the number of its address; [#NO_SET] when it is no SET
        void entry(EntryGlance entry, int id);

        /// Told of addresses that are perhaps among the next ones: what is known of them may be reached for.
        default void ahead(int id) {}

        /// Told when there are no more.
        default void end() {}
    }
}
