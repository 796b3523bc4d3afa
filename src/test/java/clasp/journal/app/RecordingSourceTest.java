package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.Router;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Recording;
import clasp.journal.store.RecordingState;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingSourceTest {
    private final Router router = Router.withJournal(new MemoryJournal("served", 100, 1, InstantSource.system()))
            .start();
    private final RecordingSource source = new RecordingSource();

    @AfterEach
    void stop() {
        source.close();
        router.close();
    }

    private Recording record() {
        return source.at("127.0.0.1:" + router.address().getPort(), "", List.of(), Set.of(), false)
                .intoMemory(1_000, new Cancellation());
    }

    @Test
    void whatStillRecordsEndsWithTheProgram() {
        Recording running = record();
        source.close();
        assertThat(running.recording().state()).isInstanceOf(RecordingState.Ended.class);
    }

    /// Thousands of entries in memory would stay with it.
    @Test
    void aRecordingThatIsClosedIsNotHeld() throws Exception {
        WeakReference<Recording> closed = recordAndClose();
        Patience.until("collected", () -> {
            System.gc();
            return closed.get() == null;
        });
    }

    private WeakReference<Recording> recordAndClose() {
        Recording recording = record();
        recording.close();
        return new WeakReference<>(recording);
    }
}
