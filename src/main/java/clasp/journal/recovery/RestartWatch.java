package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.recovery.Pauses.Pause;
import clasp.journal.store.EntryGlance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells a restart of the router from addresses that go wrong by themselves: after a restart (nearly) every
/// address that is set again starts over. So one that starts over is a suspicion, and the next addresses
/// that were not set since decide: each starts over too, or counts on. Where a silence or a clock that was
/// set back speaks for a restart, one address is enough when no other is set; elsewhere it takes two.
/// Confined to one scan.
final class RestartWatch {
    /// So many addresses are asked at most, and after so many entries no more.
    private static final int MOST_VOTES = 8;

    private static final int MOST_ENTRIES = 4_096;

    /// A busy router writes no SET behind more entries than these that came after it.
    private static final int NEIGHBOURS = 256;

    /// A pause is said in another unit, too, from here on.
    private static final long LONG_MICROS = 10_000_000;

    /// Of that many, so many may have counted on all the same.
    private static final int MOST_AGAINST = 1;

    /// How the revisions of an address show it.
    enum Way {
        /// The param was made anew.
        START_OVER("recovery.restart.startOver", "recovery.restart.without"),
        /// The param is as a snapshot has it, and what was set after that is lost.
        GO_BACK("recovery.restart.goBack", "recovery.restart.older"),
        /// The same with a snapshot of before an earlier restart, when revisions were higher.
        GO_FAR_BACK("recovery.restart.leaveOneOut", "recovery.restart.older"),
        /// The param was counted up twice, by a snapshot and by the entries.
        LEAVE_ONE_OUT("recovery.restart.leaveOneOut", "recovery.restart.countedTwice");

        private final String what;
        private final String with;

        Way(String what, String with) {
            this.what = what;
            this.with = with;
        }
    }

    /// A SET with which its address starts over.
    ///
    /// @param otherwise the problem that it is without a restart
    record StartOver(long seq, int id, String address, long before, long carried, Way way, Problem otherwise) {
        /// What one lost SET looks like, too.
        boolean isGap() {
            return way == Way.LEAVE_ONE_OUT || way == Way.GO_FAR_BACK;
        }
    }

    /// Perhaps a restart.
    private static final class Suspicion {
        private final long begin;
        private final Pause pause;
        private final List<StartOver> startOvers = new ArrayList<>();
        private int against;
        private int entries;
        /// Up to there no other router was started again after it.
        private long knownSince;

        Suspicion(StartOver first, Pause pause) {
            begin = pause == Pause.NONE ? first.seq() : pause.seq();
            this.pause = pause;
            knownSince = begin;
        }

        boolean isRipe() {
            return against > MOST_AGAINST || startOvers.size() + against >= MOST_VOTES || entries > MOST_ENTRIES;
        }

        boolean isRestart() {
            boolean one = pause.isBreak() && startOvers.stream().anyMatch(each -> !each.isGap());
            return startOvers.size() >= (one ? 1 : 2)
                    && (against == 0 || against <= MOST_AGAINST && startOvers.size() + against >= MOST_VOTES);
        }
    }

    private final SnapshotRevisions snapshots;
    private final Consumer<Problem> found;
    private final Pauses pauses = new Pauses();
    private final NavigableSet<Long> restarts = new TreeSet<>();
    private @Nullable Suspicion suspicion;
    private long latestRestart;
    /// How that shows, besides by params that were made anew.
    private final Set<Way> latestWays = EnumSet.noneOf(Way.class);
    private long latestSeq;
    private long knownSeq;

    RestartWatch(SnapshotRevisions snapshots, Consumer<Problem> found) {
        this.snapshots = snapshots;
        this.found = found;
    }

    /// Whether it is the latest restart that has shown with which an address starts over.
    ///
    /// @param seqBefore the SET of its address before it
    /// @param way not every restart makes addresses leave revisions out, or go back to a snapshot
    boolean explains(long seqBefore, Way way) {
        return seqBefore < latestRestart && (way == Way.START_OVER || latestWays.contains(way));
    }

    /// Whether all restarts up to the entry with this seq have shown.
    boolean knows(long seq) {
        return knownSeq >= seq;
    }

    /// The first entry after the latest restart up to the entry with this seq; 0 for none. Where it has not shown
    /// whether a silence was one, it may have been.
    long latestUpTo(long seq) {
        Long shown = restarts.floor(seq);
        long perhaps = pauses.latestBreak().seq();
        return perhaps > knownSeq && perhaps <= seq ? perhaps : shown == null ? 0 : shown;
    }

