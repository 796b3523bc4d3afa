package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Direction;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.FirstSegment;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Entries in a list, answered for in the plainest way; it can be made to fail. For tests of screen parts. Thread-safe.
public class ListJournal implements JournalReader {
    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    private final List<SnapshotInfo> snapshots = Collections.synchronizedList(new ArrayList<>());
    private volatile String failure = "";
    private volatile int histograms;
    private volatile int rewrites;
    private volatile boolean estimating;
    private volatile Consumer<Progress> counting = progress -> {};

    public ListJournal(List<Entry> entries) {
        this.entries.addAll(entries);
    }

    /// Appends with the next seq, or with the entry's own when it has one.
    public ListJournal add(Entry entry) {
        long next = entries.isEmpty() ? 1 : entries.getLast().seq() + 1;
        entries.add(entry.seq() == 0 ? entry.withSeq(next) : entry);
        return this;
    }

    /// From now on these entries are there instead, as after a compaction or a restored backup.
    public void rewrite(List<Entry> now) {
        synchronized (entries) {
            entries.clear();
            entries.addAll(now);
            rewrites++;
        }
    }

    public ListJournal addSnapshot(long id, long seqAt) {
        snapshots.add(new SnapshotInfo(id, 1_708_500_000_000_000L, seqAt, 1_000));
        return this;
    }

    /// From now on every question fails with this sentence; an empty one ends that.
    public void failWith(String sentence) {
        failure = sentence;
    }

    /// From now on, what is said before counting is an estimate.
    public void estimate() {
        estimating = true;
    }

    /// What is done in each count over time.
    public void whileCounting(Consumer<Progress> work) {
        counting = work;
    }

    public int histogramsAsked() {
        return histograms;
    }

    private List<Entry> all() {
        if (!failure.isEmpty()) {
            throw new JournalException(failure);
        }
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    private Stream<Entry> matching(Filter filter) {
        return all().stream().filter(filter::matches);
    }

    @Override
    public JournalInfo info() {
        return new JournalInfo("list", null, JournalAccess.Plain.IN_MEMORY, 0, -1, false, List.of());
    }

    @Override
    public JournalState state() {
        List<Entry> all = all();
        return all.isEmpty()
                ? new JournalState(0, 0, 0, rewrites)
                : new JournalState(
                        all.getFirst().seq(),
                        all.getLast().seq(),
                        all.getLast().seq(),
                        all.size() + 1_000_000L * rewrites);
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        List<Long> times = all().stream()
                .map(Entry::timestampMicros)
                .sorted(Long::compareUnsigned)
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(new TimeRange(times.getFirst(), times.getLast()));
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        List<Entry> found = matching(request.filter())
                .filter(entry -> request.direction() == Direction.FORWARD
                        ? entry.seq() >= request.fromSeq()
                        : entry.seq() <= request.fromSeq())
                .toList();
        int count = Math.min(found.size(), request.maxEntries());
        List<Entry> page = request.direction() == Direction.FORWARD
                ? found.subList(0, count)
                : found.subList(found.size() - count, found.size());
        return page.stream().map(entry -> new Row(entry, false)).toList();
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return all().stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        boolean more = true;
        for (Entry entry :
                matching(filter).filter(each -> range.contains(each.seq())).toList()) {
            more = more && visitor.visit(entry);
        }
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return matching(filter).count();
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return all().stream()
                .filter(entry -> Long.compareUnsigned(entry.timestampMicros(), micros) >= 0)
                .min(Comparator.comparing(Entry::timestampMicros, Long::compareUnsigned)
                        .thenComparing(Entry::seq))
                .map(Entry::seq);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        histograms++;
        counting.accept(progress);
        long span = range.toMicros() - range.fromMicros();
        long width = Long.divideUnsigned(span, buckets) + 1;
        int used = (int) Long.divideUnsigned(span, width) + 1;
        List<long[]> series = Stream.generate(() -> new long[used]).limit(6).toList();
        matching(filter)
                .filter(entry -> range.contains(entry.timestampMicros()))
                .forEach(entry -> {
                    var type = entry.knownSignalType();
                    int bucket = (int) Long.divideUnsigned(entry.timestampMicros() - range.fromMicros(), width);
                    series.get(type == null ? 5 : type.ordinal())[bucket]++;
                });
        return new Histogram(range, width, series, true);
    }

    @Override
    public Histogram estimate(TimeRange range, int buckets, Cancellation cancellation) {
        Histogram counted = histogram(Filter.ALL, range, buckets, Progress.NONE, cancellation);
        return new Histogram(counted.range(), counted.bucketMicros(), counted.series(), !estimating);
    }

    @Override
    public List<FirstSegment> firstSegments(int max, Cancellation cancellation) {
        Map<String, Long> counts = new LinkedHashMap<>();
        addresses(Progress.NONE, cancellation)
                .forEach(address -> counts.merge(FirstSegment.of(address.address()), address.entries(), Long::sum));
        return counts.entrySet().stream()
                .limit(max)
                .map(segment -> new FirstSegment(segment.getKey(), segment.getValue()))
                .toList();
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        Map<String, AddressCount> found = new LinkedHashMap<>();
        all().forEach(entry -> found.merge(
                entry.address(),
                new AddressCount(entry.address(), 1, entry.seq()),
                (a, b) -> new AddressCount(a.address(), a.entries() + 1, b.lastSeq())));
        return found.values().stream()
                .sorted(Comparator.comparing(
                        count -> count.address().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.util.Arrays::compareUnsigned))
                .toList();
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return addresses(Progress.NONE, cancellation).stream()
                .map(AddressCount::address)
                .filter(address -> address.startsWith(prefix))
                .limit(max)
                .toList();
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return all().stream()
                .map(Entry::author)
                .filter(author -> author.startsWith(prefix))
                .distinct()
                .limit(max)
                .toList();
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        List<Entry> all = all();
        var missing = new ArrayList<SeqRange>();
        for (int i = 1; i < all.size() && missing.size() < max; i++) {
            if (all.get(i).seq() > all.get(i - 1).seq() + 1) {
                missing.add(new SeqRange(all.get(i - 1).seq() + 1, all.get(i).seq() - 1));
            }
        }
        return missing;
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return List.copyOf(snapshots);
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return Optional.empty();
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Unavailable("A list for tests.");
    }

    @Override
    public void close() {}
}
