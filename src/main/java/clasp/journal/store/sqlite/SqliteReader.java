package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Damage;
import clasp.journal.store.Direction;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.FirstSegment;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.Histogram;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.LogReport;
import clasp.journal.store.OriginalFile;
import clasp.journal.store.OwnChange;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// Reads a journal in an SQLite file and leaves the file as it was. Thread-safe.
class SqliteReader implements JournalReader {
    private final SqliteSource source;
    private final StateReader states;
    private final PageReader pages;
    private final EntryReader entries;
    private final EntryScan scans;
    private final GlanceScan glances;
    private final SnapshotReader snapshots;
    private final AddressReader addresses;
    private final FirstSegmentReader segments;
    private final MatchReader matches;
    private final HistogramReader histograms;
    private final LogReader logs;
    private final SqliteCompactor compactor;

    SqliteReader(SqliteSource source) {
        this.source = source;
        this.states = new StateReader(source);
        this.pages = new PageReader(source);
        this.entries = new EntryReader(source);
        this.snapshots = new SnapshotReader(source);
        this.addresses = new AddressReader(source);
        this.segments = new FirstSegmentReader(source);
        this.matches = new MatchReader(source);
        this.scans = new EntryScan(source);
        this.glances = new GlanceScan(source, scans);
        this.histograms = new HistogramReader(source, matches, scans);
        this.logs = new LogReader(source);
        this.compactor = new SqliteCompactor(this);
    }

    final SqliteSource source() {
        return source;
    }

    @Override
    public JournalInfo info() {
        Access access = source.access();
        JournalFile file = source.file();
        FileStamp now = FileStamp.of(file);
        return new JournalInfo(
                file.name(),
                file.path(),
                access.label(),
                now.sizeBytes(),
                access.walFrames(now),
                access.incomplete(),
                access.notes());
    }

    @Override
    public Damage damage() {
        return source.damage();
    }

    @Override
    public List<OriginalFile> originals() {
        return source.access().originals();
    }

    @Override
    public OriginalFile fileNow(Path part, Cancellation cancellation) {
        return OriginalFile.of(part, FileUse.of(source.file())::closeAside, cancellation);
    }

    @Override
    public List<OwnChange> ownChanges() {
        return FileUse.of(source.file()).changes();
    }

    @Override
    public JournalState state() {
        return states.state();
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return states.timeSpan();
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        return pages.page(request, cancellation);
    }

    @Override
    public OptionalLong behindDamage(long seq, Direction direction, Cancellation cancellation) {
        JournalState state = states.state();
        SeqRange there = direction == Direction.FORWARD
                ? new SeqRange(Math.max(seq, state.firstSeq()), state.latestSeq())
                : new SeqRange(state.firstSeq(), Math.min(seq, state.latestSeq()));
        return DamagedPart.goOnBehind(source, there, direction, cancellation);
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return entries.entry(seq);
    }

    /// From the first seq to the latest.
    SeqRange present(Cancellation cancellation) {
        return matches.present(cancellation);
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        scans.scan(filter, range, visitor, cancellation);
    }

    @Override
    public void glance(SeqRange range, GlanceVisitor visitor, Cancellation cancellation) {
        glances.glance(range, visitor, cancellation);
    }

    @Override
    public List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        return entries.entries(seqs, cancellation);
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return matches.count(filter, progress, cancellation);
    }

    @Override
    public void lookThrough(Cancellation cancellation) {
        glances.glance(
                SeqRange.ALL,
                new GlanceVisitor() {
                    @Override
                    public boolean wants(long seq) {
                        return false;
                    }

                    @Override
                    public void see(EntryGlance entry) {
                        // Which pages there are, and which seqs in them, is all that is looked at.
                    }
                },
                cancellation);
    }

    @Override
    public long countThrough(Filter filter, Progress progress, Cancellation cancellation) {
        return matches.countThrough(filter, progress, cancellation);
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        return matches.rowIndex(filter, progress, cancellation);
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return states.seqAtTime(micros);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        return histograms.histogram(filter, range, buckets, progress, cancellation);
    }

    @Override
    public Histogram estimate(TimeRange range, int buckets, Cancellation cancellation) {
        return histograms.estimate(range, buckets, cancellation);
    }

    @Override
    public List<FirstSegment> firstSegments(int max, Cancellation cancellation) {
        return segments.list(max, states.state(), cancellation);
    }

    @Override
    public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
        SeqRange present = present(cancellation);
        return source.damage() == Damage.MET
                ? new ReadableAddresses(source).counts(present, progress, cancellation)
                : addresses.counts(present, progress, cancellation);
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return addresses.startingWith(prefix, max, cancellation);
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return addresses.authorsStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return matches.missing(max, cancellation);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return snapshots.all();
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        return snapshots.read(id, cancellation);
    }

    @Override
    public Optional<LogReport> log(Cancellation cancellation) {
        return logs.report(cancellation);
    }

    @Override
    public Optional<HmacReport> checkHmacs(Hmacs key, LongConsumer bad, Progress progress, Cancellation cancellation) {
        return Optional.of(new HmacVerification(key).verify(source, bad, progress, cancellation));
    }

    @Override
    public CompactionAccess compaction() {
        return compactor.access();
    }

    @Override
    public void close() {
        source.close();
    }
}
