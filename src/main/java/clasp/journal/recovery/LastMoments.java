package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened in the last moments up to an entry, by author and address. Immutable.
///
/// @param time from the beginning of those moments to the entry's time, both inclusive
/// @param entries how many there were in all
/// @param groups the latest first
public record LastMoments(TimeRange time, long entries, List<Group> groups) {
    /// The entries of one author on one address.
    ///
    /// @param last the last of them
    public record Group(String author, String address, long entries, long sets, long firstSeq, Entry last) {}

    private record Key(String author, String address) {}

    private static final class Gathered {
        private final long firstSeq;
        private long entries;
        private long sets;
        private Entry last;

        Gathered(Entry first) {
            firstSeq = first.seq();
            last = first;
        }
    }

    public LastMoments {
        groups = List.copyOf(groups);
    }

    /// Those before an entry, which is one of them. Later entries do not count, also when their clock says otherwise.
    public static LastMoments before(JournalReader journal, Entry end, Duration span, Cancellation cancellation) {
        long micros = span.toNanos() / 1_000;
        long to = end.timestampMicros();
        long from = Long.compareUnsigned(to, micros) < 0 ? 0 : to - micros;
        var time = new TimeRange(from, to);
        Map<Key, Gathered> groups = new LinkedHashMap<>();
        long[] count = {0};
        journal.scan(
                new Filter.Time(time),
                new SeqRange(Long.MIN_VALUE, end.seq()),
                entry -> {
                    Gathered group = groups.computeIfAbsent(
                            new Key(entry.author(), entry.address()), key -> new Gathered(entry));
                    group.entries++;
                    group.sets += entry.isSet() ? 1 : 0;
                    group.last = entry;
                    count[0]++;
                    return true;
                },
                cancellation);
        List<Group> all = new ArrayList<>(groups.size());
        groups.forEach((key, group) ->
                all.add(new Group(key.author(), key.address(), group.entries, group.sets, group.firstSeq, group.last)));
        all.sort(Comparator.comparingLong((Group group) -> group.last().seq()).reversed());
        return new LastMoments(time, count[0], all);
    }
}
