package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.RecordingState;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Keeps up the connection of a recording: history first where it is wanted, then whatever is heard, and again after
/// each loss, with the state at that moment as another snapshot. Runs on a thread of its own until it is told to stop;
/// the state may be asked from any.
final class Listening implements Runnable {
    private static final System.Logger LOG = System.getLogger(Listening.class.getName());

    /// A connection that held so long is none that fails at once.
    private static final Duration STABLE = Duration.ofSeconds(10);

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final HttpClient http;
    private volatile RecordingOrder order;
    private final RecordingLimits limits;
    private final HeardEntries entries;
    private final InstantSource clock;
    private final RecordingQueue queue;
    private final RecordingNotes notes;
    private final @Nullable History history;
    private final Semaphore woken = new Semaphore(0);
    private Pace pace = new Pace();
    private LiveSession session;
    private volatile boolean hurried;
    private volatile boolean stopping;
    private volatile RecordingState state;

    private Listening(
            HttpClient http,
            RecordingOrder order,
            RecordingLimits limits,
            InstantSource clock,
            RecordingQueue queue,
            RecordingNotes notes) {
        this.http = http;
        this.order = order;
        this.limits = limits;
        this.clock = clock;
        this.queue = queue;
        this.notes = notes;
        entries = new HeardEntries(clock);
        session = LiveSession.open(http, order, limits, entries, queue);
        try {
            history = order.history() ? History.ask(http, order, limits, entries, queue, session) : null;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        state = history == null ? new RecordingState.Running() : new RecordingState.Replaying();
    }

    /// Connects and subscribes; the history has begun to come.
    ///
    /// @throws RelayException when the router does not let us listen, or does not give its history
    static Listening begin(
            HttpClient http,
            RecordingOrder order,
            RecordingLimits limits,
            InstantSource clock,
            RecordingQueue queue,
            RecordingNotes notes) {
        return new Listening(http, order, limits, clock, queue, notes);
    }

    RecordingState state() {
        return state;
    }

    /// Greets the router with this token from the next connection on; tries at once where there is none.
    void use(BearerToken token) {
        order = order.with(token);
        hurried = true;
        woken.release();
    }

    BearerToken token() {
        return order.token();
    }

    /// Ends [#run()] when what the router has said until now is heard, or it does not answer.
    void stop() {
        stopping = true;
        if (history != null) {
            history.close();
        }
        woken.release();
    }

    @Override
    public void run() {
        try {
            readHistory();
            session.release(false);
            state = new RecordingState.Running();
            for (RelayException why = awaitEnd(); why != null; why = awaitEnd()) {
                comeBack(why);
            }
            hearLastWords();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            session.close();
            queue.end();
        }
    }

    private void readHistory() throws InterruptedException {
        if (history == null) {
            return;
        }
        try {
            int unclear = history.finish();
            if (unclear > 0) {
                queue.interrupt();
                notes.historyBroken(CoreTexts.text("live.unclear", Integer.toString(unclear)));
            }
        } catch (RelayException e) {
            queue.interrupt();
            notes.historyBroken(stopping ? CoreTexts.text("live.stopped") : String.valueOf(e.getMessage()));
        }
    }

    /// Returns why the session is over; null when nobody wants it any more.
    private @Nullable RelayException awaitEnd() throws InterruptedException {
        long begin = System.nanoTime();
        session.ended().thenRun(woken::release);
        while (!stopping) {
            RelayException why = session.ended().getNow(null);
            if (why != null) {
                if (System.nanoTime() - begin > STABLE.toNanos()) {
                    pace = new Pace();
                }
                return why;
            }
            if (!woken.tryAcquire(limits.quiet().toMillis(), TimeUnit.MILLISECONDS)) {
                session.keepAlive(limits.quiet());
            }
        }
        return null;
    }

    /// Tries until there is a connection or nobody wants one any more.
    private void comeBack(RelayException lost) throws InterruptedException {
        Instant since = clock.instant();
        RelayException why = lost;
        queue.interrupt();
        while (!stopping) {
            Duration wait = pace.afterFailure();
            state = new RecordingState.Disconnected(String.valueOf(why.getMessage()), wait, why.wantsToken());
            if (pause(wait)) {
                break;
            }
            try {
                session = LiveSession.open(http, order, limits, entries, queue);
                session.release(true);
                state = new RecordingState.Running();
                break;
            } catch (RelayException e) {
                why = e;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Connecting to the router failed.", e);
                why = new RouterFailures(order.address()).mistake(e);
            }
        }
        notes.interrupted(since, clock.instant(), String.valueOf(lost.getMessage()));
    }

    /// Waits so long, or until something has changed that may help.
    ///
    /// @return whether it is to stop
    private boolean pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); !stopping && !hurried && left > 0; left = end - System.nanoTime()) {
            boolean unused = woken.tryAcquire(left, TimeUnit.NANOSECONDS);
        }
        hurried = false;
        return stopping;
    }

    /// What the router sent before it was asked is part of the recording.
    private void hearLastWords() throws InterruptedException {
        if (session.ended().isDone()) {
            return;
        }
        try {
            session.mark().get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException nothingMore) {
            LOG.log(System.Logger.Level.DEBUG, "The router said nothing more.", nothingMore);
        }
    }
}
