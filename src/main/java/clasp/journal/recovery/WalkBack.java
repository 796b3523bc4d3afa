package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.LastMoments.ClockStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long before the end each entry was, going from one to the one before it in seq order. See [LastMoments] for what
/// becomes of a clock that was set. Confined to one walk.
final class WalkBack {
    /// Neighbours of a busy router are out of order by less; a clock that goes back by more was set.
    private static final long STEP_MICROS = 50_000;

    private final long span;
    private final List<ClockStep> steps = new ArrayList<>();
    /// The time that is counted from, how long before the end that was, and how long the latest entry was.
    private long reference;
    private long referenceAgo;

    private long ago;
    private Entry later;

    WalkBack(Entry end, long spanMicros) {
        span = spanMicros;
        later = end;
        reference = end.timestampMicros();
    }

    /// How long before the end the entry was, in µs; more than the span when it does not count any more.
    ///
    /// @param earlier the one before it; null for none
    long ago(Entry entry, @Nullable Entry earlier) {
        if (earlier != null && isWrong(entry, earlier)) {
            return ago;
        }
        long back = since(later.timestampMicros(), entry.timestampMicros());
        if (back >= STEP_MICROS) {
            steps.add(new ClockStep(later.seq(), back));
            reference = entry.timestampMicros();
            referenceAgo = ago;
        }
        ago = Math.max(ago, referenceAgo + since(entry.timestampMicros(), reference));
        later = entry;
        return ago < 0 ? Long.MAX_VALUE : ago;
    }

    List<ClockStep> steps() {
        return steps;
    }

    /// Whether only this one has a time that does not fit, as those around it fit to each other.
    private boolean isWrong(Entry entry, Entry earlier) {
        long now = entry.timestampMicros();
        long before = earlier.timestampMicros();
        long after = later.timestampMicros();
        boolean fits = since(after, before) < STEP_MICROS && since(before, after) <= span;
        return fits && (since(now, before) >= STEP_MICROS || since(after, now) >= STEP_MICROS);
    }

    /// From one time to a later one; 0 when it is no later one. Times are unsigned.
    private static long since(long one, long other) {
        if (Long.compareUnsigned(other, one) <= 0) {
            return 0;
        }
        long micros = other - one;
        return micros < 0 ? Long.MAX_VALUE / 2 : Math.min(micros, Long.MAX_VALUE / 2);
    }
}
