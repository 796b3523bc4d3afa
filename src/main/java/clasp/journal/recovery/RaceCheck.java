package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.EntryGlance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks for two writers who set one address by turns. They race when one of them sets it in between SETs of the other
/// and is set over within 50 ms: once is enough where the other's SETs lie within 50 ms, too; slower ones race when it
/// happens to the same two again within ten seconds, each time with nobody else in between. Where more take turns, they
/// race when the same one is set over by the same other so quickly a third time, each within ten seconds of the time
/// before. Somebody who takes over from somebody else does not come in between, nor do those who set it for a while
/// each, and a single correction is set over once. A race that goes on is one problem; it is over after ten seconds in
/// which it did not show. Confined to one scan.
final class RaceCheck implements ProblemScan.EntryCheck {
    private static final long MICROS = 50_000;
    private static final long AGAIN_MICROS = 10_000_000;

    /// How often one of many is set over by the same other until that is no chance.
    private static final int OFTEN = 3;

    /// Of one address, who was set over by whom is remembered for so many pairs.
    private static final int MOST_PAIRS = 64;

    /// With so many addresses that have changed hands, those that did so long ago are forgotten.
    private static final int MOST_TURNS = 4_096;

    /// Somebody's last SET of an address before somebody else's.
    private record Left(int writer, long micros) {}

    /// Somebody who came in between SETs of somebody else.
    private record Between(int writer, int other, long micros) {
        boolean isAgain(Between earlier) {
            boolean same = writer == earlier.writer && other == earlier.other;
            return (same || writer == earlier.other && other == earlier.writer)
                    && within(AGAIN_MICROS, micros, earlier.micros);
        }
    }

    /// Somebody who was set over by somebody else at once.
    private record Pair(int writer, int by) {}

    /// How often that happened, each time soon after the one before, and when last.
    private record Times(int count, long micros) {
        Times again(long now) {
            return new Times(within(AGAIN_MICROS, micros, now) ? count + 1 : 1, now);
        }
    }

    /// What was the matter lately at an address that changes hands.
    private static final class Turns {
        /// Who set it within the time of a race.
        private final List<Left> left = new ArrayList<>(2);
        /// Whose turn was before the present one, and when that began.
        private int before;
        private long began;
        private @Nullable Between between;
        /// The ones longest ago go first.
        private final Map<Pair, Times> setOver = new LinkedHashMap<>(0, 0.75f, true);
        private boolean raced;
        private long racedMicros;

        Turns(Left first) {
            before = first.writer();
            began = first.micros();
        }

        /// The writer's last SET, unless it was too long ago.
        @Nullable
        Left of(int writer) {
            for (Left each : left) {
                if (each.writer() == writer) {
                    return each;
                }
            }
            return null;
        }

        /// The turn of the one is over.
        void pass(Left one, long now) {
            left.removeIf(each -> each.writer() == one.writer() || !within(MICROS, each.micros(), now));
            if (within(MICROS, one.micros(), now)) {
                left.add(one);
            }
            before = one.writer();
            began = now;
        }

        /// Whether whose turn it was came in between SETs of the writer, and the two did so before.
        boolean isAgain(int writer, int other, long now) {
            if (before != writer || !within(MICROS, began, now)) {
                return false;
            }
            Between earlier = between;
            between = new Between(other, writer, now);
            return earlier != null && between.isAgain(earlier);
        }

        /// Whether the writer's SET is one of many with which the same one is set over by the same other.
        boolean isOften(int writer, int other, long beganOther, long now) {
            if (!within(MICROS, beganOther, now)) {
                return false;
            }
            Times times = setOver.merge(new Pair(other, writer), new Times(1, now), (last, once) -> last.again(now));
            if (setOver.size() > MOST_PAIRS) {
                setOver.remove(setOver.keySet().iterator().next());
            }
            return times.count() >= OFTEN;
        }

        /// Whether the race at this moment is a new one.
        boolean begins(long now) {
            boolean begins = !raced || !within(AGAIN_MICROS, racedMicros, now);
            raced = true;
            racedMicros = now;
            return begins;
        }
    }

    private final Consumer<Problem> found;
    private final Map<String, Integer> writers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    /// Of each address who wrote it last, and when.
    private final LongPairs latest = new LongPairs();
    private final Map<Integer, Turns> turns = new HashMap<>();
    private int mostTurns = MOST_TURNS;

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
        if (!within(AGAIN_MICROS, other.micros(), now)) {
            turns.remove(id);
            return;
        }
        Turns lately = turns.computeIfAbsent(id, any -> new Turns(other));
        long began = lately.began;
        boolean again = lately.isAgain(author, other.writer(), now);
        lately.pass(other, now);
        Left own = within(MICROS, other.micros(), now) ? lately.of(author) : null;
        boolean race = own != null || again || lately.isOften(author, other.writer(), began, now);
        if (race && lately.begins(now)) {
            tell(entry, other.writer(), own != null, Math.abs(now - (own != null ? own.micros() : began)));
        }
        forgetWhenMany(now);
    }

    private void forgetWhenMany(long now) {
        if (turns.size() > mostTurns) {
            turns.values().removeIf(each -> !within(AGAIN_MICROS, each.began, now));
            mostTurns = Math.max(MOST_TURNS, 2 * turns.size());
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

    private void tell(EntryGlance entry, int other, boolean quick, long micros) {
        found.accept(Problem.of(
                ProblemKind.RACING_WRITERS,
                entry.seq(),
                entry.address(),
                entry.author(),
                names.get(other),
                CoreTexts.text(
                        quick ? "recovery.race.quick" : "recovery.race.slow",
                        Long.toString(Math.max(1, micros / 1_000)))));
    }
}
