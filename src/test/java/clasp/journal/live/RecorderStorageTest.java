package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.RecordingState;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a recording when storing is slow, or does not work for a while, or at all.
class RecorderStorageTest {
    private static final int ROOM = 50;
    private static final RecordingLimits SMALL =
            new RecordingLimits(Duration.ofSeconds(30), ROOM, 1 << 20, Duration.ofMillis(20));

    private final Sink sink = new Sink();
    private HostileRouter router;

    @BeforeEach
    void start() throws Exception {
        router = new HostileRouter();
    }

    @AfterEach
    void stop() throws Exception {
        router.close();
    }

    /// A place for entries that can be slow, or full.
    private static final class Sink implements RecordingSink {
        final List<Entry> stored = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch reached = new CountDownLatch(1);
        volatile CountDownLatch gate = new CountDownLatch(0);
        volatile @Nullable String failure;
        volatile boolean unsettled;

        @Override
        public void take(List<Entry> entries) {
            reached.countDown();
            try {
                // A test that failed opens it no more.
                assertThat(gate.await(60, TimeUnit.SECONDS))
                        .as("the gate is open")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            complain();
            stored.addAll(entries);
        }

        @Override
        public void snapshot(List<Param> params) {
            complain();
        }

        @Override
        public void settle() {
            if (unsettled) {
                throw new JournalException("There is no space left for it.");
            }
            complain();
        }

        private void complain() {
            String sentence = failure;
            if (sentence != null) {
                throw new JournalException(sentence);
            }
        }

        @Override
        public long sizeBytes() {
            return stored.size();
        }
    }

    private Recorder record() {
        var order = new RecordingOrder(
                router.address(), BearerToken.NONE, List.of(), Set.of(), false, RecordingOrder.UNLIMITED);
        return Recorder.start(order, SMALL, () -> sink, InstantSource.system(), Cancellation.none());
    }

    private static void send(HostileRouter.Line line, int from, int to) throws Exception {
        for (int i = from; i <= to; i++) {
            line.send(new Message.Set("/a", WireValue.Int.of(i), (long) i, false, false, null));
        }
    }

    @Test
    void whatASlowDiskHasNoRoomForIsCountedAndItsSeqsAreLeftOut() throws Exception {
        sink.gate = new CountDownLatch(1);
        CountDownLatch more = new CountDownLatch(1);
        router.next(line -> {
            line.behave();
            send(line, 1, 1);
            more.await();
            send(line, 2, 201);
            line.stayAlive();
        });

        try (Recorder recorder = record()) {
            sink.reached.await();
            more.countDown();
            Patience.until("all to be heard", () -> recorder.status().dropped() == 150);

            assertThat(recorder.status().waiting()).isLessThanOrEqualTo(ROOM + 2);

            sink.gate.countDown();
            Patience.until("the rest", () -> recorder.status().entries() == 51);
            assertThat(sink.stored)
                    .extracting(Entry::valueJson)
                    .startsWith("1", "2", "3")
                    .endsWith("50", "51");
            assertThat(sink.stored).extracting(Entry::seq).endsWith(50L, 51L);
        }
    }

    @Test
    void whatComesAfterDroppedEntriesHasTheSeqThatItWouldHave() throws Exception {
        sink.gate = new CountDownLatch(1);
        CountDownLatch more = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        router.next(line -> {
            line.behave();
            send(line, 1, 1);
            more.await();
            send(line, 2, 201);
            last.await();
            send(line, 202, 202);
            line.stayAlive();
        });

        try (Recorder recorder = record()) {
            sink.reached.await();
            more.countDown();
            Patience.until("all to be heard", () -> recorder.status().dropped() == 150);
            sink.gate.countDown();
            Patience.until("the rest", () -> recorder.status().entries() == 51);
            last.countDown();
            Patience.until("the last", () -> recorder.status().entries() == 52);

            assertThat(sink.stored.getLast())
                    .satisfies(entry -> assertThat(entry.seq()).isEqualTo(202))
                    .satisfies(entry -> assertThat(entry.valueJson()).isEqualTo("202"));
        }
    }

