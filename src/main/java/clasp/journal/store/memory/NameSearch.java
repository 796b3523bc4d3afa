package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FirstSegment;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Lists the addresses and authors in a view of the entries. Immutable.
record NameSearch(EntryView entries) {
    private static final int ENTRIES_PER_REPORT = 65_536;

    List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        Map<String, Tally> tallies = new HashMap<>();
        int[] done = {0};
        entries.forEach(
                SeqRange.ALL,
                entry -> {
                    tallies.computeIfAbsent(entry.address(), address -> new Tally())
                            .add(entry.seq());
                    if (++done[0] % ENTRIES_PER_REPORT == 0) {
                        progress.report(done[0], entries.size());
                    }
                    return true;
                },
                cancellation);
        List<AddressCount> counts = new ArrayList<>(tallies.size());
        tallies.forEach((address, tally) -> counts.add(new AddressCount(address, tally.entries, tally.lastSeq)));
        counts.sort((a, b) -> Utf8Order.INSTANCE.compare(a.address(), b.address()));
        return counts;
    }

    List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return names(Entry::address, address -> address.startsWith(prefix), max, cancellation);
    }

    List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return names(Entry::author, author -> author.startsWith(prefix), max, cancellation);
    }

    List<FirstSegment> firstSegments(int max, Cancellation cancellation) {
        Map<String, Long> counts = new TreeMap<>(Utf8Order.INSTANCE);
        entries.forEach(
                SeqRange.ALL,
                entry -> {
                    counts.merge(FirstSegment.of(entry.address()), 1L, Long::sum);
                    return true;
                },
                cancellation);
        return counts.entrySet().stream()
                .limit(max)
                .map(segment -> new FirstSegment(segment.getKey(), segment.getValue()))
                .toList();
    }

    private List<String> names(
            Function<Entry, String> field, Predicate<String> wanted, int max, Cancellation cancellation) {
        Set<String> found = new HashSet<>();
        entries.forEach(
                SeqRange.ALL,
                entry -> {
                    String name = field.apply(entry);
                    if (wanted.test(name)) {
                        found.add(name);
                    }
                    return true;
                },
                cancellation);
        return found.stream().sorted(Utf8Order.INSTANCE).limit(max).toList();
    }

    private static final class Tally {
        private long entries;
        private long lastSeq;

        void add(long seq) {
            entries++;
            lastSeq = seq;
        }
    }
}
