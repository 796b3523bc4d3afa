package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.Histogram;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.LiveRouter;
import clasp.journal.store.LogReport;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A journal whose entries and snapshots a test lays down one by one, whatever a real one would make of
/// them: damaged snapshots, snapshots beyond the newest entry, any seq. Answers what a replay, a snapshot
/// viewer, a compaction dialog and an export ask. Confined to one thread.
public final class ScriptedJournal implements JournalReader {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private CompactionAccess compaction = new CompactionAccess.Unavailable("This journal is a script.");
    private long version;
    private int generation;
    private long given;
    private @Nullable LogReport log;
    private @Nullable String loss;
    private Damage damage = Damage.NONE;
    private long @Nullable [] wrongHmacs;
    private @Nullable String uncheckedHmacs;
    private long firstUnchecked;
    private @Nullable String unreadablePages;
    private @Nullable Path file;
    private @Nullable LiveRouter router;
    private @Nullable String unreadable;
    private int scansToGo;
    private CountDownLatch gate = new CountDownLatch(0);

    public ScriptedJournal set(long seq, String address, String valueJson, @Nullable Long revision) {
        return entry(new Entry(seq, time(seq), "author-" + seq, address, "param", valueJson, revision, MsgType.SET));
    }

    /// Entries cannot be read any more, as this sentence says.
    ScriptedJournal lost(Damage how, String note) {
        damage = how;
        loss = note;
        return this;
    }

    public ScriptedJournal publish(long seq, String address, String valueJson) {
        return entry(new Entry(seq, time(seq), "author-" + seq, address, "event", valueJson, null, MsgType.PUBLISH));
    }

    public ScriptedJournal entry(Entry entry) {
        entries.add(entry);
        entries.sort(Comparator.comparingLong(Entry::seq));
        version++;
        return this;
    }

    /// Many at once.
    public ScriptedJournal entries(List<Entry> added) {
        entries.addAll(added);
        entries.sort(Comparator.comparingLong(Entry::seq));
        version++;
        return this;
    }

    /// As a backup whose entry with this seq was another.
    public ScriptedJournal replace(long seq, String address, String valueJson, @Nullable Long revision) {
        entries.removeIf(entry -> entry.seq() == seq);
        return set(seq, address, valueJson, revision);
    }

    /// As a relay that was started again with another journal.
    public void beginAnew() {
        entries.clear();
        snapshots.clear();
        version++;
        generation++;
    }

    /// A SET beyond all others, for journals with many entries.
    public void entryAtEnd(long seq, String address, String valueJson) {
        entries.add(new Entry(seq, time(seq), "author", address, "param", valueJson, 1L, MsgType.SET));
        version++;
    }

    public ScriptedJournal snapshot(long seqAt, Param... params) {
        return snapshot(seqAt, null, null, params);
    }

    public ScriptedJournal snapshot(
            long seqAt, @Nullable String damage, @Nullable String claspRefusal, Param... params) {
        var info = new SnapshotInfo(snapshots.size() + 1, time(seqAt), seqAt, 80L * params.length + 2);
        snapshots.add(new Snapshot(info, List.of(params), damage, claspRefusal));
        version++;
        return this;
    }

    public ScriptedJournal compaction(CompactionAccess access) {
        compaction = access;
        return this;
    }

    public void deleteBefore(long seq) {
        entries.removeIf(entry -> entry.seq() < seq);
        version++;
    }

    public void remove(long seq) {
        entries.removeIf(entry -> entry.seq() == seq);
        version++;
    }

    /// Seqs up to this one were given out.
    public ScriptedJournal given(long seq) {
        given = seq;
        return this;
    }

    /// A log lies beside the journal.
    public ScriptedJournal log(LogReport report) {
        log = report;
        return this;
    }

    @Override
    public Optional<LogReport> log(Cancellation cancellation) {
        return Optional.ofNullable(log);
    }

    /// Whoever reads its entries fails with this sentence; null for not any more.
    public ScriptedJournal unreadable(@Nullable String sentence) {
        unreadable = sentence;
        return this;
    }

    /// Whoever looks up entries by their place fails with this sentence; null for not any more.
    public ScriptedJournal unreadablePages(@Nullable String sentence) {
        unreadablePages = sentence;
        return this;
    }

    /// From so many scans on each waits until the gate opens, or it is cancelled.
    public ScriptedJournal waiting(int afterScans, CountDownLatch until) {
        scansToGo = afterScans;
        gate = until;
        return this;
    }

