package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.RecordingState;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.WireValue;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Against a router that does what none should.
class RecordingFaultsTest extends HostileRecording {
    private static final RecordingLimits IMPATIENT =
            new RecordingLimits(Duration.ofMillis(300), 1_000, 1 << 20, Duration.ofMillis(20));

    /// What a router should not do after it has sent one good entry.
    enum Fault {
        CUT_WITHIN_A_FRAME("broke off") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                line.cutWithin(set(99));
            }
        },
        CUT_AFTER_A_FRAME("broke off") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                // What was sent is lost, too, where it was not taken before the end.
                line.awaitTaken();
                line.cut();
            }
        },
        RUBBISH("is not CLASP. A frame cannot be read. Byte 0") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                line.sendFrame(0x82, "rubbish".getBytes(StandardCharsets.UTF_8));
                line.stayAlive();
            }
        },
        TEXT("is not CLASP. It is text") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                line.sendFrame(0x81, "{}".getBytes(StandardCharsets.UTF_8));
                line.stayAlive();
            }
        },
        ENDLESS_FRAME("A frame is longer than") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                line.sendFrame(0x02, new byte[50_000]);
                while (true) {
                    line.sendFrame(0x00, new byte[50_000]);
                }
            }
        },
        NO_WEBSOCKET_FRAME("broke off") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                line.sendBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, 0, 0, 0});
                line.stayAlive();
            }
        },
        CLOSED_WITH_A_REASON("(WebSocket status 1008). It says: “enough”") {
            @Override
            void commit(HostileRouter.Line line) throws Exception {
                line.sendFrame(0x88, new byte[] {0x03, (byte) 0xF0, 'e', 'n', 'o', 'u', 'g', 'h'});
                line.stayAlive();
            }
        };

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        abstract void commit(HostileRouter.Line line) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void theSessionEndsWithItsReasonAndTheRecordingGoesOn(Fault fault) throws Exception {
        router.next(line -> {
                    line.behave();
                    line.send(set(1));
                    fault.commit(line);
                })
                .next(line -> {
                    line.behave(new ParamState("/a", WireValue.Int.of(7), 7, "desk", 5L));
                    line.send(set(8));
                    line.stayAlive();
                });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 2);

            assertThat(values(recording)).containsExactly("1", "8");
            assertThat(recording.missingSeqs(9, Cancellation.none())).containsExactly(new SeqRange(2, 2));
            assertThat(recording.recording().notes()).singleElement().asString().contains(fault.sentence);
            assertThat(recording
                            .snapshot(1, Cancellation.none())
                            .orElseThrow()
                            .info()
                            .seqAt())
                    .isEqualTo(1);
        }
    }

    /// As after a sleep, or when the network has gone: nobody hangs up, and nothing comes any more.
    @Test
    void aRouterThatFallsSilentIsGivenUpAndTheRecordingGoesOn() throws Exception {
        router.next(line -> {
                    line.behave();
                    line.send(set(1));
                    while (true) {
                        line.read();
                    }
                })
                .next(line -> {
                    line.behave();
                    line.send(set(8));
                    line.stayAlive();
                });

        try (RouterRecording recording =
                record(router.address(), false, RecordingLimits.STANDARD.withQuiet(Duration.ofMillis(300)))) {
            awaitEntries(recording, 2);

            assertThat(values(recording)).containsExactly("1", "8");
            assertThat(recording.missingSeqs(9, Cancellation.none())).containsExactly(new SeqRange(2, 2));
            assertThat(recording.recording().notes()).singleElement().asString().contains("did not answer in time");
        }
    }

    @Test
    void aRouterThatHasNothingToTellIsAskedForASignOfLife() throws Exception {
        router.next(line -> {
            line.behave();
            for (int pings = 0; pings < 6; ) {
                if (line.read() instanceof Message.Ping) {
                    line.send(new Message.Pong());
                    pings++;
                }
            }
            line.send(set(1));
            line.stayAlive();
        });

        try (RouterRecording recording =
                record(router.address(), false, RecordingLimits.STANDARD.withQuiet(Duration.ofMillis(300)))) {
            awaitEntries(recording, 1);

            assertThat(recording.recording().interruptions()).isZero();
        }
    }

    @Test
    void whileThereIsNoConnectionTheStateSaysSo() throws Exception {
        router.next(line -> {
            line.behave();
            line.send(set(1));
            line.stayAlive();
        });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 1);
            router.close();
            Patience.until(
                    "the refusal",
                    () -> recording.recording().state() instanceof RecordingState.Disconnected(String why, var _, var _)
                            && why.startsWith("Nothing answers at ws://127.0.0.1:"));

            recording.stopRecording();

            assertThat(recording.recording().state()).isEqualTo(new RecordingState.Ended(""));
            assertThat(recording.recording().interruptions()).isEqualTo(1);
        }
    }

    @Test
    void framesThatComeInPiecesArePutTogether() throws Exception {
        router.next(line -> {
            line.behave();
            line.sendInPieces(set(1), 2);
            line.sendInPieces(set(2), 7);
            line.send(set(3));
            line.stayAlive();
        });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 3);

            assertThat(values(recording)).containsExactly("1", "2", "3");
            assertThat(recording.recording().isComplete()).isTrue();
        }
    }

    @Test
    void whatHappensBetweenSubscribingAndItsEndComesAfterTheState() throws Exception {
        router.next(line -> {
            while (!(line.read() instanceof Message.Hello)) {}
            line.send(new Message.Welcome(1, Set.of(), 0, "s", "hostile", null));
            while (!(line.read() instanceof Message.Ping)) {}
            line.send(new Message.Pong());
            while (!(line.read() instanceof Message.Subscribe)) {}
            line.send(set(2));
            line.send(new Message.Snapshot(List.of(new ParamState("/a", WireValue.Int.of(1), 1, null, null))));
            while (!(line.read() instanceof Message.Ping)) {}
            line.send(new Message.Pong());
            line.stayAlive();
        });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 1);

            assertThat(recording.snapshots())
                    .singleElement()
                    .satisfies(info -> assertThat(info.seqAt()).isZero());
        }
    }

    /// CLASP's router tells how many it has dropped in a while, from the hundredth on; another one may tell no number.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        7 messages for this session were dropped: it reads too slowly.                  | 7
        Buffer overflow: messages being dropped (100 drops in last 10 seconds)          | 100
        Slow consumer                                                                   | 1
        """)
    void whatTheRouterDroppedIsCountedAndItsSeqsAreLeftOut(String sentence, int dropped) throws Exception {
        router.next(line -> {
            line.behave();
            line.send(set(1));
            line.send(new Message.Error(503, sentence, null, null));
            line.send(set(9));
            line.stayAlive();
        });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 2);

            assertThat(recording.recording().dropped()).isEqualTo(dropped);
            assertThat(recording.missingSeqs(9, Cancellation.none())).containsExactly(new SeqRange(2, 1 + dropped));
        }
    }

    @Test
    void anErrorThatTellsOfNoLossIsNone() throws Exception {
        router.next(line -> {
            line.behave();
            line.send(new Message.Error(429, "3 messages were dropped: too many at once.", null, null));
            line.send(set(1));
            line.stayAlive();
        });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 1);

            assertThat(recording.recording().isComplete()).isTrue();
        }
    }

    @Test
    void aRouterThatComesBackEmptyLeavesNoParamBehind() throws Exception {
        router.next(line -> {
                    line.behave(new ParamState("/a", WireValue.Int.of(7), 7, "desk", 5L));
                    line.send(set(1));
                    line.send(set(2));
                    line.cutWithin(set(3));
                })
                .next(line -> {
                    line.behave();
                    line.send(set(8));
                    line.stayAlive();
                });

        try (RouterRecording recording = record(false)) {
            awaitEntries(recording, 3);

            assertThat(recording.snapshots()).extracting(SnapshotInfo::seqAt).containsExactly(0L, 2L);
            assertThat(recording.snapshot(2, Cancellation.none()).orElseThrow().params())
                    .isEmpty();
        }
    }

    @Test
    void aRouterThatSaysNothingIsNotWaitedForWithoutEnd() {
        router.next(line -> line.stayAlive());

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> record(router.address(), false, IMPATIENT))
                .withMessageContaining("did not answer in time");
    }

    @Test
    void waitingForTheRouterCanBeCancelled() throws Exception {
        router.next(line -> line.stayAlive());
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            try {
                Patience.until("the greeting", () -> !router.heard.isEmpty());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            cancellation.cancel();
        });

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> RouterRecording.start(
                        order(router.address(), false),
                        RecordingLimits.STANDARD,
                        () -> new MemoryJournal("recorded", 10, 1, InstantSource.system()),
                        InstantSource.system(),
                        cancellation));
    }

    @Test
    void aServerThatIsNoRouterIsExplained() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            RouterAddress address =
                    RouterAddress.of("ws://127.0.0.1:" + server.getAddress().getPort());
            assertThatExceptionOfType(RelayException.class)
                    .isThrownBy(() -> record(address, false, RecordingLimits.STANDARD))
                    .withMessageContaining("is no CLASP router: it does not speak WebSocket there");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theTokenIsSaidInTheGreetingAndNowhereElse() throws Exception {
        router.next(line -> {
            line.behave();
            line.stayAlive();
        });

        try (RouterRecording recording = record(false)) {
            assertThat(router.heard)
                    .filteredOn(Message.Hello.class::isInstance)
                    .singleElement()
                    .extracting(hello -> ((Message.Hello) hello).token())
                    .isEqualTo("t0p-s3cret");
            assertThat(recording.info().toString() + recording.recording() + order(router.address(), false))
                    .doesNotContain("t0p-s3cret");
        }
    }

    @Test
    void manyConnectionsInARowLeaveNothingBehind() throws Exception {
        int connections = 200;
        for (int i = 0; i < connections; i++) {
            int value = i;
            router.next(line -> {
                line.behave();
                line.send(set(value));
                line.stayAlive();
            });
            try (RouterRecording recording = record(false)) {
                awaitEntries(recording, 1);
            }
        }
        Patience.until(
                "their threads to end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("record ")
                                || thread.getName().startsWith("store ")));
        assertThat(router.heard).filteredOn(Message.Hello.class::isInstance).hasSize(connections);
    }
}
