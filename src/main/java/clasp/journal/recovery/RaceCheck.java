package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Looks for two writers that set one address by turns within a short time: four turns (A, B, A, B) within
/// 5 ms, or six within 100 ms, as two faders at 60 Hz make them. Somebody taking over from somebody else is
/// none. Confined to one scan.
final class RaceCheck implements ProblemScan.EntryCheck {
    private static final int QUICK_TURNS = 4;
    private static final long QUICK_MICROS = 5_000;
    private static final int TURNS = 6;
    private static final long MICROS = 100_000;

    /// The latest turns at an address: whose it was last, whose before, and when each of those in a row was
    /// taken.
    private record Turns(String writer, String other, long[] times) {
        /// The turn of another writer.
        Turns next(EntryGlance entry) {
            int row = entry.author().equals(other) ? Math.min(times.length, TURNS - 1) : 1;
            long[] kept = new long[row + 1];
            System.arraycopy(times, times.length - row, kept, 0, row);
            kept[row] = entry.timestampMicros();
            return new Turns(entry.author(), writer, kept);
        }

        boolean within(int turns, long micros) {
            return times.length >= turns && length(turns) >= 0 && length(turns) <= micros;
        }

        long length(int turns) {
            return times[times.length - 1] - times[times.length - turns];
        }
    }

    private final Consumer<Problem> found;
    private final Map<String, Integer> writers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    /// Of each address who wrote it last, and when.
    private final LongPairs latest = new LongPairs();
    private final Map<Integer, Turns> underWay = new HashMap<>();
    /// The keys of it, looked at for each of millions of entries.
    private final BitSet turning = new BitSet();

    RaceCheck(Consumer<Problem> found) {
        this.found = found;
    }

    @Override
    public void ahead(int id) {
        latest.ahead(id);
    }

    @Override
    public void entry(EntryGlance entry, int id) {
        if (id == ProblemScan.NO_SET) {
            return;
        }
        int author = number(entry.author());
        long before = latest.first(id);
        // Whatever comes after so long a time is no longer within it of what was before.
        boolean late = before != LongPairs.NONE && entry.timestampMicros() - latest.second(id) > MICROS;
        if (before != LongPairs.NONE && before != author && !late) {
            Turns turns = underWay.getOrDefault(id, first(names.get((int) before), latest.second(id)))
                    .next(entry);
            boolean quick = turns.within(QUICK_TURNS, QUICK_MICROS);
            if (quick || turns.within(TURNS, MICROS)) {
                tell(entry, turns, turns.length(quick ? QUICK_TURNS : TURNS));
                forget(id);
            } else {
                underWay.put(id, turns);
                turning.set(id);
            }
        } else if (turning.get(id)) {
            forget(id);
        }
        latest.set(id, author, entry.timestampMicros());
    }

    private int number(String writer) {
        Integer known = writers.get(writer);
        if (known != null) {
            return known;
        }
        writers.put(writer, names.size());
        names.add(writer);
        return names.size() - 1;
    }

    private void forget(int id) {
        underWay.remove(id);
        turning.clear(id);
    }

    private static Turns first(String writer, long micros) {
        return new Turns(writer, "", new long[] {micros});
    }

    private void tell(EntryGlance entry, Turns turns, long micros) {
        found.accept(Problem.of(
                ProblemKind.RACING_WRITERS,
                entry.seq(),
                entry.address(),
                turns.other(),
                turns.writer(),
                Long.toString(micros / 1_000)));
    }
}
