package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.Guarded;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import clasp.journal.store.LiveRouter;
import clasp.journal.store.Uninterruptibly;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The journal of a running relay, read over REST.
///
/// A thread of its own reads the whole journal, or the portion that is wanted, once, page by page from the oldest
/// entry, into a local copy, and then
/// follows it; every question is answered from the copy. So a journal that is still being read shows what was read so
/// far, and one that has lost its relay what it had. Nothing that the relay still has is missing, nothing is there
/// twice. When the relay begins anew, so does the journal; what was before goes to the listener.
///
/// Thread-safe.
public final class RelayJournal extends ForwardingReader implements Guarded {
    /// Versions of different sessions must differ.
    private static final int SESSION_SHIFT = 40;

    private final RelayAddress address;
    private final Portion portion;
    private final Consumer<LiveEvent> listener;
    private final RelayClient client;
    private final CopyStore copies;
    private final RelaySnapshots snapshots;
    private final Follower follower;
    private final Thread thread;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RelayJournal(
            RelayAddress address,
            Portion portion,
            RelayClient client,
            RelayLimits limits,
            CopyStore copies,
            Consumer<LiveEvent> listener) {
        this.address = address;
        this.portion = portion;
        this.listener = listener;
        this.client = client;
        this.copies = copies;
        snapshots = new RelaySnapshots(client);
        follower = new Follower(client, new RelayPages(client, limits), portion, copies::create, new Follower.Told() {
            @Override
            public void event(LiveEvent event) {
                listener.accept(event);
            }

            @Override
            public void ended(JournalCopy copy) {
                var ended = new EndedSession(address.name(), copy, copies, snapshots.known());
                snapshots.forget();
                listener.accept(new LiveEvent.NewSession(ended));
            }
        });
        thread = Thread.ofPlatform().daemon().name("relay " + address.name()).unstarted(follower);
    }

    /// Opens the whole journal, see the other `open`.
    public static RelayJournal open(
            RelayAddress address,
            BearerToken token,
            RelayLimits limits,
            CopyStore copies,
            Consumer<LiveEvent> listener,
            Cancellation cancellation) {
        return open(address, token, Portion.ALL, limits, copies, listener, cancellation);
    }

    /// Reads the first page, and goes on in the background.
    ///
    /// @param portion what is wanted of the journal; the rest is not kept and, as far as possible, not asked for
    ///
    /// @param copies where sessions are copied to; what one began with goes with this journal, or, when the session
    ///     has ended, with the journal that the listener is given
    /// @param listener told on the thread that follows, and of the end on the one that closes; must be quick
    /// @throws RelayException when the relay does not show its journal
    public static RelayJournal open(
            RelayAddress address,
            BearerToken token,
            Portion portion,
            RelayLimits limits,
            CopyStore copies,
            Consumer<LiveEvent> listener,
            Cancellation cancellation) {
        RelayClient client = new RelayClient(address, token, limits);
        RelayJournal journal;
        try {
            journal = new RelayJournal(address, portion, client, limits, copies, listener);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        try (var stopping = cancellation.onCancel(client::close)) {
            journal.follower.poll();
        } catch (RuntimeException e) {
            client.close();
            copies.discard(journal.follower.copy());
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

    /// Reading goes on where it stopped.
    @Override
    public void useToken(String token) {
        client.use(BearerToken.of(token));
        follower.retry();
    }

    @Override
    public JournalInfo info() {
        LiveStatus status = status();
        List<String> notes = new ArrayList<>();
        if (!portion.isAll()) {
            String words = portion.words().isEmpty() ? "" : ": " + portion.words();
            Instant from = Instant.EPOCH.plus(portion.time().fromMicros(), ChronoUnit.MICROS);
            String since = portion.time().isAll() ? "" : CoreTexts.text("live.portion.from", from.toString());
            notes.add(CoreTexts.text("live.portion", words, since));
        }
        if (address.isOpen() && client.token().isPresent()) {
            notes.add(CoreTexts.text("live.open.relay", address.toString()));
        }
        return new JournalInfo(name(), null, status.access(), target().info().sizeBytes(), -1, false, notes);
    }

    private String name() {
        return address.name() + (portion.words().isEmpty() ? "" : " (" + portion.words() + ")");
    }

    /// What is left out on purpose is not missing.
    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return portion.isAll()
                ? super.missingSeqs(max, cancellation)
                : follower.gaps().stream().limit(max).toList();
    }

    @Override
    public boolean isPart() {
        return !portion.isAll();
    }

    @Override
    public JournalState state() {
        int session = follower.sessions();
        JournalState state = target().state();
        return new JournalState(
                state.firstSeq(),
                state.latestSeq(),
                state.highestSeqGiven(),
                state.version() + ((long) session << SESSION_SHIFT),
                session);
    }

    @Override
    public List<SnapshotInfo> snapshots() {
        try {
            return snapshots.all(target());
        } catch (RelayException e) {
            if (status().trouble().isEmpty()) {
                throw e;
            }
            // The status says so already.
            return snapshots.known().stream().map(Snapshot::info).toList();
        }
    }

    @Override
    public Optional<Snapshot> snapshot(long id, Cancellation cancellation) {
        cancellation.check();
        return snapshots.find(id);
    }

    @Override
    public Optional<LiveRouter> router() {
        return Optional.of(new RelayRouter(address, client::token, portion));
    }

    @Override
    public CompactionAccess compaction() {
        return new CompactionAccess.Unavailable(CoreTexts.text("live.compact.relay"));
    }

    /// Returns when the copy is closed; a request under way is broken off.
    @Override
    public void close() {
        follower.stop();
        client.close();
        Uninterruptibly.join(thread);
        if (closed.compareAndSet(false, true)) {
            listener.accept(new LiveEvent.Closed());
            copies.discard(target());
        }
    }

    @Override
    protected JournalCopy target() {
        return follower.copy();
    }
}
