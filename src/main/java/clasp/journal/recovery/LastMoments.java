package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened in the last moments up to an entry, by author and address: that entry and those right before it in seq
/// order, as far back as the span reaches. Immutable.
///
/// How long ago an entry was is counted by the clock that wrote it, with care for clocks that were set. Where the clock
/// was set back (by 50 ms or more), nobody knows how long that step took: it counts as no time, so that rather more is
/// shown than the span holds. One entry alone with a wrong time counts as its neighbours do. A clock that was set
/// forward looks like a silence, and counts as one: what was before it may be left out, and [#silenceMicros()] is more
/// than zero then.
///
/// @param entries how many there were in all
/// @param silenceMicros for how long, by the clock, there was nothing before the first of them, when that is longer
/// than
///     the span; 0 for not so long
/// @param steps where the clock was set back meanwhile, the latest first
/// @param groups the latest first
public record LastMoments(long entries, long silenceMicros, List<ClockStep> steps, List<Group> groups) {
    /// The clock was set back.
    ///
    /// @param seq of the first entry after it
    /// @param micros by how much at least
    public record ClockStep(long seq, long micros) {}

    /// The entries of one author on one address.
    ///
    /// @param last the last of them; a long value is cut
    /// @param microsAgo how long before the end that was
    public record Group(
            String author, String address, long entries, long sets, long firstSeq, Entry last, long microsAgo) {}

    private record Key(String author, String address) {}

    private static final class Gathered {
        private final Entry last;
        private final long microsAgo;
        private long firstSeq;
        private long entries;
        private long sets;

        Gathered(Entry last, long microsAgo) {
            this.last = last;
            this.microsAgo = microsAgo;
        }

        void add(Entry entry) {
            firstSeq = entry.seq();
            entries++;
            sets += entry.isSet() ? 1 : 0;
        }

        Group group() {
            return new Group(last.author(), last.address(), entries, sets, firstSeq, last, microsAgo);
        }
    }

    public LastMoments {
        steps = List.copyOf(steps);
        groups = List.copyOf(groups);
    }

    /// Those before an entry, which is one of them. Later entries do not count, whatever their clock says.
    public static LastMoments before(JournalReader journal, Entry end, Duration span, Cancellation cancellation) {
        long micros = span.toNanos() / 1_000;
        var walk = new WalkBack(end, micros);
        var backward = new EntriesBackward(journal, end.seq(), cancellation);
        Map<Key, Gathered> groups = new LinkedHashMap<>();
        long count = 0;
        long reached = 0;
        long silence = 0;
        for (@Nullable Entry entry = backward.next(); entry != null; entry = backward.next()) {
            long ago = walk.ago(entry, backward.peek());
            if (ago > micros) {
                silence = ago - reached > micros ? ago - reached : 0;
                break;
            }
            reached = ago;
            count++;
            Entry last = entry;
            groups.computeIfAbsent(new Key(entry.author(), entry.address()), key -> new Gathered(last, ago))
                    .add(entry);
        }
        List<Group> all = new ArrayList<>(groups.size());
        groups.values().forEach(group -> all.add(group.group()));
        all.sort(Comparator.comparingLong((Group group) -> group.last().seq()).reversed());
        return new LastMoments(count, silence, walk.steps(), all);
    }
}
