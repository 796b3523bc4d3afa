package clasp.journal.router;

import static clasp.journal.router.core.Messages.hello;
import static clasp.journal.router.core.Messages.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.model.Entry;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Journal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.ForeignWriter;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.WireValue;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another program's router writes to the journal of one that is running, which nobody can prevent: SQLite lets them.
class OvertakenRouterTest {
    private static final String SENTENCE = "Another program has written to “session.db”, which this one believed to be"
            + " alone with: the last seq is 2 and not 1. What that program wrote is kept, and nothing was written over"
            + " it. See to it that only one program writes to the journal, then start again: the state goes on from all"
            + " that is in it.";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("session.db");
    }

    private void stateIsThatOfBoth() throws Exception {
        try (Journal journal = new SqliteJournals().openForWriting(file, null);
                Router router = Router.withJournal(journal).start();
                TestClient client = TestClient.connect(router)) {
            assertThat(journal.since(0, OptionalInt.empty()))
                    .extracting(Entry::author, Entry::valueJson)
                    .last()
                    .isEqualTo(tuple("foreign", "5"));
            client.send(hello(null));
            assertThat(client.next(Message.Snapshot.class).params())
                    .extracting(ParamState::value, ParamState::revision)
                    .containsExactly(tuple(WireValue.Int.of(5), 2L));
        }
    }

    @Test
    void theRouterEndsBeforeItWritesAndNothingIsLost() throws Exception {
        try (Journal journal = new SqliteJournals().create(file, null);
                Router router = Router.withJournal(journal).start();
                TestClient client = TestClient.greeted(router)) {
            client.ask(set("/a", 1));
            ForeignWriter.set(file, "/a", "5", 2);

            assertThat(client.ask(set("/a", 7)))
                    .isEqualTo(new Message.Error(
                            500, "The journal did not take it, so it has no effect. " + SENTENCE, null, null));

            Patience.until("the router has ended", () -> router.failure().isPresent());
            assertThat(router.failure()).hasValue(SENTENCE);
            assertThat(client.awaitClose()).isEqualTo("the router ends");
        }
        stateIsThatOfBoth();
    }

    /// Its last snapshot is of what it knew, and says so by its seq.
    @Test
    void aRouterThatHasNotNoticedYetLosesNothingWhenItIsStopped() throws Exception {
        try (Journal journal = new SqliteJournals().create(file, null)) {
            try (Router router = Router.withJournal(journal).start();
                    TestClient client = TestClient.greeted(router)) {
                assertThat(client.ask(set("/a", 1))).isEqualTo(new Message.Ack("/a", 1L, null, null, null));
                ForeignWriter.set(file, "/a", "5", 2);
            }
            assertThat(journal.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(1L);
        }
        stateIsThatOfBoth();
    }

    @Test
    void aRouterGoesOnWhereAllEntriesWereCompactedAway() throws Exception {
        try (Journal journal = new SqliteJournals().create(file, null)) {
            journal.append(new Entry(0, 1, "x", "/a", "param", "1", 1L, 33));
            journal.compact(2);
            try (Router router = Router.withJournal(journal).start();
                    TestClient client = TestClient.greeted(router)) {
                client.ask(set("/a", 1));
                assertThat(client.ask(set("/a", 2))).isEqualTo(new Message.Ack("/a", 2L, null, null, null));
            }
            assertThat(journal.since(0, OptionalInt.empty()))
                    .extracting(Entry::seq)
                    .containsExactly(2L, 3L);
        }
    }
}
