package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SignalType;
import clasp.journal.query.Filter;
import clasp.journal.router.Router;
import clasp.journal.router.RouterSetup;
import clasp.journal.router.TestClient;
import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Messages;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RecordingState;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Patience;
import clasp.journal.testing.SelfSigned;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the program's own router, over a real socket.
class RouterRecordingTest {
    private static final Instant NOW = Instant.parse("2026-03-14T20:17:42.250Z");
    private static final long NOW_MICROS = 1_773_519_462_250_000L;

    private final MemoryJournal served = new MemoryJournal("served", 1_000_000, 1, InstantSource.system());
    private Router router;

    @AfterEach
    void stop() {
        if (router != null) {
            router.close();
        }
    }

    private void start() {
        router = Router.withJournal(served).start();
    }

    private RouterAddress address() {
        return RouterAddress.of("ws://127.0.0.1:" + router.address().getPort());
    }

    private RecordingOrder order(boolean history, String... patterns) {
        return new RecordingOrder(
                address(), BearerToken.NONE, List.of(patterns), Set.of(), history, RecordingOrder.UNLIMITED);
    }

    private static MemoryJournal memory() {
        return new MemoryJournal("recorded", 1_000_000, 9, InstantSource.fixed(NOW));
    }

    private static RouterRecording record(RecordingOrder order) {
        return RouterRecording.start(
                order,
                RecordingLimits.STANDARD,
                RouterRecordingTest::memory,
                InstantSource.fixed(NOW),
                Cancellation.none());
    }

