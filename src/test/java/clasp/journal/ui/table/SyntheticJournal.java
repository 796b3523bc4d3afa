package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.EntryVisitor;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// A journal of any size that makes its entries up when they are asked for. Thread-safe.
public final class SyntheticJournal implements JournalReader {
    private final LongFunction<Entry> entries;
    private volatile long first;
    private volatile long latest;
    private volatile long version;
    private volatile boolean failing;
    private volatile SeqRange damaged = SeqRange.NONE;

    public SyntheticJournal(long first, long latest) {
        this(first, latest, SyntheticJournal::madeUp);
    }

    public SyntheticJournal(long first, long latest, LongFunction<Entry> entries) {
        this.first = first;
        this.latest = latest;
        this.entries = entries;
    }

    /// Ten a millisecond, at a hundred addresses in turn; each tenth is an event.
    public static Entry madeUp(long seq) {
        boolean event = seq % 10 == 0;
        return new Entry(
                seq,
                1_700_000_000_000_000L + seq * 100,
                "author-" + seq % 7,
                "/lumen/scene/0/layer/" + seq % 100 + "/opacity",
                event ? "event" : "param",
                "0." + seq % 1_000,
                event ? null : seq / 100 + 1,
                event ? MsgType.PUBLISH : MsgType.SET);
    }

    public void grow(long count) {
        if (latest == 0) {
            first = 1;
        }
        latest += count;
        version++;
    }

    public void evictBelow(long seq) {
        first = seq;
        version++;
    }

    /// The entries that are made up now are others than before, under the same seqs.
    public void rewrite() {
        version++;
    }

    public void setFailing(boolean now) {
        failing = now;
    }

    /// Its file has lost the page with these entries.
    public SyntheticJournal damaged(long from, long to) {
        damaged = new SeqRange(from, to);
        return this;
    }

    private void check(Cancellation cancellation) {
        cancellation.check();
        if (failing) {
            throw new JournalException("The journal cannot be read: its disk is gone. Open it again.");
        }
    }

    @Override
    public JournalInfo info() {
        return new JournalInfo("synthetic", null, JournalAccess.Plain.READ_ONLY_LIVE, 0, -1, false, List.of());
    }

    @Override
    public JournalState state() {
        return new JournalState(first, latest, latest, version);
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return latest == 0
                ? Optional.empty()
                : Optional.of(new TimeRange(
                        entries.apply(first).timestampMicros(),
                        entries.apply(latest).timestampMicros()));
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        check(cancellation);
        boolean forward = request.direction() == Direction.FORWARD;
        List<Row> found = new ArrayList<>();
        long step = forward ? 1 : -1;
        long seq = forward ? Math.max(first, request.fromSeq()) : Math.min(latest, request.fromSeq());
        for (; latest > 0 && seq >= first && seq <= latest && found.size() < request.maxEntries(); seq += step) {
            if (damaged.contains(seq)) {
                if (found.isEmpty()) {
                    throw new DamagedException("Part of the file is damaged.", null);
                }
                found.add(found.removeLast().beforeDamage());
                break;
            }
            Entry entry = entries.apply(seq);
            if (request.filter().matches(entry)) {
                found.add(new Row(entry, false));
            }
        }
        if (!forward) {
            Collections.reverse(found);
        }
        return found;
    }

    @Override
    public OptionalLong behindDamage(long seq, Direction direction, Cancellation cancellation) {
        check(cancellation);
        boolean forward = direction == Direction.FORWARD;
        long behind = forward ? damaged.last() + 1 : damaged.first() - 1;
        boolean ahead = forward ? seq <= damaged.last() : seq >= damaged.first();
        boolean there = behind >= first && behind <= latest;
        return !damaged.isEmpty() && ahead && there ? OptionalLong.of(behind) : OptionalLong.empty();
    }

    @Override
    public Optional<Entry> entry(long seq) {
        check(Cancellation.none());
        return seq >= first && seq <= latest && latest > 0 ? Optional.of(entries.apply(seq)) : Optional.empty();
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        SeqRange there = range.and(new SeqRange(first, latest));
        for (long seq = there.first(); seq <= there.last(); seq++) {
            check(cancellation);
            Entry entry = entries.apply(seq);
            if (filter.matches(entry) && !visitor.visit(entry)) {
                return;
            }
        }
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return rowIndex(filter, progress, cancellation).rows();
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        check(cancellation);
        if (latest == 0) {
            return RowIndex.linear(SeqRange.NONE, true);
        }
        if (filter.equals(Filter.ALL)) {
            return RowIndex.linear(new SeqRange(first, latest), true);
        }
        return new ListedRows(LongStream.rangeClosed(first, latest)
                .filter(seq -> filter.matches(entries.apply(seq)))
                .toArray());
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        check(Cancellation.none());
        return LongStream.rangeClosed(first, latest)
                .filter(seq -> Long.compareUnsigned(entries.apply(seq).timestampMicros(), micros) >= 0)
                .boxed()
                .findFirst();
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return List.of();
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return Optional.empty();
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Unavailable("It is made up.");
    }

    @Override
    public void close() {}
}