    private void await(Cancellation cancellation) {
        try {
            while (scansToGo <= 0 && !gate.await(10, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
            scansToGo--;
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
    }

    /// Its entries have HMACs, and those of these seqs are wrong.
    public ScriptedJournal wrongHmacs(long... seqs) {
        wrongHmacs = seqs.clone();
        return this;
    }

    /// Some HMACs from this seq on cannot be checked, as this sentence says.
    public ScriptedJournal uncheckedHmacs(long seq, String sentence) {
        firstUnchecked = seq;
        uncheckedHmacs = sentence;
        return this;
    }

    @Override
    public Optional<HmacReport> checkHmacs(Hmacs key, LongConsumer bad, Progress progress, Cancellation cancellation) {
        long[] wrong = wrongHmacs;
        if (wrong == null) {
            return Optional.empty();
        }
        for (long seq : wrong) {
            bad.accept(seq);
        }
        return Optional.of(
                new HmacReport(entries.size() - wrong.length, wrong.length, 0, uncheckedHmacs, firstUnchecked));
    }

    /// A router runs that writes it; null for none.
    public ScriptedJournal writtenBy(@Nullable LiveRouter running) {
        router = running;
        return this;
    }

    @Override
    public Optional<LiveRouter> router() {
        return Optional.ofNullable(router);
    }

    /// The time that the scripted entry or snapshot at this seq bears.
    public static long time(long seq) {
        return 1_708_500_000_000_000L + seq * 1_000;
    }

    /// As if it were one.
    public ScriptedJournal file(Path path) {
        file = path;
        return this;
    }

    @Override
    public JournalInfo info() {
        return new JournalInfo(
                "script",
                file,
                JournalAccess.Plain.READ_ONLY,
                0,
                -1,
                loss != null,
                loss == null ? List.of() : List.of(loss));
    }

    @Override
    public Damage damage() {
        return damage;
    }

    @Override
    public JournalState state() {
        return entries.isEmpty()
                ? new JournalState(0, 0, given, version, generation)
                : new JournalState(
                        entries.getFirst().seq(),
                        entries.getLast().seq(),
                        Math.max(given, entries.getLast().seq()),
                        version,
                        generation);
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeRange(
                        entries.getFirst().timestampMicros(), entries.getLast().timestampMicros()));
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        if (unreadable != null) {
            throw new JournalException(unreadable);
        }
        await(cancellation);
        for (Entry entry : List.copyOf(entries)) {
            cancellation.check();
            if (range.contains(entry.seq()) && filter.matches(entry) && !visitor.visit(entry)) {
                return;
            }
        }
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return entries.stream().filter(filter::matches).count();
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return entries.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return entries.stream()
                .filter(entry -> Long.compareUnsigned(entry.timestampMicros(), micros) >= 0)
                .min((a, b) -> Long.compareUnsigned(a.timestampMicros(), b.timestampMicros()))
                .map(Entry::seq);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        return snapshots.stream().map(Snapshot::info).toList();
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        cancellation.check();
        return snapshots.stream().filter(snapshot -> snapshot.info().id() == id).findFirst();
    }

    @Override
    public List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        Set<Long> wanted = new HashSet<>(seqs);
        return entries.stream().filter(entry -> wanted.contains(entry.seq())).toList();
    }

    @Override
    public CompactionAccess compaction() {
        return compaction;
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        cancellation.check();
        if (unreadablePages != null) {
            throw new DamagedException(unreadablePages, null);
        }
        boolean forward = request.direction() == clasp.journal.store.Direction.FORWARD;
        List<Row> matches = entries.stream()
                .filter(request.filter()::matches)
                .filter(entry -> forward ? entry.seq() >= request.fromSeq() : entry.seq() <= request.fromSeq())
                .map(entry -> new Row(entry, false))
                .toList();
        int most = Math.min(request.maxEntries(), matches.size());
        return forward ? matches.subList(0, most) : matches.subList(matches.size() - most, matches.size());
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        List<SeqRange> missing = new ArrayList<>();
        for (int i = 1; i < entries.size() && missing.size() < max; i++) {
            long before = entries.get(i - 1).seq();
            if (entries.get(i).seq() > before + 1) {
                missing.add(new SeqRange(before + 1, entries.get(i).seq() - 1));
            }
        }
        return missing;
    }

    @Override
    public void close() {
        entries.clear();
    }
}
