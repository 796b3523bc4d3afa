package clasp.journal.store;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// A journal that is read as another one, but for what a subclass answers itself. Thread-safe.
public abstract class ForwardingReader implements JournalReader {
    /// What is read, as of now.
    protected abstract JournalReader target();

    @Override
    public JournalInfo info() {
        return target().info();
    }

    @Override
    public Damage damage() {
        return target().damage();
    }

    @Override
    public JournalState state() {
        return target().state();
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return target().timeSpan();
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        return target().page(request, cancellation);
    }

    @Override
    public OptionalLong behindDamage(long seq, Direction direction, Cancellation cancellation) {
        return target().behindDamage(seq, direction, cancellation);
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return target().entry(seq);
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        target().scan(filter, range, visitor, cancellation);
    }

    @Override
    public void glance(SeqRange range, GlanceVisitor visitor, Cancellation cancellation) {
        target().glance(range, visitor, cancellation);
    }

    @Override
    public List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        return target().entries(seqs, cancellation);
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return target().count(filter, progress, cancellation);
    }

    @Override
    public void lookThrough(Cancellation cancellation) {
        target().lookThrough(cancellation);
    }

    @Override
    public long countThrough(Filter filter, Progress progress, Cancellation cancellation) {
        return target().countThrough(filter, progress, cancellation);
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        return target().rowIndex(filter, progress, cancellation);
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return target().seqAtTime(micros);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        return target().histogram(filter, range, buckets, progress, cancellation);
    }

    @Override
    public Histogram estimate(TimeRange range, int buckets, Cancellation cancellation) {
        return target().estimate(range, buckets, cancellation);
    }

    @Override
    public List<FirstSegment> firstSegments(int max, Cancellation cancellation) {
        return target().firstSegments(max, cancellation);
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        return target().addresses(progress, cancellation);
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return target().addressesStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return target().authorsStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return target().missingSeqs(max, cancellation);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return target().snapshots();
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return target().snapshot(id, cancellation);
    }

    @Override
    public List<OriginalFile> originals() {
        return target().originals();
    }

    @Override
    public OriginalFile fileNow(Path part, Cancellation cancellation) {
        return target().fileNow(part, cancellation);
    }

    @Override
    public List<OwnChange> ownChanges() {
        return target().ownChanges();
    }

    @Override
    public Optional<LogReport> log(Cancellation cancellation) {
        return target().log(cancellation);
    }

    @Override
    public Optional<HmacReport> checkHmacs(Hmacs key, LongConsumer bad, Progress progress, Cancellation cancellation) {
        return target().checkHmacs(key, bad, progress, cancellation);
    }

    @Override
    public Optional<LiveRouter> router() {
        return target().router();
    }

    @Override
    public CompactionAccess compaction() {
        return target().compaction();
    }

    @Override
    public void close() {
        target().close();
    }
}
