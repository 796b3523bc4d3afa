package clasp.journal.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What somebody came to, in entries a second, who was asked for 20,000: in the middle, at least and at most. Used by
/// one thread.
final class Rates {
    private final List<Long> all = new ArrayList<>();

    /// @param nanos how long it took; too short to tell, or for nothing, it does not count
    void add(long entries, long nanos) {
        if (entries > 0 && nanos > 50_000_000) {
            all.add(entries * 1_000_000_000 / nanos);
        }
    }

    /// Such as “19,800/s (12,000 to 20,100)”.
    @Override
    public String toString() {
        if (all.isEmpty()) {
            return "a rate too short to measure";
        }
        List<Long> sorted = all.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%,d/s (%,d to %,d)", sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }
}
