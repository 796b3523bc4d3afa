package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The journal of a running relay, read over REST.
///
/// A thread of its own reads the whole journal once, page by page from the oldest entry, into a local copy, and then
/// follows it; every question is answered from the copy. So a journal that is still being read shows what was read so
/// far, and one that has lost its relay what it had. Nothing that the relay still has is missing, nothing is there
/// twice. When the relay begins anew, so does the journal; what was before goes to the listener.
///
/// Thread-safe.
public final class RelayJournal implements JournalReader {
    /// Versions of different sessions must differ.
    private static final int SESSION_SHIFT = 40;

    private final RelayAddress address;
    private final BearerToken token;
    private final RelayClient client;
    private final RelaySnapshots snapshots;
    private final Follower follower;
    private final Thread thread;

    private RelayJournal(
            RelayAddress address,
            BearerToken token,
            RelayClient client,
            RelayLimits limits,
            Supplier<JournalCopy> copies,
            Consumer<LiveEvent> listener) {
        this.address = address;
        this.token = token;
        this.client = client;
        snapshots = new RelaySnapshots(client);
        follower = new Follower(client, new RelayPages(client, limits.pageEntries()), copies, event -> {
            if (event instanceof LiveEvent.NewSession) {
                snapshots.forget();
            }
            listener.accept(event);
        });
        thread = Thread.ofPlatform().daemon().name("relay " + address.name()).unstarted(follower);
    }

    /// Reads the first page, and goes on in the background.
    ///
    /// @param copies makes the empty journal that a session is copied to; closed with this journal, or by the
    ///     listener when its session has ended
    /// @param listener told on the thread that follows; must be quick
    /// @throws RelayException when the relay does not show its journal
    public static RelayJournal open(
            RelayAddress address,
            BearerToken token,
            RelayLimits limits,
            Supplier<JournalCopy> copies,
            Consumer<LiveEvent> listener,
            Cancellation cancellation) {
        RelayClient client = new RelayClient(address, token, limits);
        RelayJournal journal;
        try {
            journal = new RelayJournal(address, token, client, limits, copies, listener);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        try (var stopping = cancellation.onCancel(client::close)) {
            journal.follower.poll();
        } catch (RuntimeException e) {
            client.close();
            journal.follower.copy().close();
            cancellation.check();
            throw e;
        }
        journal.thread.start();
        return journal;
    }

    /// Asks the relay once, for nothing but whether it shows its journal.
    ///
    /// @return the highest seq in it; 0 when it is empty
    /// @throws RelayException when it does not
    public static long test(RelayAddress address, BearerToken token, RelayLimits limits, Cancellation cancellation) {
        try (RelayClient client = new RelayClient(address, token, limits);
                var stopping = cancellation.onCancel(client::close)) {
            return client.latest();
        } catch (RelayException e) {
            cancellation.check();
            throw e;
        }
    }

    public LiveStatus status() {
        return follower.status();
    }

    @Override
    public JournalInfo info() {
        LiveStatus status = status();
        List<String> notes = new ArrayList<>();
        if (address.isOpen() && token.isPresent()) {
            notes.add("The token and all entries travel unencrypted to " + address + ": others in the network can read"
                    + " them. Use https where the relay offers it.");
        }
        status.trouble().ifPresent(notes::add);
        return new JournalInfo(
                address.name(), null, status.words(), copy().info().sizeBytes(), -1, notes);
    }

    @Override
    public JournalState state() {
        int session = follower.sessions();
        JournalState state = copy().state();
        return new JournalState(
                state.firstSeq(),
                state.latestSeq(),
                state.highestSeqGiven(),
                state.version() + ((long) session << SESSION_SHIFT));
    }

    @Override
    public Optional<TimeRange> timeSpan() {
        return copy().timeSpan();
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        return copy().page(request, cancellation);
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return copy().entry(seq);
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        copy().scan(filter, range, visitor, cancellation);
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return copy().count(filter, progress, cancellation);
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        return copy().rowIndex(filter, progress, cancellation);
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return copy().seqAtTime(micros);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        return copy().histogram(filter, range, buckets, progress, cancellation);
    }

    @Override
    public List<AddressCount> addresses(Cancellation cancellation) {
        return copy().addresses(cancellation);
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return copy().addressesStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return copy().authorsStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return copy().missingSeqs(max, cancellation);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        try {
            return snapshots.all(copy());
        } catch (RelayException e) {
            if (status().trouble().isEmpty()) {
                throw e;
            }
            // The status says so already.
            return snapshots.known();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        cancellation.check();
        return snapshots.find(id);
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Unavailable("This is the journal of a running relay, which can only be read from"
                + " here. It is compacted where the relay runs.");
    }

    /// Returns when the copy is closed; a request under way is broken off.
    @Override
    public void close() {
        follower.stop();
        client.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        copy().close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private JournalCopy copy() {
        return follower.copy();
    }
}
