package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a recording whose history does not come as it should.
class HistoryFaultsTest extends HostileRecording {
    @Test
    void aHistoryThatBreaksOffIsSaidAndWhatHappensIsRecorded() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        router.next(line -> {
                    line.behave();
                    line.stayAlive();
                })
                .next(line -> {
                    line.beginHistory();
                    // What is left unread when a socket is closed would take what was sent with it.
                    while (!(line.read() instanceof Message.Ping)) {}
                    line.send(set(1));
                    line.send(set(2));
                    answered.await();
                    line.awaitTaken();
                    line.resetWithin(set(3));
                });

        try (RouterRecording recording = record(true)) {
            answered.countDown();
            awaitEntries(recording, 2);
            Patience.until("the note", () -> !recording.recording().notes().isEmpty());

            assertThat(recording.recording().notes())
                    .singleElement()
                    .asString()
                    .startsWith("The history is not complete. The connection to");
            assertThat(recording.recording().isComplete()).isFalse();
        }
    }

    /// Neither an end in the middle of a frame nor a router that has gone to sleep is told of by the connection.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHistoryThatFallsSilentIsGivenUpAndWhatHappensIsRecorded(boolean withinAFrame) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        router.next(line -> {
                    line.behave();
                    line.send(set(8));
                    line.stayAlive();
                })
                .next(line -> {
                    line.beginHistory();
                    line.send(set(1));
                    begun.await();
                    if (withinAFrame) {
                        line.endWithin(set(2));
                    }
                    while (true) {
                        line.read();
                    }
                });

        try (RouterRecording recording =
                record(router.address(), true, RecordingLimits.STANDARD.withQuiet(Duration.ofMillis(300)))) {
            begun.countDown();
            awaitEntries(recording, 2);

            assertThat(values(recording)).containsExactly("1", "8");
            assertThat(recording.recording().notes())
                    .singleElement()
                    .asString()
                    .startsWith("The history is not complete.")
                    .containsAnyOf("did not answer in time", "broke off");
        }
    }

    @Test
    void aHistoryThatTakesItsTimeIsWaitedForAsLongAsTheRouterAnswers() throws Exception {
        router.next(line -> {
                    line.behave();
                    line.stayAlive();
                })
                .next(line -> {
                    line.beginHistory();
                    line.send(set(1));
                    for (int pings = 0; pings < 5; ) {
                        if (line.read() instanceof Message.Ping) {
                            line.send(set(2 + pings));
                            pings++;
                        }
                    }
                    line.send(new Message.Pong());
                    line.stayAlive();
                });

        try (RouterRecording recording =
                record(router.address(), true, RecordingLimits.STANDARD.withQuiet(Duration.ofMillis(500)))) {
            awaitEntries(recording, 6);

            assertThat(recording.recording().notes()).isEmpty();
        }
    }

    @Test
    void aRouterWithoutAJournalIsExplained() {
        router.next(line -> {
                    line.behave();
                    line.stayAlive();
                })
                .next(line -> {
                    line.beginHistory();
                    line.send(new Message.Error(501, "Journal not configured", null, null));
                    line.stayAlive();
                });

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> record(true))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_JOURNAL))
                .withMessageContaining("keeps no journal, so there is no history")
                .withMessageContaining("It says: “Journal not configured”");
    }
}