    private static List<Entry> entries(JournalReader journal) {
        List<Entry> all = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, all::add, Cancellation.none());
        return all;
    }

    /// What a router tells of an entry.
    private static List<String> told(JournalReader journal) {
        return entries(journal).stream()
                .map(e -> e.signalType() + " " + e.address() + " " + e.valueJson() + " " + e.revision())
                .toList();
    }

    @Test
    void whatHappensIsRecordedAfterTheStateThatItBeganWith() throws Exception {
        start();
        try (TestClient client = TestClient.greeted(router)) {
            client.send(Messages.set("/a", 1));
            client.send(Messages.set("/b", 2));
            client.untilPong();
            try (RouterRecording recording = record(order(false))) {
                client.send(Messages.set("/a", 3));
                client.send(Messages.publish(SignalType.EVENT, "/go", 4));
                client.send(Messages.bundle(Messages.set("/c", 5), Messages.publish(SignalType.GESTURE, "/pen", 6)));
                client.send(Messages.publish(
                        SignalType.STREAM,
                        "/level",
                        new PublishBody.Samples(List.of(0.5, 1.0)),
                        GesturePhase.START,
                        77L));
                client.untilPong();

                recording.stopRecording();

                assertThat(entries(recording))
                        .containsExactly(
                                new Entry(1, NOW_MICROS, "", "/a", "param", "3.0", 2L, 0x21),
                                new Entry(2, NOW_MICROS, "", "/go", "event", "4.0", null, 0x20),
                                new Entry(3, NOW_MICROS, "", "/c", "param", "5.0", 1L, 0x21),
                                new Entry(4, NOW_MICROS, "", "/pen", "gesture", "6.0", null, 0x20),
                                new Entry(5, 77, "", "/level", "stream", "[0.5,1.0]", null, 0x20));
                assertThat(recording.snapshots()).singleElement().satisfies(info -> {
                    assertThat(info.seqAt()).isZero();
                    assertThat(recording
                                    .snapshot(info.id(), Cancellation.none())
                                    .orElseThrow()
                                    .params())
                            .extracting(Param::address, Param::valueJson, Param::revision)
                            .containsExactlyInAnyOrder(
                                    org.assertj.core.groups.Tuple.tuple("/a", "1.0", 1L),
                                    org.assertj.core.groups.Tuple.tuple("/b", "2.0", 1L));
                });
                assertThat(recording.recording().state()).isEqualTo(new RecordingState.Ended(""));
                assertThat(recording.recording().entries()).isEqualTo(5);
                assertThat(recording.recording().isComplete()).isTrue();
            }
        }
    }

    @Test
    void onlyWhatThePatternsAndTypesWantIsRecorded() throws Exception {
        start();
        try (TestClient client = TestClient.greeted(router)) {
            client.send(Messages.set("/a/1", 1));
            client.send(Messages.set("/x/1", 1));
            client.untilPong();
            var order = new RecordingOrder(
                    address(),
                    BearerToken.NONE,
                    List.of("/a/**", "/b/*", "/a/1"),
                    Set.of(SignalType.PARAM, SignalType.EVENT),
                    false,
                    RecordingOrder.UNLIMITED);
            try (RouterRecording recording = record(order)) {
                client.send(Messages.set("/a/1", 2));
                client.send(Messages.set("/x/1", 2));
                client.send(Messages.publish(SignalType.EVENT, "/b/go", 3));
                client.send(Messages.publish(SignalType.STREAM, "/b/level", 4));
                client.untilPong();

                recording.stopRecording();

                assertThat(told(recording)).containsExactly("param /a/1 2.0 2", "event /b/go 3.0 null");
                assertThat(recording
                                .snapshot(1, Cancellation.none())
                                .orElseThrow()
                                .params())
                        .extracting(Param::address)
                        .containsExactly("/a/1");
            }
        }
    }

    @Test
    void historyAndWhatHappensMeanwhileMissAndDoubleNothing() throws Exception {
        start();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (TestClient first = TestClient.greeted(router);
                TestClient second = TestClient.greeted(router)) {
            Thread setter = Thread.ofVirtual().start(() -> write(first, writing, i -> Messages.set("/s/" + i % 7, i)));
            Thread publisher = Thread.ofVirtual()
                    .start(() -> write(second, writing, i -> Messages.publish(SignalType.EVENT, "/e", i % 3)));
            Patience.until("a history", () -> served.len() > 2_000);
            try (RouterRecording recording = record(order(true))) {
                long meanwhile = served.len();
                Patience.until("more", () -> served.len() > meanwhile + 2_000);
                writing.set(false);
                setter.join();
                publisher.join();
                Patience.until("all of it", () -> recording.recording().entries() >= served.len());

                recording.stopRecording();

                assertThat(told(recording)).isEqualTo(told(served));
                assertThat(recording.missingSeqs(1, Cancellation.none())).isEmpty();
                assertThat(recording.snapshots()).hasSize(1);
            }
        }
    }

    private static void write(
            TestClient client, AtomicBoolean writing, java.util.function.IntFunction<Message> messages) {
        try {
            for (int i = 0; writing.get(); i++) {
                client.send(messages.apply(i));
                if (i % 20 == 0) {
                    client.untilPong();
                }
            }
            client.untilPong();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void historyOfSeveralPatternsComesOnceAndInOrder() throws Exception {
        start();
        try (TestClient client = TestClient.greeted(router)) {
            for (int i = 0; i < 30; i++) {
                client.send(Messages.set(List.of("/a/1", "/b/1", "/x/1").get(i % 3), i));
            }
            client.untilPong();
            try (RouterRecording recording = record(order(true, "/b/**", "/a/**", "/a/1"))) {
                Patience.until("all of it", () -> recording.recording().entries() >= 20);
                recording.stopRecording();

                assertThat(entries(recording))
                        .extracting(Entry::valueJson)
                        .hasSize(20)
                        .startsWith("0.0", "1.0", "3.0");
            }
        }
    }

    @Test
    void aRouterThatComesBackIsTakenUpAgainAndTheGapCanBeSeen() throws Exception {
        start();
        int port = router.address().getPort();
        try (RouterRecording recording = record(order(false))) {
            send(Messages.set("/a", 1));
            Patience.until("the first entry", () -> recording.recording().entries() == 1);

            router.close();
            Patience.until("the loss", () -> recording.recording().state() instanceof RecordingState.Disconnected);
            served.append(Entries.set("/a", "2.0"));
            router = setup(port).start();
            Patience.until("the way back", () -> recording.recording().state() instanceof RecordingState.Running);
            send(Messages.set("/a", 3));
            Patience.until("the second entry", () -> recording.recording().entries() == 2);

            assertThat(recording.missingSeqs(9, Cancellation.none())).containsExactly(new SeqRange(2, 2));
            assertThat(recording.snapshots()).hasSize(1);
            assertThat(recording.snapshot(1, Cancellation.none()).orElseThrow().params())
                    .extracting(Param::valueJson)
                    .containsExactly("2.0");
            assertThat(recording.recording().interruptions()).isEqualTo(1);
            assertThat(recording.recording().notes())
                    .singleElement()
                    .asString()
                    .startsWith("Not connected from 20:17:42");
        }
    }

    private RouterSetup setup(int port) {
        return Router.withJournal(served).listeningOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private void send(Message message) throws Exception {
        try (TestClient client = TestClient.greeted(router)) {
            client.send(message);
            client.untilPong();
        }
    }

    @Test
    void stoppedItLeavesOneFileThatHoldsAll(@TempDir Path folder) throws Exception {
        start();
        Path file = folder.resolve("session.db");
        try (TestClient client = TestClient.greeted(router)) {
            try (RouterRecording recording = RouterRecording.start(
                    order(false),
                    RecordingLimits.STANDARD,
                    () -> new SqliteJournals().create(file, null),
                    InstantSource.system(),
                    Cancellation.none())) {
                for (int i = 0; i < 500; i++) {
                    client.send(Messages.set("/a", i));
                }
                client.untilPong();
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.state().latestSeq()).isEqualTo(500);
            assertThat(journal.info().access()).hasToString("read-only");
        }
    }

    @Test
    void itEndsByItselfAfterAsManyEntriesAsAreWanted() throws Exception {
        start();
        var order = new RecordingOrder(address(), BearerToken.NONE, List.of(), Set.of(), false, 30);
        try (TestClient client = TestClient.greeted(router);
                RouterRecording recording = record(order)) {
            for (int i = 0; i < 100; i++) {
                client.send(Messages.set("/a", i));
            }
            Patience.until("the end", () -> recording.recording().state().isOver());

            assertThat(recording.state().latestSeq()).isEqualTo(30);
            assertThat(recording.recording().isComplete()).isTrue();
        }
    }

    @Test
    void aWrongTokenIsExplainedAndNoJournalIsMade() {
        router = Router.withJournal(served).withToken(AccessToken.of("right")).start();
        var order = new RecordingOrder(
                address(), BearerToken.of("wr0ng"), List.of(), Set.of(), true, RecordingOrder.UNLIMITED);

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> RouterRecording.start(
                        order,
                        RecordingLimits.STANDARD,
                        () -> {
                            throw new AssertionError("a journal is made");
                        },
                        InstantSource.system(),
                        Cancellation.none()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAUTHORIZED))
                .withMessageContaining("refused the token: it is wrong or has expired")
                .withMessageNotContaining("wr0ng");
        assertThat(order.toString()).doesNotContain("wr0ng");
    }

    @Test
    void aTokenThatIsRevokedIsSaidAndWhatWasRecordedStays() throws Exception {
        router = Router.withJournal(served).withToken(AccessToken.of("first")).start();
        int port = router.address().getPort();
        var order = new RecordingOrder(
                address(), BearerToken.of("first"), List.of(), Set.of(), false, RecordingOrder.UNLIMITED);
        try (RouterRecording recording = record(order)) {
            router.close();
            router = setup(port).withToken(AccessToken.of("second")).start();

            Patience.until(
                    "the refusal",
                    () -> recording.recording().state()
                                    instanceof RecordingState.Disconnected(String why, var _, boolean wantsToken)
                            && wantsToken
                            && why.contains("refused the token: it is wrong or has expired"));
            recording.useToken("third");
            recording.useToken("second");
            Patience.until("the way back", () -> recording.recording().state() instanceof RecordingState.Running);
            try (TestClient client = TestClient.greeted(router, "second")) {
                client.send(Messages.set("/a", 3));
                client.untilPong();
            }
            Patience.until("what came then", () -> recording.recording().entries() == 1);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> recording.useToken("two words"))
                    .withMessageStartingWith("The token holds a blank");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsExplained(@TempDir Path folder) throws Exception {
        HttpsServer server = SelfSigned.in(folder).server();
        server.start();
        var order = new RecordingOrder(
                RouterAddress.of("wss://localhost:" + server.getAddress().getPort()),
                BearerToken.of("s3cret"),
                List.of(),
                Set.of(),
                false,
                RecordingOrder.UNLIMITED);
        try {
            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> record(order))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CERTIFICATE))
                    .withMessageContaining("It is self-signed, or comes from an authority");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRouterWithoutTlsIsExplained() {
        start();
        var order = new RecordingOrder(
                RouterAddress.of("wss://127.0.0.1:" + router.address().getPort()),
                BearerToken.NONE,
                List.of(),
                Set.of(),
                false,
                RecordingOrder.UNLIMITED);
        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> record(order))
                .withMessageContaining("Perhaps the router speaks plain ws");
    }
}
