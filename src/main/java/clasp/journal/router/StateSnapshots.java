package clasp.journal.router;

import clasp.journal.model.Param;
import clasp.journal.router.core.LiveParam;
import clasp.journal.router.core.ParamTable;
import clasp.journal.store.Journal;
import clasp.journal.store.Uninterruptibly;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Stores the live state in the journal from time to time, when it has changed, and can then compact the journal to it.
/// What is stored is the state of the moment when it was due, however long that takes: it is written on a thread of its
/// own while the router goes on. Confined to the engine's thread.
final class StateSnapshots {
    private static final System.Logger LOG = System.getLogger(StateSnapshots.class.getName());

    /// What goes on being there when the journal is compacted: the one that recovery needs, and the one before.
    private static final int SNAPSHOTS_KEPT = 2;

    private final ParamTable table;
    private final LongSupplier seqOfState;
    private final Journal journal;
    private final long intervalMicros;
    private final boolean compacts;
    private long dueMicros;
    private long seqAtLast;
    private long expiredAtLast;
    private @Nullable Storing storing;

    /// @param seqOfState of the last entry of which the table consists now
    /// @param compacts whether entries and snapshots that recovery no longer needs are deleted after each snapshot
    /// @param nowMicros of a clock that only goes forward
    StateSnapshots(
            ParamTable table,
            LongSupplier seqOfState,
            Journal journal,
            Duration interval,
            boolean compacts,
            long nowMicros) {
        this.table = table;
        this.seqOfState = seqOfState;
        this.journal = journal;
        this.compacts = compacts;
        intervalMicros = interval.toNanos() / 1_000;
        dueMicros = nowMicros + intervalMicros;
        seqAtLast = seqOfState.getAsLong();
    }

    /// Begins one when it is due, anything changed since the last, and none is being stored.
    void takeWhenDue(long nowMicros) {
        if (storing != null && storing.isOver()) {
            end(storing);
        }
        if (nowMicros >= dueMicros && storing == null) {
            dueMicros = nowMicros + intervalMicros;
            begin();
        }
    }

    /// Takes one if anything changed since the last, and returns when it is stored. A failure is logged.
    void takeLast() {
        awaitEnd();
        begin();
        awaitEnd();
    }

    /// Returns when the journal is no longer used.
    void awaitEnd() {
        if (storing != null) {
            Uninterruptibly.join(storing.thread);
            end(storing);
        }
    }

    /// That a param has outlived its time is a change that no entry tells.
    private void begin() {
        long seq = seqOfState.getAsLong();
        long expired = table.expired();
        if (seq != seqAtLast || expired != expiredAtLast) {
            storing = new Storing(table.all(), seq, expired);
            storing.thread.start();
        }
    }

    /// What is no mere mistake, such as memory that does not suffice, is the router's failure.
    private void end(Storing over) {
        storing = null;
        if (over.stored) {
            seqAtLast = over.seq;
            expiredAtLast = over.expired;
        }
        if (over.failure != null) {
            throw over.failure;
        }
    }

    /// One snapshot on its way. What becomes of it may be asked when it is over.
    private final class Storing {
        private final List<LiveParam> state;
        private final long seq;
        private final long expired;
        private final Thread thread =
                Thread.ofPlatform().name("router snapshot").unstarted(this::run);
        private boolean stored;
        private @Nullable Error failure;

        Storing(List<LiveParam> state, long seq, long expired) {
            this.state = state;
            this.seq = seq;
            this.expired = expired;
        }

        boolean isOver() {
            return !thread.isAlive();
        }

        private void run() {
            try {
                store();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "No snapshot of " + state.size() + " params could be stored.", e);
            } catch (Error e) {
                failure = e;
            }
        }

        private void store() {
            List<Param> params = state.stream().map(LiveParam::param).toList();
            journal.snapshot(params, seq);
            stored = true;
            if (compacts) {
                compact();
            }
        }

        /// Only to a snapshot that can be read back. The entry at `seq` stays, so that the latest seq does not fall
        /// to 0. What fails here takes nothing from the snapshot; the next one compacts again.
        private void compact() {
            try {
                if (journal.loadSnapshot().filter(snapshot -> snapshot.usable()).isPresent()) {
                    journal.compact(seq, SNAPSHOTS_KEPT);
                } else {
                    LOG.log(Level.ERROR, "The snapshot at seq {0} cannot be read back: nothing was compacted.", seq);
                }
            } catch (RuntimeException e) {
                LOG.log(
                        Level.ERROR,
                        "The snapshot at seq " + seq + " is stored, but what it makes superfluous could not be deleted;"
                                + " that is tried again after the next one.",
                        e);
            }
        }
    }
}
