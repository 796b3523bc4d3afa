package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.Cancellation;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Patience;
import clasp.journal.testing.SelfSigned;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the program's own router, and against a server that nobody vouches for.
class RelayPeerTest {
    private final MemoryJournal served = new MemoryJournal("served", 10_000, 1, InstantSource.system());
    private final List<LiveEvent> events = new CopyOnWriteArrayList<>();
    private Router router;

    @AfterEach
    void stop() {
        if (router != null) {
            router.close();
        }
    }

    private void start(int port, AccessToken token) {
        router = Router.withJournal(served)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .withToken(token)
                .start();
    }

    private int port() {
        return router.httpAddress().orElseThrow().getPort();
    }

    private RelayJournal open(String token) {
        return RelayJournal.open(
                RelayAddress.of("127.0.0.1:" + port()),
                BearerToken.of(token),
                RelayLimits.STANDARD,
                () -> new MemoryJournal("copy", 10_000, 1, InstantSource.system()),
                events::add,
                Cancellation.none());
    }

    private void append(int entries) {
        served.appendAll(IntStream.range(0, entries)
                .mapToObj(i -> Entries.set("/a", Integer.toString(i)))
                .toList());
    }

    @Test
    void whatIsWrittenWhileTheRelayIsDownIsReadWhenItIsBack() throws Exception {
        append(100);
        start(0, AccessToken.NONE);
        int port = port();
        try (RelayJournal journal = open("")) {
            Patience.until("the first entries", () -> journal.state().latestSeq() == 100);

            router.close();
            Patience.until("the loss", () -> journal.status().trouble().isPresent());
            append(100);
            start(port, AccessToken.NONE);

            Patience.until("the rest", () -> journal.state().latestSeq() == 200);
            assertThat(journal.missingSeqs(9, Cancellation.none())).isEmpty();
            assertThat(events).noneMatch(e -> e instanceof LiveEvent.Gap || e instanceof LiveEvent.NewSession);
        }
    }

    @Test
    void aTokenThatIsRevokedIsSaidToBeAndWhatWasReadStays() throws Exception {
        append(10);
        start(0, AccessToken.of("first"));
        int port = port();
        assertThat(RelayJournal.test(
                        RelayAddress.of("127.0.0.1:" + port),
                        BearerToken.of("first"),
                        RelayLimits.STANDARD,
                        Cancellation.none()))
                .isEqualTo(10);
        try (RelayJournal journal = open("first")) {
            router.close();
            start(port, AccessToken.of("second"));

            Patience.until(
                    "the refusal",
                    () -> journal.status()
                            .trouble()
                            .filter(sentence -> sentence.contains("refused the token: it is wrong or has expired"))
                            .isPresent());
            assertThat(journal.state().latestSeq()).isEqualTo(10);
            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> open("first"))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAUTHORIZED))
                    .withMessageNotContaining("first");
        }
    }

    @Test
    void theSnapshotComesWithTheSeqOfItsNewestParam() {
        served.append(Entries.at(1_000, "/a"));
        served.append(Entries.at(2_000, "/b"));
        served.append(Entries.at(3_000, "/a"));
        var params = List.of(new Param("/a", "1", 1, "w", 1_000), new Param("/b", "1", 1, "w", 2_000));
        served.snapshot(params);
        start(0, AccessToken.NONE);
        try (RelayJournal journal = open("")) {
            List<SnapshotInfo> infos = journal.snapshots();

            assertThat(infos)
                    .singleElement()
                    .extracting(SnapshotInfo::seqAt, SnapshotInfo::createdAtMicros)
                    .containsExactly(2L, 2_000L);
            assertThat(journal.snapshot(infos.getFirst().id(), Cancellation.none()))
                    .map(Snapshot::params)
                    .contains(params);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsExplainedAndNothingIsSent(@TempDir Path folder) throws Exception {
        try (FakeRelay relay = new FakeRelay(served, SelfSigned.in(folder).server())) {
            RelayAddress address = RelayAddress.of("https://localhost:" + relay.port());

            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> RelayJournal.test(
                            address, BearerToken.of("s3cret"), RelayLimits.STANDARD, Cancellation.none()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CERTIFICATE))
                    .withMessageContaining("It is self-signed, or comes from an authority")
                    .withMessageNotContaining("s3cret");
            assertThat(relay.requests).isEmpty();
        }
    }

    @Test
    void aRelayWithoutTlsIsExplained() {
        start(0, AccessToken.NONE);

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> RelayJournal.test(
                        RelayAddress.of("https://127.0.0.1:" + port()),
                        BearerToken.NONE,
                        RelayLimits.STANDARD,
                        Cancellation.none()))
                .withMessageContaining("Perhaps the relay speaks plain http");
    }
}