    @Test
    void onAFullDiskItWaitsAndLosesNothingOnceThereIsRoom() throws Exception {
        sink.failure = "There is no space left for it.";
        router.next(line -> {
            line.behave();
            send(line, 1, 20);
            line.stayAlive();
        });

        try (Recorder recorder = record()) {
            Patience.until(
                    "the complaint",
                    () -> recorder.status()
                            .state()
                            .equals(new RecordingState.Blocked("There is no space left for it.")));
            Patience.until("all to be heard", () -> recorder.status().waiting() >= 20);
            assertThat(recorder.status().dropped()).isZero();

            sink.failure = null;
            Patience.until("all of them", () -> recorder.status().entries() == 20);
            assertThat(recorder.status().state()).isEqualTo(new RecordingState.Running());
            assertThat(recorder.status().isComplete()).isTrue();
        }
        assertThat(sink.stored)
                .extracting(Entry::seq)
                .hasSize(20)
                .startsWith(1L)
                .endsWith(20L);
    }

    private void fullDiskAndTwentyEntries() throws Exception {
        sink.failure = "There is no space left for it.";
        router.next(line -> {
            line.behave();
            send(line, 1, 20);
            line.stayAlive();
        });
    }

    private static void awaitTwentyWaiting(Recorder recorder) throws Exception {
        Patience.until("the complaint", () -> recorder.status().state() instanceof RecordingState.Blocked);
        Patience.until("all to be heard", () -> recorder.status().waiting() == 20);
    }

    @Test
    void whatCameInBeforeItWasStoppedIsStoredOnceThereIsRoom() throws Exception {
        fullDiskAndTwentyEntries();

        try (Recorder recorder = record()) {
            awaitTwentyWaiting(recorder);

            recorder.stopListening();

            assertThat(recorder.status().state()).isInstanceOf(RecordingState.Blocked.class);
            assertThat(recorder.status().waiting()).isEqualTo(20);
            assertThat(recorder.status().dropped()).isZero();

            sink.failure = null;
            Patience.until("the end", () -> recorder.status().state().isOver());
            assertThat(recorder.status().state()).isEqualTo(new RecordingState.Ended(""));
            assertThat(recorder.status().waiting()).isZero();
            assertThat(recorder.status().isComplete()).isTrue();
        }
        assertThat(sink.stored).hasSize(20);
    }

    @Test
    void whatCannotBeStoredCanBeHadUnderTheSeqsThatItWillHave() throws Exception {
        fullDiskAndTwentyEntries();

        try (Recorder recorder = record()) {
            awaitTwentyWaiting(recorder);

            List<Entry> unstored = recorder.unstored().entries();
            sink.failure = null;
            Patience.until("all of them", () -> recorder.status().entries() == 20);

            assertThat(unstored).isEqualTo(sink.stored);
            assertThat(recorder.unstored().entries()).isEmpty();
        }
    }

    @Test
    void stoppedOnADiskThatHasJustBecomeFullItSaysThatAllIsStored() throws Exception {
        sink.unsettled = true;
        router.next(line -> {
            line.behave();
            send(line, 1, 20);
            line.stayAlive();
        });

        try (Recorder recorder = record()) {
            Patience.until("all of them", () -> recorder.status().entries() == 20);

            recorder.close();

            assertThat(recorder.status().dropped()).isZero();
            assertThat(recorder.status().state())
                    .isEqualTo(new RecordingState.Ended("All 20 entries are stored, in the file and the -wal beside it."
                            + " Nothing needs to be done; the two belong together. What did not work at the end: There"
                            + " is no space left for it."));
        }
    }

    @Test
    void stoppedOnAFullDiskItSaysWhatIsLost() throws Exception {
        router.next(line -> {
            line.behave();
            send(line, 1, 5);
            sink.reached.await();
            sink.failure = "There is no space left for it.";
            send(line, 6, 20);
            line.stayAlive();
        });

        try (Recorder recorder = record()) {
            Patience.until(
                    "all to be heard",
                    () -> recorder.status().waiting() + recorder.status().entries() >= 20);
            Patience.until("the complaint", () -> recorder.status().state() instanceof RecordingState.Blocked);

            recorder.close();

            long stored = recorder.status().entries();
            assertThat(stored).isBetween(0L, 19L);
            assertThat(recorder.status().dropped()).isEqualTo(20 - stored);
            assertThat(recorder.status().state())
                    .isEqualTo(new RecordingState.Ended((20 - stored)
                            + " entries that had come in could not be stored. There is no space left for it."));
        }
    }
}
