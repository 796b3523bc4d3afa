package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.Param;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.router.Router;
import clasp.journal.router.TestClient;
import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Messages;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalException;
import clasp.journal.store.LiveRouter;
import clasp.journal.store.memory.MemoryJournal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Asking a running router what it holds, over a real socket.
class LiveRouterTest {
    /// More than fit into one SNAPSHOT message.
    private static final int MANY = 2_500;

    private final MemoryJournal served = new MemoryJournal("served", 100_000, 1, InstantSource.system());
    private Router router;

    @AfterEach
    void stop() {
        if (router != null) {
            router.close();
        }
    }

    private void start(AccessToken token) {
        router = Router.withJournal(served)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withToken(token)
                .start();
    }

    private RelayJournal relay(String token, Portion portion) {
        return RelayJournal.open(
                RelayAddress.of(
                        "127.0.0.1:" + router.httpAddress().orElseThrow().getPort()),
                BearerToken.of(token),
                portion,
                RelayLimits.STANDARD,
                () -> new MemoryJournal("copy", 100_000, 1, InstantSource.system()),
                event -> {},
                Cancellation.none());
    }

    private String clients() {
        return "ws://127.0.0.1:" + router.address().getPort();
    }

    @Test
    void aRelaysRouterIsSuggestedAtTheUsualPortAndAskedWhereOneSays() throws Exception {
        start(AccessToken.of("s3cret"));
        try (RelayJournal relay = relay("s3cret", Portion.ALL);
                TestClient client = TestClient.connect(router)) {
            client.send(Messages.hello("s3cret"));
            client.send(Messages.set("/a", 1));
            client.send(Messages.set("/a", 2));
            client.untilPong();
            LiveRouter live = relay.router().orElseThrow();
            assertThat(live.suggestedAddress()).contains("ws://127.0.0.1:7330");
            assertThat(live.params(clients(), Cancellation.none()))
                    .extracting(Param::address, Param::valueJson, Param::revision)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("/a", "2.0", 2L));
        }
    }

    @Test
    void theStateIsWholeHoweverManyMessagesItTakes() throws Exception {
        start(AccessToken.NONE);
        try (RelayJournal relay = relay("", Portion.ALL);
                TestClient client = TestClient.greeted(router)) {
            for (int i = 0; i < MANY; i++) {
                client.send(Messages.set("/many/" + i, i));
            }
            client.untilPong();
            assertThat(relay.router().orElseThrow().params(clients(), Cancellation.none()))
                    .extracting(Param::address)
                    .doesNotHaveDuplicates()
                    .hasSize(MANY);
        }
    }

    @Test
    void ofAPartOfAJournalOnlyThatPartIsLive() throws Exception {
        start(AccessToken.NONE);
        Portion part = new Portion(AddressPattern.of("/a/**"), Set.of(), TimeRange.ALL);
        try (RelayJournal relay = relay("", part);
                TestClient client = TestClient.greeted(router)) {
            client.send(Messages.set("/a/1", 1));
            client.send(Messages.set("/b/1", 1));
            client.untilPong();
            assertThat(relay.router().orElseThrow().params(clients(), Cancellation.none()))
                    .extracting(Param::address)
                    .containsExactly("/a/1");
        }
    }

    @Test
    void whatKeepsARouterFromAnsweringIsSaid() {
        start(AccessToken.of("s3cret"));
        try (RelayJournal relay = relay("s3cret", Portion.ALL)) {
            LiveRouter live = relay.router().orElseThrow();
            relay.useToken("wrong");
            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> live.params(clients(), Cancellation.none()))
                    .withMessageContaining("refused the token: it is wrong or has expired");
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> live.params("http://127.0.0.1:1", Cancellation.none()))
                    .withMessageContaining("ws or wss");
            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> live.params("ws://127.0.0.1:1", Cancellation.none()))
                    .withMessageContaining("Is the router running");
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> live.params(clients(), cancelled));
        }
    }

    @Test
    void aRouterThatIsRecordedIsAskedForWhatIsRecorded() throws Exception {
        start(AccessToken.NONE);
        var order = new RecordingOrder(
                RouterAddress.of(clients()),
                BearerToken.NONE,
                List.of("/a"),
                Set.of(),
                false,
                RecordingOrder.UNLIMITED);
        try (TestClient client = TestClient.greeted(router);
                RouterRecording recording = RouterRecording.start(
                        order,
                        RecordingLimits.STANDARD,
                        () -> new MemoryJournal("recorded", 1_000, 9, InstantSource.system()),
                        InstantSource.system(),
                        Cancellation.none())) {
            client.send(Messages.set("/a", 1));
            client.send(Messages.set("/b", 1));
            client.untilPong();
            LiveRouter live = recording.router().orElseThrow();
            assertThat(live.suggestedAddress()).isEmpty();
            assertThat(live.params("", Cancellation.none()))
                    .extracting(Param::address)
                    .containsExactly("/a");
            recording.stopRecording();
            assertThat(recording.router()).isEmpty();
        }
    }

    @Test
    void aRouterWithinTheProgramTellsWhatItHasAccepted() throws Exception {
        start(AccessToken.NONE);
        try (TestClient client = TestClient.greeted(router)) {
            client.send(Messages.set("/a", 7));
            client.untilPong();
            assertThat(router.params(Cancellation.none()))
                    .extracting(Param::address, Param::valueJson, Param::revision)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("/a", "7.0", 1L));
        }
        router.close();
        assertThatExceptionOfType(clasp.journal.router.RouterException.class)
                .isThrownBy(() -> router.params(Cancellation.none()))
                .withMessageContaining("stopped");
    }
}
