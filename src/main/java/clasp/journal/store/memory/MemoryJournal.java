package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.FirstSegment;
import clasp.journal.store.Histogram;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import clasp.journal.store.OvertakenException;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.RouterRevisions;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A journal in memory, which keeps the newest entries up to its capacity and the last snapshots. Seqs keep
/// counting when old entries make room for new ones.
///
/// Writers hold a lock for the moment of an append. Readers work on what the journal held when they began,
/// without a lock and without copying entries. Thread-safe.
public final class MemoryJournal implements Journal, JournalCopy {
    public static final int DEFAULT_CAPACITY = 10_000;

    private final Object lock = new Object();
    private final String name;
    private final InstantSource clock;
    private final EntryRing ring;
    private final MemorySnapshots snapshots;
    private final MemoryCompactor compactor = new MemoryCompactor(this);
    private long highestSeqGiven;
    private long version;

    /// One as a CLASP router has it: 10,000 entries and one snapshot.
    public MemoryJournal() {
        this("memory", DEFAULT_CAPACITY, 1, InstantSource.system());
    }

    /// @param name short, for a tab
    /// @param capacity how many entries are kept, at least 1
    /// @param snapshotsKept how many snapshots are kept, at least 1
    /// @param clock tells when a snapshot is taken
    public MemoryJournal(String name, int capacity, int snapshotsKept, InstantSource clock) {
        if (capacity < 1 || snapshotsKept < 1) {
            throw new IllegalArgumentException(
                    "A journal keeps at least one entry and one snapshot, not " + capacity + " and " + snapshotsKept);
        }
        this.name = name;
        this.clock = clock;
        ring = new EntryRing(capacity);
        snapshots = new MemorySnapshots(snapshotsKept);
    }

    @Override
    public long append(Entry entry) {
        return appendAll(List.of(entry)).getFirst();
    }

    @Override
    public List<Long> appendAll(List<Entry> entries) {
        List<Entry> complete = List.copyOf(entries);
        List<Long> seqs = new ArrayList<>(complete.size());
        synchronized (lock) {
            for (Entry entry : complete) {
                highestSeqGiven++;
                ring.append(entry.withSeq(highestSeqGiven));
                seqs.add(highestSeqGiven);
            }
            version++;
        }
        return seqs;
    }

    @Override
    public List<Long> appendAllAfter(long highestGiven, List<Entry> entries) {
        synchronized (lock) {
            if (highestSeqGiven != highestGiven) {
                throw new OvertakenException(name, highestGiven, highestSeqGiven);
            }
            return appendAll(entries);
        }
    }

    @Override
    public void take(List<Entry> entries) {
        List<Entry> complete = List.copyOf(entries);
        synchronized (lock) {
            long highest = highestSeqGiven;
            for (Entry entry : complete) {
                if (entry.seq() <= highest) {
                    throw new IllegalArgumentException("The seq " + entry.seq() + " does not follow on " + highest);
                }
                highest = entry.seq();
            }
            complete.forEach(ring::append);
            highestSeqGiven = highest;
            version++;
        }
    }

    /// Leaves the next seqs unused, as appends that fail do.
    public void skipSeqs(long count) {
        synchronized (lock) {
            highestSeqGiven += count;
            version++;
        }
    }

    @Override
    public long snapshot(List<Param> params) {
        Snapshot prepared = prepare(params);
        synchronized (lock) {
            long seqAt = ring.view().latestSeq();
            keep(prepared, seqAt);
            return seqAt;
        }
    }

    @Override
    public void snapshot(List<Param> params, long seqAt) {
        Snapshot prepared = prepare(params);
        synchronized (lock) {
            keep(prepared, seqAt);
        }
    }

    private Snapshot prepare(List<Param> params) {
        return MemorySnapshots.prepare(List.copyOf(params), ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    private void keep(Snapshot prepared, long seqAt) {
        snapshots.add(prepared, seqAt);
        version++;
    }

    @Override
    public long compact(long beforeSeq) {
        synchronized (lock) {
            version++;
            return ring.dropBefore(beforeSeq);
        }
    }

    @Override
    public long compact(long beforeSeq, int newest) {
        synchronized (lock) {
            snapshots.dropAllBut(newest);
            return compact(beforeSeq);
        }
    }

    /// Deletes as [#compact] does, and numbers the SETs that stay as [RouterRevisions] does.
    long compactForRouter(long beforeSeq) {
        synchronized (lock) {
            long removed = compact(beforeSeq);
            EntryView staying = ring.view();
            RouterRevisions revisions = new RouterRevisions();
            ring.dropBefore(Long.MAX_VALUE);
            for (int i = 0; i < staying.size(); i++) {
                Entry entry = staying.get(i);
                ring.append(entry.withRevision(revisions.next(entry.address(), entry.msgType(), entry.revision())));
            }
            return removed;
        }
    }

    @Override
    public JournalInfo info() {
        long sizeBytes = locked(ring::sizeBytes);
        return new JournalInfo(name, null, JournalAccess.Plain.IN_MEMORY, sizeBytes, -1, false, List.of());
    }

    @Override
    public JournalState state() {
        synchronized (lock) {
            EntryView view = ring.view();
            return new JournalState(view.firstSeq(), view.latestSeq(), highestSeqGiven, version);
        }
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return view().timeSpan();
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        return new EntrySearch(view()).page(request, cancellation);
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return Optional.ofNullable(view().find(seq));
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        view().forEach(range, entry -> !filter.matches(entry) || visitor.visit(entry), cancellation);
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return new EntrySearch(view()).count(filter, progress, cancellation);
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        return new EntrySearch(view()).rowIndex(filter, progress, cancellation);
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return view().seqAtTime(micros);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        return new EntrySearch(view()).histogram(filter, range, buckets, progress, cancellation);
    }

    @Override
    public List<FirstSegment> firstSegments(int max, Cancellation cancellation) {
        return new NameSearch(view()).firstSegments(max, cancellation);
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        return new NameSearch(view()).addresses(progress, cancellation);
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return new NameSearch(view()).addressesStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return new NameSearch(view()).authorsStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return new EntrySearch(view()).missingSeqs(max, cancellation);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return locked(snapshots::infos);
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return locked(() -> snapshots.find(id));
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Available(compactor);
    }

    /// Lets go of nothing: a journal in memory lives as long as someone refers to it.
    @Override
    public void close() {}

    /// Everything at one moment.
    MemoryContent content() {
        return locked(() -> new MemoryContent(highestSeqGiven, snapshots.all(), ring.view()));
    }

    /// Replaces everything. Seqs go on from the highest that was ever given.
    void restore(MemoryContent content) {
        synchronized (lock) {
            ring.dropBefore(Long.MAX_VALUE);
            content.entries()
                    .forEach(
                            SeqRange.ALL,
                            entry -> {
                                ring.append(entry);
                                return true;
                            },
                            Cancellation.none());
            snapshots.replaceBy(content.snapshots());
            highestSeqGiven = Math.max(highestSeqGiven, content.highestSeqGiven());
            version++;
        }
    }

    private EntryView view() {
        return locked(ring::view);
    }

    private <T> T locked(Supplier<T> read) {
        synchronized (lock) {
            return read.get();
        }
    }
}
