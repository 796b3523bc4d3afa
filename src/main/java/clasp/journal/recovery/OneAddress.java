package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Direction;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A journal as if it had only the entries and snapshot params of one address, so that a recovery of that address alone
/// goes by the same rules as one of all. Closing it leaves the journal open. Thread-safe.
final class OneAddress implements JournalReader {
    private final JournalReader journal;
    private final String address;
    private final Filter only;

    OneAddress(JournalReader journal, String address) {
        this.journal = journal;
        this.address = address;
        only = new Filter.Address(AddressPattern.literally(address));
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        journal.scan(narrowed(filter), range, visitor, cancellation);
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return journal.snapshot(id, cancellation).map(this::narrowed);
    }

    private Snapshot narrowed(Snapshot whole) {
        List<Param> params = whole.params().stream()
                .filter(param -> param.address().equals(address))
                .toList();
        return new Snapshot(whole.info(), params, whole.damage(), whole.claspRefusal());
    }

    private Filter narrowed(Filter filter) {
        return filter.equals(Filter.ALL) ? only : new Filter.And(List.of(only, filter));
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        return journal.page(
                new PageRequest(
                        narrowed(request.filter()),
                        request.fromSeq(),
                        request.direction(),
                        request.maxEntries(),
                        request.maxValueChars()),
                cancellation);
    }

    @Override
    public OptionalLong behindDamage(long seq, Direction direction, Cancellation cancellation) {
        return journal.behindDamage(seq, direction, cancellation);
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return journal.count(narrowed(filter), progress, cancellation);
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        return journal.rowIndex(narrowed(filter), progress, cancellation);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        return journal.histogram(narrowed(filter), range, buckets, progress, cancellation);
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return journal.entry(seq).filter(only::matches);
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        return journal.addresses(progress, cancellation).stream()
                .filter(count -> count.address().equals(address))
                .toList();
    }

    @Override
    public JournalInfo info() {
        return journal.info();
    }

    @Override
    public JournalState state() {
        return journal.state();
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return journal.timeSpan();
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return journal.seqAtTime(micros);
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return address.startsWith(prefix) ? List.of(address) : List.of();
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return journal.authorsStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return journal.missingSeqs(max, cancellation);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return journal.snapshots();
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Unavailable("Only one address is looked at.");
    }

    @Override
    public void close() {}
}
