package clasp.journal.router;

import clasp.journal.model.Param;
import clasp.journal.router.core.LiveParam;
import clasp.journal.router.core.ParamTable;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/// Stores the live state in the journal from time to time, when it has changed, and can then compact the journal to it.
/// Nobody else may append to the journal meanwhile. Confined to the engine's thread.
final class StateSnapshots {
    private static final System.Logger LOG = System.getLogger(StateSnapshots.class.getName());

    /// What goes on being there when the journal is compacted: the one that recovery needs, and the one before.
    private static final int SNAPSHOTS_KEPT = 2;

    private final ParamTable table;
    private final Journal journal;
    private final long intervalMicros;
    private final boolean compacts;
    private long dueMicros;
    private long seqAtLast;
    private long expiredAtLast;

    /// @param compacts whether entries and snapshots that recovery no longer needs are deleted after each snapshot
    /// @param nowMicros of a clock that only goes forward
    StateSnapshots(ParamTable table, Journal journal, Duration interval, boolean compacts, long nowMicros) {
        this.table = table;
        this.journal = journal;
        this.compacts = compacts;
        intervalMicros = interval.toNanos() / 1_000;
        dueMicros = nowMicros + intervalMicros;
        seqAtLast = journal.latestSeq();
    }

    void takeWhenDue(long nowMicros) {
        if (nowMicros >= dueMicros) {
            dueMicros = nowMicros + intervalMicros;
            take();
        }
    }

    /// Takes one if anything was journaled since the last, or has outlived its time, which no entry tells. A failure is
    /// logged; the next one may do.
    void take() {
        long expired = table.expired();
        if (journal.latestSeq() == seqAtLast && expired == expiredAtLast) {
            return;
        }
        List<Param> params = table.all().stream().map(LiveParam::param).toList();
        try {
            seqAtLast = journal.snapshot(params);
            expiredAtLast = expired;
            if (compacts) {
                compact(seqAtLast);
            }
        } catch (JournalException e) {
            LOG.log(Level.ERROR, "No snapshot of " + params.size() + " params could be stored.", e);
        }
    }

    /// Only to a snapshot that can be read back. The entry at `seqAt` stays, so that the latest seq does not fall to 0.
    private void compact(long seqAt) {
        if (journal.loadSnapshot().filter(snapshot -> snapshot.usable()).isPresent()) {
            journal.compact(seqAt, SNAPSHOTS_KEPT);
        } else {
            LOG.log(Level.ERROR, "The snapshot at seq {0} cannot be read back: nothing was compacted.", seqAt);
        }
    }
}