    /// Told every entry, before what it does to its address.
    void pass(EntryGlance entry) {
        latestSeq = entry.seq();
        pauses.pass(latestSeq, entry.timestampMicros());
        Suspicion open = suspicion;
        if (open != null) {
            open.entries++;
            settleWhenRipe(open);
        }
    }

    /// The latest entry carries a revision that follows the one before it, and that no restart would have given it.
    ///
    /// @param seqBefore the SET of its address before it
    void countsOn(long seqBefore) {
        Suspicion open = suspicion;
        if (open == null) {
            if (wasNone(seqBefore, knownSeq)) {
                known();
            }
        } else if (isAgainst(seqBefore, open.begin)) {
            open.against++;
            settleWhenRipe(open);
        } else if (seqBefore >= open.begin && wasNone(seqBefore, open.knownSince)) {
            open.knownSince = latestSeq;
        }
    }

    /// Whether no pause after the entry with a seq was a restart, as an address counts on across it.
    private boolean wasNone(long seqBefore, long since) {
        long perhaps = pauses.latestBreak().seq();
        return perhaps > since
                ? isAgainst(seqBefore, perhaps)
                : !snapshots.isBetween(seqBefore, pauses.after(since).seq());
    }

    /// Whether an address that counts on was set before the restart, and would have started over: it counts on also
    /// where a snapshot that a router took over has its latest SET.
    private boolean isAgainst(long seqBefore, long restart) {
        return seqBefore < restart && !snapshots.isBetween(seqBefore, restart);
    }

    /// With the latest entry its address starts over.
    ///
    /// @param seqBefore the SET of its address before it
    void startsOver(StartOver startOver, long seqBefore) {
        Suspicion open = suspicion;
        if (open == null || seqBefore >= open.begin) {
            // In a pause after which addresses counted on, no router was started again.
            long known = open == null ? knownSeq : open.knownSince;
            Suspicion next = new Suspicion(startOver, pauses.after(Math.max(seqBefore, known)));
            if (open != null) {
                settle(open);
                knownSeq = next.begin - 1;
            }
            open = next;
            suspicion = open;
        }
        open.startOvers.add(startOver);
        settleWhenRipe(open);
    }

    /// Whether the latest entry goes on where its address was before it seemed to start over: neighbours in the wrong
    /// order.
    boolean goesBackTo(int id, long carried) {
        Suspicion open = suspicion;
        if (open != null) {
            List<StartOver> wrong = open.startOvers.stream()
                    .filter(each ->
                            each.id() == id && each.before() + 1 == carried && latestSeq - each.seq() <= NEIGHBOURS)
                    .toList();
            wrong.forEach(each -> found.accept(each.otherwise()));
            open.startOvers.removeAll(wrong);
            open.against += wrong.size();
            settleWhenRipe(open);
            return !wrong.isEmpty();
        }
        return false;
    }

    /// No more entries come.
    void end() {
        if (suspicion != null) {
            settle(suspicion);
        }
    }

    private void settleWhenRipe(Suspicion open) {
        if (open.isRipe()) {
            settle(open);
        }
    }

    private void settle(Suspicion open) {
        suspicion = null;
        if (open.isRestart()) {
            latestRestart = open.begin;
            latestWays.clear();
            open.startOvers.forEach(each -> latestWays.add(each.way()));
            restarts.add(latestRestart);
            found.accept(told(open));
        } else {
            open.startOvers.forEach(each -> found.accept(each.otherwise()));
        }
        known();
    }

    private void known() {
        knownSeq = latestSeq;
        pauses.forget();
    }

    private static Problem told(Suspicion restart) {
        StartOver example = restart.startOvers.getFirst();
        Way way = example.way();
        return Problem.of(
                ProblemKind.RESTART,
                restart.begin,
                null,
                when(restart.pause),
                CoreTexts.text(
                        way.what,
                        example.address(),
                        Long.toUnsignedString(example.before()),
                        Long.toUnsignedString(example.carried())),
                CoreTexts.text(way.with));
    }

    private static String when(Pause pause) {
        String about = pause.micros() < LONG_MICROS ? "" : ClockCheck.words(pause.micros());
        String millis = pause.micros() / 1_000 + " ms" + about;
        if (pause == Pause.NONE) {
            return CoreTexts.text("recovery.restart.atOnce");
        }
        if (pause.back()) {
            return CoreTexts.text("recovery.restart.clockBack", millis);
        }
        return CoreTexts.text(pause.isBreak() ? "recovery.restart.silence" : "recovery.restart.soon", millis);
    }
}
