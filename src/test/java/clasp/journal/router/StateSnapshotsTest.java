package clasp.journal.router;

import static clasp.journal.router.core.Messages.bundle;
import static clasp.journal.router.core.Messages.set;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Journal;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateSnapshotsTest {
    private final MemoryJournal journal = new MemoryJournal("test", 100_000, 1_000, InstantSource.system());

    private static Map<String, String> values(List<Param> params) {
        Map<String, String> values = new HashMap<>();
        params.forEach(param -> values.put(param.address(), param.valueJson() + " " + param.revision()));
        return values;
    }

    private static Map<String, String> stateAt(long seq, Journal journal) {
        Map<String, String> values = new HashMap<>();
        for (Entry entry : journal.since(0, OptionalInt.empty())) {
            if (entry.seq() <= seq) {
                values.put(entry.address(), entry.valueJson() + " " + entry.revision());
            }
        }
        return values;
    }

    @Test
    void writersAreAnsweredWhileASnapshotIsStoredAndItsStateIsThatOfItsSeq() throws Exception {
        FailingJournal slow = new FailingJournal(journal);
        CountDownLatch released = slow.holdSnapshot();
        try (Router router = Router.withJournal(slow.asJournal())
                        .withSnapshots(Duration.ofMillis(50), false)
                        .start();
                TestClient client = TestClient.greeted(router);
                AutoCloseable _ = released::countDown) {
            client.ask(set("/a", 1));
            slow.awaitHeld();

            assertThat(client.ask(set("/a", 2))).isEqualTo(new Message.Ack("/a", 2L, null, null, null));
            client.ask(set("/b", 3));
            released.countDown();

            Patience.until("it is stored", () -> !journal.snapshots().isEmpty());
            Snapshot first = journal.snapshot(journal.snapshots().getFirst().id(), Cancellation.none())
                    .orElseThrow();
            assertThat(first.info().seqAt()).isEqualTo(1);
            assertThat(values(first.params())).containsExactly(Map.entry("/a", "1.0 1"));
        }
        assertThat(values(journal.loadSnapshot().orElseThrow().params()))
                .isEqualTo(Map.of("/a", "2.0 2", "/b", "3.0 1"));
    }

    @Test
    void everySnapshotIsTheStateAfterTheEntryWithItsSeqWhateverIsSetMeanwhile(@TempDir Path folder) throws Exception {
        try (Journal file = new SqliteJournals().create(folder.resolve("session.db"), null)) {
            try (Router router = Router.withJournal(file)
                            .withSnapshots(Duration.ofMillis(1), false)
                            .start();
                    TestClient client = TestClient.greeted(router)) {
                for (int value = 1; file.snapshots().size() < 20; value++) {
                    client.ask(bundle(set("/a/" + value % 50, value), set("/b", value)));
                }
            }

            for (SnapshotInfo info : file.snapshots()) {
                Snapshot snapshot =
                        file.snapshot(info.id(), Cancellation.none()).orElseThrow();
                assertThat(values(snapshot.params())).isEqualTo(stateAt(info.seqAt(), file));
            }
            assertThat(file.snapshots().getLast().seqAt()).isEqualTo(file.latestSeq());
        }
    }

    @Test
    void stoppingWaitsForTheSnapshotThatIsBeingStored() throws Exception {
        FailingJournal slow = new FailingJournal(journal);
        CountDownLatch released = slow.holdSnapshot();
        Router router = Router.withJournal(slow.asJournal())
                .withSnapshots(Duration.ofMillis(50), false)
                .start();
        try (TestClient client = TestClient.greeted(router)) {
            client.ask(set("/a", 1));
            slow.awaitHeld();
        }
        Thread closing = Thread.ofVirtual().start(router::close);
        released.countDown();
        closing.join();

        assertThat(journal.snapshots()).hasSize(1);
    }
}
