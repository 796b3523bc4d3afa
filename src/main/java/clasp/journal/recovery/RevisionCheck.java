package clasp.journal.recovery;

import clasp.journal.model.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Looks for revisions that do not count one up at their address, and for restarts: after a silence, revisions start
/// over. Confined to one scan.
final class RevisionCheck implements ProblemScan.EntryCheck {
    /// No entry for so long is a silence.
    private static final long SILENCE_MICROS = 1_000_000;

    /// A param that a router recovered has revision 1, so that its next SET carries 2.
    private static final long STARTS_OVER = 2;

    private record Last(long revision, long seq) {}

    private final Consumer<Problem> found;
    private final Map<String, Last> byAddress = new HashMap<>();
    private long timeBefore;
    private boolean started;
    /// The first entry after the latest silence, and how long that was; what came before lies before a restart when
    /// revisions start over.
    private long silenceEnd;

    private long silenceMicros;
    /// Whether some revision counted on after the silence, which it could not after a restart.
    private boolean countedOn;

    private long restartSeq;

    RevisionCheck(Consumer<Problem> found) {
        this.found = found;
    }

    @Override
    public void entry(Entry entry) {
        listen(entry);
        if (!entry.isSet()) {
            return;
        }
        Long revision = entry.revision();
        if (revision == null) {
            found.accept(Problem.of(ProblemKind.SET_WITHOUT_REVISION, entry.seq(), entry.address()));
            return;
        }
        Last last = byAddress.put(entry.address(), new Last(revision, entry.seq()));
        if (last != null) {
            compare(entry, revision, last);
        }
    }

    private void listen(Entry entry) {
        long now = entry.timestampMicros();
        long silence = now - timeBefore;
        if (started && silence >= SILENCE_MICROS) {
            silenceEnd = entry.seq();
            silenceMicros = silence;
            countedOn = false;
        }
        started = true;
        timeBefore = now;
    }

    private void compare(Entry entry, long revision, Last last) {
        boolean startsOver = revision > 0 && revision <= STARTS_OVER;
        if (last.seq() < restartSeq && startsOver) {
            return;
        }
        if (revision == last.revision() + 1) {
            countedOn |= !startsOver && last.seq() < silenceEnd;
        } else if (startsOver && last.seq() < silenceEnd && !countedOn) {
            restartSeq = silenceEnd;
            found.accept(Problem.of(
                    ProblemKind.RESTART,
                    silenceEnd,
                    null,
                    Long.toString(silenceMicros / 1_000),
                    entry.address(),
                    Long.toUnsignedString(last.revision()),
                    Long.toUnsignedString(revision)));
        } else {
            found.accept(Problem.of(
                    kind(revision, last.revision()),
                    entry.seq(),
                    entry.address(),
                    Long.toUnsignedString(last.revision()),
                    Long.toUnsignedString(revision),
                    Long.toString(last.seq())));
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
