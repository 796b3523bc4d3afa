package clasp.journal.router;

import static clasp.journal.router.core.Messages.bundle;
import static clasp.journal.router.core.Messages.hello;
import static clasp.journal.router.core.Messages.living;
import static clasp.journal.router.core.Messages.number;
import static clasp.journal.router.core.Messages.publish;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SignalType;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Journal;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Logged;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.Ttl;
import clasp.journal.wire.WireValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterRecoveryTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final MemoryJournal journal = new MemoryJournal("test", 100_000, 5, InstantSource.system());

    private static Entry stored(String address, String value, Long revision, String author, long micros) {
        return new Entry(0, micros, author, address, "param", value, revision, MsgType.SET);
    }

    private static List<ParamState> state(Router router) throws Exception {
        try (TestClient client = TestClient.connect(router)) {
            client.send(hello(null));
            return client.next(Message.Snapshot.class).params();
        }
    }

    @Test
    void theStateIsTheSnapshotAndTheSetsAfterIt() throws Exception {
        journal.append(stored("/old", "1", 9L, "x", 1));
        journal.snapshot(List.of(new Param("/a", "1", 4, "s1", 10), new Param("/b", "2.5", 7, "s2", 20)));
        journal.append(stored("/a", "\"new\"", 5L, "s3", 30));
        journal.append(new Entry(0, 40, "s3", "/b", "event", "99", null, MsgType.PUBLISH));
        journal.append(stored("/c", "true", 1L, "s3", 50));

        try (Router router = Router.withJournal(journal).start()) {
            assertThat(state(router))
                    .containsExactly(
                            new ParamState("/a", new WireValue.Text("new"), 5, "s3", 30L),
                            new ParamState("/b", number(2.5), 7, "s2", 20L),
                            new ParamState("/c", new WireValue.Bool(true), 1, "s3", 50L));
        }
    }

    @Test
    void revisionsGoOnFromTheRecordedOnes() throws Exception {
        journal.append(stored("/a", "1", 41L, "s1", 10));

        try (Router router = Router.withJournal(journal).start();
                TestClient client = TestClient.greeted(router)) {
            assertThat(client.ask(set("/a", 2, 40))).isInstanceOf(Message.Error.class);
            assertThat(client.ask(set("/a", 2, 41))).isEqualTo(new Message.Ack("/a", 42L, null, null, null));
        }
    }

    @Test
    void stoppingTakesASnapshotIfAnythingChanged() throws Exception {
        try (Router router = Router.withJournal(journal).start();
                TestClient client = TestClient.greeted(router)) {
            client.ask(set("/a", 1));
            client.send(publish(SignalType.EVENT, "/e", 1));
            client.untilPong();
        }
        assertThat(journal.loadSnapshot().map(snapshot -> snapshot.info().seqAt()))
                .hasValue(2L);
        assertThat(journal.loadSnapshot().map(Snapshot::params).orElseThrow())
                .extracting(Param::address, Param::valueJson, Param::revision)
                .containsExactly(tuple("/a", "1.0", 1L));

        Router.withJournal(journal).start().close();

        assertThat(journal.snapshots()).hasSize(1);
    }

    @Test
    void whatHasOutlivedItsTimeIsNotThereAgainAfterAStop() throws Exception {
        AtomicLong nanos = new AtomicLong();
        try (Router router =
                        Router.withJournal(journal).withNanoTime(nanos::get).start();
                TestClient client = TestClient.greeted(router)) {
            client.ask(living("/a", 1, new Ttl.Absolute(1_000)));
            nanos.addAndGet(Duration.ofMinutes(5).toNanos());
            Patience.until("a snapshot", () -> journal.loadSnapshot().isPresent());
            assertThat(journal.loadSnapshot().map(Snapshot::params).orElseThrow())
                    .hasSize(1);

            nanos.addAndGet(Duration.ofMinutes(15).toNanos());
        }

        assertThat(journal.loadSnapshot().map(Snapshot::params).orElseThrow()).isEmpty();
    }

    @Test
    void snapshotsAreTakenAtTheIntervalAndTheJournalIsCompactedToThem() throws Exception {
        try (Router router = Router.withJournal(journal)
                        .withSnapshots(Duration.ofMillis(100), true)
                        .start();
                TestClient client = TestClient.greeted(router)) {
            for (int value = 1; value <= 50; value++) {
                client.ask(set("/a", value));
            }
            Patience.until(
                    "only the newest entry is left", () -> journal.state().firstSeq() == 50);
            client.ask(set("/b", 1));
        }

        try (Router router = Router.withJournal(journal).start()) {
            assertThat(state(router)).extracting(ParamState::revision).containsExactly(50L, 1L);
        }
        assertThat(journal.state().latestSeq()).isEqualTo(51);
    }

    @Test
    void compactingKeepsTheNewestTwoSnapshotsAndTheStateAndTheFileGrowsNoMore(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("session.db");
        List<Long> sizes = new ArrayList<>();
        for (int run = 1; run <= 8; run++) {
            try (Journal journal = run == 1
                            ? new SqliteJournals().create(file, null)
                            : new SqliteJournals().openForWriting(file, null);
                    Router router = Router.withJournal(journal)
                            .withSnapshots(NEVER, true)
                            .start();
                    TestClient client = TestClient.greeted(router)) {
                for (int param = 0; param < 200; param++) {
                    client.ask(set("/a/" + param, run));
                }
            }
            sizes.add(Files.size(file));
        }

        assertThat(sizes.getLast()).isLessThanOrEqualTo(sizes.get(3));
        try (Journal journal = new SqliteJournals().openForWriting(file, null);
                Router router = Router.withJournal(journal).start()) {
            assertThat(journal.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(1_400L, 1_600L);
            assertThat(journal.state().firstSeq()).isEqualTo(1_600);
            assertThat(state(router))
                    .hasSize(200)
                    .allMatch(param -> param.value().equals(number(8)) && param.revision() == 8);
        }
    }

    @Test
    void aSnapshotThatCannotBeReadBackLeavesTheOlderOnesAndTheirEntries() throws Exception {
        for (int value = 1; value <= 3; value++) {
            journal.append(stored("/a", Integer.toString(value), (long) value, "x", value));
            journal.snapshot(List.of(new Param("/a", Integer.toString(value), value, "x", value)));
        }
        journal.append(stored("/deep", "[".repeat(126) + "]".repeat(126), 1L, "x", 4));

        try (Router router =
                        Router.withJournal(journal).withSnapshots(NEVER, true).start();
                TestClient client = TestClient.greeted(router)) {
            client.ask(set("/b", 1));
        }

        assertThat(journal.loadSnapshot().orElseThrow().usable()).isFalse();
        assertThat(journal.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(1L, 2L, 3L, 5L);
        assertThat(journal.state().firstSeq()).isEqualTo(1);
    }

    @Test
    void aRestartOnTheSameFileChangesNothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("session.db");
        List<ParamState> before;
        try (Journal first = new SqliteJournals().create(file, null);
                Router router =
                        Router.withJournal(first).withSnapshots(NEVER, false).start();
                TestClient client = TestClient.greeted(router)) {
            for (int value = 1; value <= 300; value++) {
                client.ask(bundle(set("/a/" + value % 7, value), set("/b", value)));
            }
            before = state(router);
        }

        try (Journal again = new SqliteJournals().openForWriting(file, null);
                Router router = Router.withJournal(again).start()) {
            assertThat(state(router)).containsExactlyInAnyOrderElementsOf(before);
            assertThat(again.since(0, OptionalInt.empty())).hasSize(600);
        }
    }

    @Test
    void whatTheJournalDoesNotTakeHasNoEffectAndIsReported() throws Exception {
        FailingJournal failing = new FailingJournal(journal);
        try (Router router = Router.withJournal(failing.asJournal()).start();
                TestClient client = TestClient.greeted(router);
                TestClient listener = TestClient.greeted(router)) {
            listener.send(subscribe(1, "/**"));
            listener.untilPong();
            client.ask(set("/a", 1));
            listener.next();

            failing.fail("The disk is full.");
            for (Message message :
                    List.of(set("/a", 2), publish(SignalType.EVENT, "/e", 1), bundle(set("/a", 3), set("/b", 1)))) {
                assertThat(client.ask(message))
                        .isEqualTo(new Message.Error(
                                500,
                                "The journal did not take it, so it has no effect. The disk is full.",
                                null,
                                null));
            }
            assertThat(client.ask(new Message.Get("/a")))
                    .isInstanceOfSatisfying(
                            Message.Snapshot.class,
                            snapshot -> assertThat(snapshot.params().getFirst().value())
                                    .isEqualTo(number(1)));
            assertThat(listener.untilPong()).isEmpty();

            failing.work();
            assertThat(client.ask(set("/a", 4))).isEqualTo(new Message.Ack("/a", 2L, null, null, null));
            assertThat(journal.since(0, OptionalInt.empty())).hasSize(2);
        }
    }

    @Test
    void noAnswerShowsWhatTheJournalThenRefuses() throws Exception {
        FailingJournal failing = new FailingJournal(journal);
        try (Router router = Router.withJournal(failing.asJournal()).start();
                TestClient first = TestClient.greeted(router);
                TestClient writer = TestClient.greeted(router);
                TestClient reader = TestClient.greeted(router)) {
            writer.ask(set("/a", 1));
            CountDownLatch released = failing.hold();
            first.send(set("/c", 1));
            failing.awaitHeld();
            failing.fail("The disk is full.");
            long before = router.arrived();
            writer.send(set("/a", 2));
            Patience.until("the SET has arrived", () -> router.arrived() == before + 1);
            reader.send(new Message.Get("/a"));
            Patience.until("the GET has arrived", () -> router.arrived() == before + 2);

            released.countDown();

            assertThat(writer.next()).isInstanceOf(Message.Error.class);
            assertThat(reader.next(Message.Snapshot.class).params().getFirst().value())
                    .isEqualTo(number(1));
        }
    }

    private static final String HALF = "\"\\ud800\"";
    private static final String NO_TEXT = "The string value holds half a surrogate pair, which is no text.";

    /// JSON can hold half a surrogate pair, UTF-8 and with it a frame cannot.
    @Test
    void whatNoFrameCanCarryIsExplainedToWhoeverAsksForIt() throws Exception {
        journal.append(stored("/raw", HALF, 1L, "x", 1));
        journal.append(stored("/large", "\"" + "x".repeat(70_000) + "\"", 1L, "x", 1));
        String tooMuch = "The string value takes 70000 bytes; 65,535 is the most.";

        try (Router router = Router.withJournal(journal).start();
                TestClient client = TestClient.greeted(router)) {
            assertThat(client.ask(new Message.Get("/raw")))
                    .isEqualTo(new Message.Error(500, "The param cannot be sent. " + NO_TEXT, "/raw", null));
            assertThat(client.ask(new Message.Get("/large")))
                    .isEqualTo(new Message.Error(500, "The param cannot be sent. " + tooMuch, "/large", null));
            client.send(new Message.Replay("/*", null, null, null, Set.of()));
            assertThat(client.untilPong())
                    .containsExactly(
                            new Message.Error(500, "Entry 1 cannot be sent. " + NO_TEXT, "/raw", null),
                            new Message.Error(500, "Entry 2 cannot be sent. " + tooMuch, "/large", null));
        }
    }

    @Test
    void aParamThatNoClientCanBeToldOfIsLoggedOnce() throws Exception {
        journal.append(stored("/raw", HALF, 1L, "x", 1));
        journal.append(stored("/a", "1", 1L, "x", 1));

        assertThat(Logged.by(Router.class, () -> {
                    try (Router router = Router.withJournal(journal).start()) {
                        assertThat(state(router))
                                .extracting(ParamState::address)
                                .containsExactly("/a");
                        assertThat(state(router)).hasSize(1);
                    }
                }))
                .containsExactly("No client can be told of the param /raw, which stays in the journal. " + NO_TEXT);
    }

    @Test
    void whatNoFrameCanCarryStaysInTheFileAsItIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("session.db");
        try (Journal first = new SqliteJournals().create(file, null)) {
            first.append(stored("/raw", HALF, 1L, "x", 1));
        }
        for (int run = 1; run <= 2; run++) {
            try (Journal again = new SqliteJournals().openForWriting(file, null);
                    Router router = Router.withJournal(again).start();
                    TestClient client = TestClient.greeted(router)) {
                client.ask(set("/other", run));
            }
        }

        try (Journal again = new SqliteJournals().openForWriting(file, null)) {
            assertThat(again.since(0, OptionalInt.of(1)))
                    .extracting(Entry::valueJson)
                    .containsExactly(HALF);
            assertThat(again.loadSnapshot().map(Snapshot::params).orElseThrow())
                    .extracting(Param::address, Param::valueJson)
                    .containsExactly(tuple("/raw", HALF), tuple("/other", "2.0"));
        }
    }
}
