package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.RecordingState;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.Unstored;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Records what a router tells: one thread keeps up the connection, another one stores. Neither waits for the other,
/// and what lies between is bounded. Thread-safe.
final class Recorder implements AutoCloseable {
    /// How long [Listening] may take to stop by itself.
    private static final Duration LEAVE = Duration.ofSeconds(4);

    private final HttpClient http;
    private final RecordingQueue queue;
    private final RecordingNotes notes;
    private final Listening listening;
    private final RecordingWriter writer;
    private final Thread connecting;
    private final Thread writing;
    private final long beginNanos = System.nanoTime();
    private volatile long endNanos;
    private volatile boolean over;

    private Recorder(
            HttpClient http,
            String name,
            RecordingQueue queue,
            RecordingNotes notes,
            Listening listening,
            RecordingWriter writer) {
        this.http = http;
        this.queue = queue;
        this.notes = notes;
        this.listening = listening;
        this.writer = writer;
        connecting = Thread.ofPlatform().daemon().name("record " + name).unstarted(listening);
        writing = Thread.ofPlatform().daemon().name("store " + name).unstarted(this::write);
    }

    /// Connects and subscribes, and goes on in the background.
    ///
    /// @param sinks where it is recorded to; asked once, when the router lets us listen
    /// @throws RelayException when the router does not let us listen
    /// @throws clasp.journal.store.JournalException when there is no place for the recording
    static Recorder start(
            RecordingOrder order,
            RecordingLimits limits,
            Supplier<RecordingSink> sinks,
            InstantSource clock,
            Cancellation cancellation) {
        HttpClient http = HttpClients.connectingWithin(limits.answer());
        try (var stop = cancellation.onCancel(http::shutdownNow)) {
            var queue = new RecordingQueue(limits);
            var notes = new RecordingNotes();
            Listening listening = Listening.begin(http, order, limits, clock, queue, notes);
            var writer = new RecordingWriter(queue, sinks.get(), limits, order.mostEntries());
            var recorder = new Recorder(http, order.address().name(), queue, notes, listening, writer);
            recorder.writing.start();
            recorder.connecting.start();
            return recorder;
        } catch (RuntimeException e) {
            http.shutdownNow();
            cancellation.check();
            throw e;
        }
    }

    RecordingStatus status() {
        RecordingNotes.Seen missing = notes.seen();
        long end = over ? endNanos : System.nanoTime();
        return new RecordingStatus(
                state(),
                writer.stored(),
                over ? 0 : writer.perSecond(),
                writer.sizeBytes(),
                Duration.ofNanos(end - beginNanos),
                over ? 0 : queue.waiting(),
                queue.missed() + writer.lost(),
                missing.interruptions(),
                missing.sentences());
    }

    void use(BearerToken token) {
        listening.use(token);
    }

    BearerToken token() {
        return listening.token();
    }

    private RecordingState state() {
        if (over) {
            return new RecordingState.Ended(lastSentence());
        }
        return writer.problem().<RecordingState>map(RecordingState.Blocked::new).orElseGet(listening::state);
    }

    private String lastSentence() {
        String problem = writer.problem().orElse("");
        if (writer.keptAll()) {
            return CoreTexts.text("live.kept", Long.toString(writer.stored()), problem);
        }
        return writer.lost() == 0 ? problem : CoreTexts.text("live.lost", Long.toString(writer.lost()), problem);
    }

    private void write() {
        try {
            writer.run();
        } finally {
            endNanos = System.nanoTime();
            over = true;
            listening.stop();
        }
    }

    /// What was heard and may yet be stored.
    Unstored unstored() {
        return over ? Unstored.NOTHING : queue.unstored();
    }

    /// Takes in nothing more, and goes on storing what was heard. Returns when nothing more comes.
    void stopListening() {
        if (leave()) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when everything that was heard is stored, or given up.
    @Override
    public void close() {
        boolean interrupted = leave();
        http.shutdownNow();
        writer.waitNoMore();
        interrupted |= joined(writing, Duration.ZERO);
        interrupted |= joined(connecting, Duration.ZERO);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether this thread was interrupted meanwhile
    private boolean leave() {
        listening.stop();
        boolean interrupted = joined(connecting, LEAVE);
        queue.end();
        return interrupted;
    }

    /// Waits for the thread's end, at most so long; for nothing, without end.
    ///
    /// @return whether this thread was interrupted meanwhile
    private static boolean joined(Thread thread, Duration most) {
        boolean interrupted = false;
        long end = System.nanoTime() + most.toNanos();
        while (thread.isAlive() && (most.isZero() || System.nanoTime() < end)) {
            try {
                thread.join(most.isZero() ? 0 : Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
