package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.OwnChange;
import clasp.journal.store.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A journal in an SQLite file that this program writes, as CLASP would. Appending from many threads shares commits,
/// see [GroupCommit]; entries are as durable as SQLite's `synchronous = NORMAL` makes them. Thread-safe.
public final class SqliteJournal extends SqliteReader implements Journal, JournalCopy {
    /// How many entries are deleted while others wait for their turn to append.
    private static final int PORTION = 4_000;

    private final SqliteWriter writer;
    private final GroupCommit commits;
    private final Checkpoints checkpoints;
    private final FileUse use;
    private final Runnable writingEnded;
    private final @Nullable Hmacs hmacs;
    private final Clock clock;
    private final List<String> notes;
    private volatile boolean closed;

    /// @param kept what became of a damaged log
    private SqliteJournal(
            JournalFile file,
            SqliteWriter writer,
            Runnable writingEnded,
            @Nullable Hmacs hmacs,
            Clock clock,
            Optional<KeptLog> kept) {
        super(new SqliteSource(file, Progress.NONE, Cancellation.none()));
        this.writer = writer;
        this.commits = new GroupCommit(this::append, System::nanoTime);
        this.checkpoints = new Checkpoints(file, () -> commits.exclusively(writer::settle));
        this.use = FileUse.of(file);
        this.writingEnded = writingEnded;
        this.hmacs = hmacs;
        this.clock = clock;
        this.notes = kept.map(log -> List.of(log.note(state().latestSeq()))).orElse(List.of());
    }

    /// Keeps a copy of a damaged log, as SQLite begins it anew. Claims the journal until it is closed.
    ///
    /// @param create whether the file is created when it is not there
    /// @param hmacs writes an HMAC with every entry; null for none
    /// @param progress of that copy; told nothing where none is made
    static SqliteJournal open(
            JournalFile file,
            boolean create,
            @Nullable Hmacs hmacs,
            Clock clock,
            Progress progress,
            Cancellation cancellation) {
        FileUse use = FileUse.of(file);
        Optional<KeptLog> kept = KeptLog.keep(file, use, progress, cancellation);
        cancellation.check();
        // Without readers of this process: one that has the shared memory read-only would share that with the writer.
        return use.alone(() -> {
            use.opening().lock();
            try {
                kept.ifPresent(log -> log.requireUnchanged(file));
                try {
                    return open(file, create, hmacs, clock, kept);
                } catch (JournalException e) {
                    throw kept.isEmpty()
                            ? e
                            : new JournalException(
                                    e.getMessage() + " " + kept.get().done(), e);
                }
            } finally {
                use.opening().unlock();
            }
        });
    }

    private static SqliteJournal open(
            JournalFile file, boolean create, @Nullable Hmacs hmacs, Clock clock, Optional<KeptLog> kept) {
        FileUse use = FileUse.of(file);
        WritingClaim claim = WritingClaim.take(file, use);
        Runnable written = use.write(OwnChange.Kind.WRITING);
        Runnable ended = () -> {
            written.run();
            claim.close();
        };
        try {
            SqliteWriter writer = SqliteWriter.open(file, create);
            try {
                claim.takeAgain();
                if (kept.isPresent()) {
                    writer.beginLogAnew();
                }
                return new SqliteJournal(file, writer, ended, hmacs, clock, kept);
            } catch (RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (RuntimeException e) {
            ended.run();
            throw e;
        }
    }

    @Override
    public JournalInfo info() {
        JournalInfo read = super.info();
        return new JournalInfo(
                read.name(),
                read.file(),
                JournalAccess.Plain.READ_WRITE,
                read.sizeBytes(),
                read.walFrames(),
                !notes.isEmpty(),
                notes);
    }

    @Override
    public long append(Entry entry) {
        return commits.append(request(List.of(entry), OptionalLong.empty()));
    }

    @Override
    public List<Long> appendAll(List<Entry> entries) {
        return appendAll(entries, OptionalLong.empty());
    }

    @Override
    public List<Long> appendAllAfter(long highestGiven, List<Entry> entries) {
        return appendAll(entries, OptionalLong.of(highestGiven));
    }

    private List<Long> appendAll(List<Entry> entries, OptionalLong after) {
        if (entries.isEmpty()) {
            return List.of();
        }
        long first = commits.append(request(List.copyOf(entries), after));
        return LongStream.range(first, first + entries.size()).boxed().toList();
    }

    /// No HMACs are written with them.
    @Override
    public void take(List<Entry> entries) {
        requireOpen();
        List<Entry> complete = List.copyOf(entries);
        commits.exclusively(() -> writer.take(complete));
        checkpoints.written(complete.size());
    }

    /// Takes the log into the database and empties it, as far as readers allow; SQLite waits for the disk then.
    @Override
    public void settle() {
        requireOpen();
        commits.exclusively(() -> {
            writer.settle();
            return writer.emptyLog();
        });
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException(
                    CoreTexts.text("store.closed.append", source().file().name()));
        }
    }

    private void append(List<AppendRequest> requests) {
        writer.append(requests);
        checkpoints.written(
                requests.stream().mapToInt(request -> request.entries().size()).sum());
    }

    private AppendRequest request(List<Entry> entries, OptionalLong after) {
        requireOpen();
        if (hmacs == null) {
            return new AppendRequest(entries, List.of(), after);
        }
        List<@Nullable String> sums = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            sums.add(hmacs.of(entry));
        }
        return new AppendRequest(entries, sums, after);
    }

    @Override
    public long snapshot(List<Param> params) {
        String json = json(params);
        return commits.exclusively(() -> writer.snapshot(nowMicros(), json));
    }

    @Override
    public void snapshot(List<Param> params, long seqAt) {
        String json = json(params);
        commits.exclusively(() -> writer.snapshot(nowMicros(), json, seqAt));
    }

    private static String json(List<Param> params) {
        try {
            return SnapshotJson.write(params);
        } catch (IllegalArgumentException e) {
            throw new JournalException(CoreTexts.text("store.snapshot.notStored", String.valueOf(e.getMessage())), e);
        }
    }

    private long nowMicros() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    @Override
    public long compact(long beforeSeq) {
        return commits.exclusively(() -> writer.deleteBefore(beforeSeq));
    }

    @Override
    public long compact(long beforeSeq, int newest) {
        long removed = 0;
        long portion;
        do {
            portion = commits.exclusively(() -> writer.deletePortion(beforeSeq, PORTION, newest));
            removed += portion;
            checkpoints.written((int) portion);
            commits.giveWay();
        } while (portion == PORTION);
        return removed;
    }

    /// Closes the readers of this process first, so that the last one to close is the writer, which leaves no log.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        super.close();
        checkpoints.close();
        use.alone(() -> commits.exclusively(() -> {
            use.opening().lock();
            try {
                writer.close();
                return true;
            } finally {
                writingEnded.run();
                use.opening().unlock();
            }
        }));
    }
}
