package clasp.journal.live;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Recordings of a router that does what it is told, also what none should do.
abstract class HostileRecording {
    HostileRouter router;

    @BeforeEach
    void start() throws Exception {
        router = new HostileRouter();
    }

    @AfterEach
    void stop() throws Exception {
        router.close();
    }

    static Message set(int value) {
        return new Message.Set("/a", WireValue.Int.of(value), (long) value, false, false, null);
    }

    static RecordingOrder order(RouterAddress address, boolean history) {
        return new RecordingOrder(
                address, BearerToken.of("t0p-s3cret"), List.of(), Set.of(), history, RecordingOrder.UNLIMITED);
    }

    RouterRecording record(boolean history) {
        return record(router.address(), history, RecordingLimits.STANDARD);
    }

    static RouterRecording record(RouterAddress address, boolean history, RecordingLimits limits) {
        return RouterRecording.start(
                order(address, history),
                limits,
                () -> new MemoryJournal("recorded", 10_000, 9, InstantSource.system()),
                InstantSource.system(),
                Cancellation.none());
    }

    static List<String> values(RouterRecording recording) {
        List<String> all = new ArrayList<>();
        recording.scan(Filter.ALL, SeqRange.ALL, entry -> all.add(entry.valueJson()), Cancellation.none());
        return all;
    }

    static void awaitEntries(RouterRecording recording, int entries) throws Exception {
        Patience.until(entries + " entries", () -> recording.recording().entries() >= entries);
    }
}
