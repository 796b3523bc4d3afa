package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks for two writers whose SETs of one address interleave: within 50 ms somebody else sets what one of them set
/// just
/// before and sets again, however many SETs each of them makes. Somebody who takes over from somebody else does not
/// come
/// in between. A race that goes on is one problem; it is over after a second without an interleaving. Confined to one
/// scan.
final class RaceCheck implements ProblemScan.EntryCheck {
    private static final long MICROS = 50_000;
    private static final long OVER_MICROS = 1_000_000;

    /// Somebody's last SET of an address before somebody else's.
    private record Left(int writer, long micros) {}

    /// What was the matter lately at an address that has changed hands within the time of a race.
    private static final class Turns {
        private final List<Left> left = new ArrayList<>(2);
        private boolean raced;
        private long racedMicros;

        /// The last SET of the writer, unless it was too long ago.
        @Nullable
        Left of(int writer) {
            for (Left each : left) {
                if (each.writer() == writer) {
                    return each;
                }
            }
            return null;
        }

        void leave(int writer, long micros, long now) {
            left.removeIf(each -> each.writer() == writer || !within(MICROS, each.micros(), now));
            left.add(new Left(writer, micros));
        }

        /// Whether the race at this moment is a new one.
        boolean begins(long now) {
            boolean begins = !isUnderWay(now);
            raced = true;
            racedMicros = now;
            return begins;
        }

        boolean isUnderWay(long now) {
            return raced && within(OVER_MICROS, racedMicros, now);
        }
    }

    private final Consumer<Problem> found;
    private final Map<String, Integer> writers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    /// Of each address who wrote it last, and when.
    private final LongPairs latest = new LongPairs();
    private final Map<Integer, Turns> turns = new HashMap<>();

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
        if (before != LongPairs.NONE && before != author) {
            turn(entry, id, author, new Left((int) before, latest.second(id)));
        }
        latest.set(id, author, entry.timestampMicros());
    }

    private void turn(EntryGlance entry, int id, int author, Left other) {
        long now = entry.timestampMicros();
        if (!within(MICROS, other.micros(), now)) {
            turns.computeIfPresent(id, (any, lately) -> lately.isUnderWay(now) ? lately : null);
            return;
        }
        Turns lately = turns.computeIfAbsent(id, any -> new Turns());
        lately.leave(other.writer(), other.micros(), now);
        Left own = lately.of(author);
        if (own != null && lately.begins(now)) {
            tell(entry, other.writer(), Math.abs(now - own.micros()));
        }
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

    private static boolean within(long micros, long one, long other) {
        return Math.abs(one - other) <= micros;
    }

    private void tell(EntryGlance entry, int other, long micros) {
        found.accept(Problem.of(
                ProblemKind.RACING_WRITERS,
                entry.seq(),
                entry.address(),
                entry.author(),
                names.get(other),
                Long.toString(Math.max(1, micros / 1_000))));
    }
}
