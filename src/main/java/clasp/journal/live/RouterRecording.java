package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LiveRouter;
import clasp.journal.store.Recording;
import clasp.journal.store.RecordingState;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.Unstored;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a router tells over WebSocket, as the journal that it is recorded into. Entries have the time of their arrival
/// and no author. Where something is missing, seqs are missing: one for each entry that is known to be lost, one for
/// each loss of the connection. Thread-safe.
public final class RouterRecording extends ForwardingReader implements Recording {
    private final RecordingOrder order;
    private final JournalCopy journal;
    private final Recorder recorder;

    private RouterRecording(RecordingOrder order, JournalCopy journal, Recorder recorder) {
        this.order = order;
        this.journal = journal;
        this.recorder = recorder;
    }

    /// Connects and subscribes, creates the journal, and goes on in the background.
    ///
    /// @param journals makes the journal to record into, new and empty, which goes with this one; asked only when
    ///     the router lets us listen
    /// @throws RelayException when the router does not let us listen, or does not give its history
    /// @throws clasp.journal.store.JournalException when there is no place for the journal
    public static <J extends Journal & JournalCopy> RouterRecording start(
            RecordingOrder order,
            RecordingLimits limits,
            Supplier<J> journals,
            InstantSource clock,
            Cancellation cancellation) {
        AtomicReference<@Nullable J> made = new AtomicReference<>();
        Recorder recorder = Recorder.start(
                order,
                limits,
                () -> {
                    J journal = journals.get();
                    made.set(journal);
                    return RecordingSink.of(journal);
                },
                clock,
                cancellation);
        J journal = made.get();
        if (journal == null) {
            throw new IllegalStateException("A recorder that has started has made its journal");
        }
        return new RouterRecording(order, journal, recorder);
    }

    @Override
    public RecordingStatus recording() {
        return recorder.status();
    }

    @Override
    public Unstored unstored() {
        return recorder.unstored();
    }

    @Override
    public void stopListening() {
        recorder.stopListening();
    }

    @Override
    public void stopRecording() {
        recorder.close();
    }

    @Override
    public void useToken(String token) {
        recorder.use(BearerToken.of(token));
    }

    @Override
    public boolean inMemoryOnly() {
        return journal.info().path().isEmpty();
    }

    @Override
    public JournalInfo info() {
        JournalInfo info = journal.info();
        List<String> notes = new ArrayList<>(info.notes());
        if (order.address().isOpen() && recorder.token().isPresent()) {
            notes.add(CoreTexts.text("live.open.router", order.address().toString()));
        }
        String name = info.path().isEmpty() ? order.address().name() : info.name();
        return new JournalInfo(
                name, info.file(), access(), info.sizeBytes(), info.walFrames(), info.incomplete(), notes);
    }

    private JournalAccess access() {
        return switch (recorder.status().state()) {
            case RecordingState.Replaying _, RecordingState.Running _ -> JournalAccess.Plain.RECORDING;
            case RecordingState.Disconnected _ -> JournalAccess.Plain.RECORDING_UNCONNECTED;
            case RecordingState.Blocked _ -> JournalAccess.Plain.RECORDING_UNSTORED;
            case RecordingState.Ended _ -> JournalAccess.Plain.STOPPED;
        };
    }

    @Override
    public Optional<LiveRouter> router() {
        return recorder.status().state().isOver() ? Optional.empty() : Optional.of(new RecordedRouter(order));
    }

    @Override
    public CompactionAccess compaction() {
        return recorder.status().state().isOver()
                ? journal.compaction()
                : new CompactionAccess.Unavailable(CoreTexts.text("live.compact.recording"));
    }

    @Override
    public void close() {
        recorder.close();
        journal.close();
    }

    @Override
    protected JournalReader target() {
        return journal;
    }
}
