package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionSnapshot;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.RouterRevisions;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import clasp.journal.store.TextBytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A journal as it would be after a compaction, as far as a recovery looks at it: its entries at a glance
/// and by seq, and its snapshots. Thread-safe.
final class CompactedJournal implements JournalReader {
    private final JournalReader journal;
    private final CompactionOrder order;
    private final List<Snapshot> added;

    private CompactedJournal(JournalReader journal, CompactionOrder order, List<Snapshot> added) {
        this.journal = journal;
        this.order = order;
        this.added = added;
    }

    static CompactedJournal of(
            JournalReader journal, CompactionOrder order, Progress progress, Cancellation cancellation) {
        List<Snapshot> added = new ArrayList<>();
        if (order.snapshotFirst()) {
            long id = journal.snapshots().stream()
                            .mapToLong(SnapshotInfo::id)
                            .max()
                            .orElse(0)
                    + 1;
            SnapshotInfo info = new SnapshotInfo(id, 0, journal.state().latestSeq(), 0);
            added.add(new Snapshot(
                    info, CompactionSnapshot.of(journal, progress, cancellation).params(), null, null));
        }
        return new CompactedJournal(journal, order, added);
    }

    @Override
    public JournalInfo info() {
        return journal.info();
    }

    @Override
    public JournalState state() {
        JournalState state = journal.state();
        boolean empty = state.latestSeq() < order.beforeSeq();
        return new JournalState(
                empty ? 0 : Math.max(state.firstSeq(), order.beforeSeq()),
                empty ? 0 : state.latestSeq(),
                state.highestSeqGiven(),
                state.version());
    }

    @Override
    public void glance(SeqRange range, GlanceVisitor visitor, Cancellation cancellation) {
        SeqRange staying = new SeqRange(order.beforeSeq(), range.last());
        if (!order.forClaspRouter()) {
            journal.glance(staying.and(range), visitor, cancellation);
            return;
        }
        RouterRevisions revisions = new RouterRevisions();
        journal.glance(
                staying,
                entry -> {
                    Long revision = revisions.next(entry.address(), entry.msgType(), entry.revision());
                    if (entry.seq() >= range.first() && visitor.wants(entry.seq())) {
                        visitor.see(new Renumbered(entry, revision));
                    }
                },
                cancellation);
    }

    private record Renumbered(EntryGlance stored, @Nullable Long revision) implements EntryGlance {
        @Override
        public long seq() {
            return stored.seq();
        }

        @Override
        public long timestampMicros() {
            return stored.timestampMicros();
        }

        @Override
        public String author() {
            return stored.author();
        }

        @Override
        public String address() {
            return stored.address();
        }

        @Override
        public TextBytes addressBytes() {
            return stored.addressBytes();
        }

        @Override
        public String signalType() {
            return stored.signalType();
        }

        @Override
        public long msgType() {
            return stored.msgType();
        }

        @Override
        public boolean plainValue() {
            return stored.plainValue();
        }

        @Override
        public String valueJson() {
            return stored.valueJson();
        }
    }

    /// With the revisions that they have now: a recovery takes those from the glance.
    @Override
    public List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        return journal.entries(
                seqs.stream().filter(seq -> seq >= order.beforeSeq()).toList(), cancellation);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        List<SnapshotInfo> all = new ArrayList<>(journal.snapshots());
        added.forEach(snapshot -> all.add(snapshot.info()));
        return all;
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return added.stream()
                .filter(snapshot -> snapshot.info().id() == id)
                .findFirst()
                .or(() -> journal.snapshot(id, cancellation));
    }

    private static UnsupportedOperationException notForRecovery() {
        return new UnsupportedOperationException("No recovery asks for this");
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        throw notForRecovery();
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public Optional<Entry> entry(long seq) {
        throw notForRecovery();
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        throw notForRecovery();
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        throw notForRecovery();
    }

    @Override
    public CompactionAccess compaction() {
        throw notForRecovery();
    }

    @Override
    public void close() {
        journal.close();
    }
}
