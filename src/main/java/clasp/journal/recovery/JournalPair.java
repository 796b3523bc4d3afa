package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two journals side by side, row by row in seq order. A *divergence* is a run of rows that are not alike, however
/// long it is. Thread-safe.
public record JournalPair(JournalReader left, JournalReader right, Alignment alignment) {
    /// What makes two entries stand in one row.
    public enum Alignment {
        /// The same seq. Then everything else has to be the same, too.
        SEQ,
        /// The same timestamp. Then everything but the seq has to be the same.
        TIME
    }

    /// What stands side by side; at least one of them is there.
    public record Pair(@Nullable Entry left, @Nullable Entry right, boolean alike) {
        /// The seq in the left journal, or else in the right one.
        public long seq() {
            Entry shown = left != null ? left : right;
            return shown == null ? 0 : shown.seq();
        }
    }

    /// From where on to look.
    ///
    /// @param afterLeft the seq after which it is looked in the left journal; null for all of it
    /// @param afterRight the same in the right one
    /// @param apart whether the journals are known to part there: then the divergence after that is looked for
    public record Position(
            @Nullable Long afterLeft, @Nullable Long afterRight, boolean apart) {
        public static final Position START = new Position(null, null, false);
    }

    /// A divergence that was passed.
    ///
    /// @param first its first row
    /// @param rows how many it has
    public record Passed(Pair first, long rows) {}

    /// Rows around the place that a search led to: where the journals part, or else where they are alike again for
    /// good, or else their end.
    ///
    /// @param passed the divergence that it was looked on from; null when it was looked from the beginning
    /// @param met the first row that is alike, after that; null when there is none to the end of both
    /// @param alike how many rows are alike from there on without a break
    /// @param rows some before the place, the place, and what comes after it
    /// @param place its index among them; -1 when there are none
    /// @param next where the journals part, to look on from; null when they do not to the end of both
    /// @param shift a reason why they part by time, if there is one so simple
    public record Part(
            @Nullable Passed passed,
            @Nullable Pair met,
            long alike,
            List<Pair> rows,
            int place,
            @Nullable Position next,
            Optional<TimeShift> shift) {
        public Part {
            rows = List.copyOf(rows);
        }

        /// The index of the first row that is not alike; -1 when the place is none where the journals part.
        public int divergence() {
            return next == null ? -1 : place;
        }
    }

    /// Looks for the first rows that are not alike, after the divergence from which it is looked on, if it is one. What
    /// it keeps of both journals does not grow with them.
    ///
    /// @param before how many rows before the place are given, at most
    /// @param after how many rows from there on are given, at most
    public Part divergence(Position from, int before, int after, Progress progress, Cancellation cancellation) {
        var walk = new PairWalk(this, from, progress, cancellation);
        Deque<Pair> lead = new ArrayDeque<>();
        Pair row = walk.next();
        Pair first = row;
        long apart = 0;
        while (from.apart() && row != null && !row.alike()) {
            apart++;
            keep(row, lead, before);
            row = walk.next();
        }
        Passed passed = first == null || apart == 0 ? null : new Passed(first, apart);
        Pair met = row != null && row.alike() ? row : null;
        List<Pair> meeting = new ArrayList<>(lead);
        int place = meeting.size();
        long alike = 0;
        while (row != null && row.alike()) {
            alike++;
            if (meeting.size() < place + after) {
                meeting.add(row);
            }
            keep(row, lead, before);
            row = walk.next();
        }
        if (row == null) {
            boolean again = passed != null && met != null;
            List<Pair> rows = again ? meeting : List.copyOf(lead);
            return new Part(passed, met, alike, rows, again ? place : rows.size() - 1, null, Optional.empty());
        }
        Position parting = walk.parting();
        List<Pair> rows = new ArrayList<>(lead);
        place = rows.size();
        for (int i = 0; row != null && i < after; i++) {
            rows.add(row);
            row = i + 1 < after ? walk.next() : null;
        }
        return new Part(passed, met, alike, rows, place, parting, TimeShift.at(parting, this, after, cancellation));
    }

    private static void keep(Pair row, Deque<Pair> latest, int most) {
        latest.add(row);
        if (latest.size() > most) {
            latest.remove();
        }
    }
}
