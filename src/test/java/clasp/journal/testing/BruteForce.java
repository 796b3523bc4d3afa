package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Direction;
import clasp.journal.store.PageRequest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// What a journal that holds these entries must answer, found in the plainest way: the reference for every backend.
public record BruteForce(List<Entry> entries) {
    public List<Entry> matches(Filter filter) {
        return entries.stream()
                .filter(entry -> NaiveFilter.matches(filter, entry))
                .toList();
    }

    public List<Entry> matches(Filter filter, SeqRange range) {
        return matches(filter).stream()
                .filter(entry -> range.contains(entry.seq()))
                .toList();
    }

    public List<Entry> page(PageRequest request) {
        List<Entry> matches = matches(request.filter());
        if (request.direction() == Direction.FORWARD) {
            return matches.stream()
                    .filter(entry -> entry.seq() >= request.fromSeq())
                    .limit(request.maxEntries())
                    .toList();
        }
        List<Entry> before = matches.stream()
                .filter(entry -> entry.seq() <= request.fromSeq())
                .toList();
        return before.subList(Math.max(0, before.size() - request.maxEntries()), before.size());
    }

    /// The matches by signal type and time: one line for each series, one column for each bucket of this width.
    public long[][] histogram(Filter filter, TimeRange range, long bucketMicros, int buckets) {
        long[][] counts = new long[SignalType.values().length + 1][buckets];
        BigInteger from = unsigned(range.fromMicros());
        for (Entry entry : matches(filter)) {
            if (range.contains(entry.timestampMicros())) {
                BigInteger since = unsigned(entry.timestampMicros()).subtract(from);
                counts[series(entry)][since.divide(unsigned(bucketMicros)).intValueExact()]++;
            }
        }
        return counts;
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }

    private static int series(Entry entry) {
        return Arrays.stream(SignalType.values())
                .filter(type -> type.text().equals(entry.signalType()))
                .mapToInt(SignalType::ordinal)
                .findFirst()
                .orElse(SignalType.values().length);
    }

    public List<AddressCount> addresses() {
        return entries.stream()
                .map(Entry::address)
                .distinct()
                .sorted((a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                .map(address -> {
                    LongStream seqs = entries.stream()
                            .filter(entry -> entry.address().equals(address))
                            .mapToLong(Entry::seq);
                    var statistics = seqs.summaryStatistics();
                    return new AddressCount(address, statistics.getCount(), statistics.getMax());
                })
                .toList();
    }

    public Optional<TimeRange> timeSpan() {
        List<Long> times = byTime().stream().map(Entry::timestampMicros).toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(new TimeRange(times.getFirst(), times.getLast()));
    }

    public Optional<Long> seqAtTime(long micros) {
        return byTime().stream()
                .filter(entry -> Long.compareUnsigned(entry.timestampMicros(), micros) >= 0)
                .map(Entry::seq)
                .findFirst();
    }

    public List<SeqRange> missingSeqs() {
        List<SeqRange> missing = new ArrayList<>();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).seq() > entries.get(i - 1).seq() + 1) {
                missing.add(new SeqRange(
                        entries.get(i - 1).seq() + 1, entries.get(i).seq() - 1));
            }
        }
        return missing;
    }

    private List<Entry> byTime() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::timestampMicros, Long::compareUnsigned)
                        .thenComparingLong(Entry::seq))
                .toList();
    }
}
