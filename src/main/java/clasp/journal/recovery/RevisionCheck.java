package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import java.util.function.Consumer;

/// Looks for revisions that do not count one up at their address, and for restarts: after a silence,
/// revisions start over. Confined to one scan.
final class RevisionCheck implements ProblemScan.EntryCheck {
    /// No entry for so long is a silence.
    private static final long SILENCE_MICROS = 1_000_000;

    /// A param that a router recovered has revision 1, so that its next SET carries 2.
    private static final long STARTS_OVER = 2;

    private final Consumer<Problem> found;
    /// Of each address the seq of its latest SET, and the revision that it carried.
    private final LongPairs latest = new LongPairs();
    private long timeBefore;
    private long highestTime;
    private boolean started;
    /// The first entry after the latest silence, and how long that was; what came before lies before a
    /// restart when revisions start over.
    private long silenceEnd;

    private long silenceMicros;
    /// Whether some revision counted on after the silence, which it could not after a restart.
    private boolean countedOn;

    private long restartSeq;

    RevisionCheck(Consumer<Problem> found) {
        this.found = found;
    }

    /// The first entry after the latest restart that has shown; 0 for none.
    long restartSeq() {
        return restartSeq;
    }

    /// The first entry after the latest silence; 0 for none.
    long silenceEnd() {
        return silenceEnd;
    }

    /// Whether nobody can tell yet what the latest silence was.
    boolean undecided() {
        return silenceEnd != 0 && !countedOn && restartSeq != silenceEnd;
    }

    @Override
    public void ahead(int id) {
        latest.ahead(id);
    }

    @Override
    public void entry(EntryGlance entry, int id) {
        listen(entry);
        if (id == ProblemScan.NO_SET) {
            return;
        }
        Long carried = entry.revision();
        if (carried == null) {
            found.accept(Problem.of(ProblemKind.SET_WITHOUT_REVISION, entry.seq(), entry.address()));
            return;
        }
        long seqBefore = latest.first(id);
        long revisionBefore = latest.second(id);
        latest.set(id, entry.seq(), carried);
        if (seqBefore != LongPairs.NONE) {
            compare(entry, carried, revisionBefore, seqBefore);
        }
    }

    private void listen(EntryGlance entry) {
        long now = entry.timestampMicros();
        // One entry with a wrong time is not followed by a silence.
        long silence = now - (now >= highestTime ? highestTime : timeBefore);
        if (started && silence >= SILENCE_MICROS) {
            silenceEnd = entry.seq();
            silenceMicros = silence;
            countedOn = false;
        }
        highestTime = started ? Math.max(highestTime, now) : now;
        started = true;
        timeBefore = now;
    }

    private void compare(EntryGlance entry, long revision, long before, long seqBefore) {
        boolean startsOver = revision > 0 && revision <= STARTS_OVER;
        if (seqBefore < restartSeq && startsOver) {
            return;
        }
        if (revision == before + 1) {
            countedOn |= !startsOver && seqBefore < silenceEnd;
        } else if (startsOver && seqBefore < silenceEnd && !countedOn) {
            restartSeq = silenceEnd;
            found.accept(Problem.of(
                    ProblemKind.RESTART,
                    silenceEnd,
                    null,
                    Long.toString(silenceMicros / 1_000),
                    entry.address(),
                    Long.toUnsignedString(before),
                    Long.toUnsignedString(revision)));
        } else {
            found.accept(Problem.of(
                    kind(revision, before),
                    entry.seq(),
                    entry.address(),
                    Long.toUnsignedString(before),
                    Long.toUnsignedString(revision),
                    Long.toString(seqBefore)));
        }
    }

    private static ProblemKind kind(long revision, long before) {
        int order = Long.compareUnsigned(revision, before);
        if (order == 0) {
            return ProblemKind.REVISION_REPEAT;
        }
        return order > 0 ? ProblemKind.REVISION_GAP : ProblemKind.REVISION_REGRESSION;
    }
}
