package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SignalType;
import clasp.journal.query.Filter;
import clasp.journal.router.core.Messages;
import clasp.journal.store.Cancellation;
import clasp.journal.store.RecordingState;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.WireValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// History first and what happens meanwhile, of a router that journals as CLASP's does.
class ClaspHistoryTest {
    /// What happens as the i-th: SETs, events, samples, gestures, each recognizable.
    private static Message message(int i) {
        String value = Integer.toString(i);
        return switch (i % 10) {
            case 6 -> Messages.publish(SignalType.EVENT, "/event", i);
            case 7 ->
                Messages.publish(
                        SignalType.STREAM,
                        "/samples/" + value,
                        new PublishBody.Samples(List.of((double) i, 0.5)),
                        GesturePhase.START,
                        null);
            case 8 -> Messages.publish(SignalType.GESTURE, "/pen", i);
            default -> new Message.Set("/a/" + i % 3, WireValue.Int.of(i), (long) i, false, false, null);
        };
    }

    private static String told(Message message) {
        return switch (message) {
            case Message.Set set -> set.address() + " " + set.value().json();
            case Message.Publish publish when publish.signalOrEvent() == SignalType.STREAM -> publish.address();
            case Message.Publish publish -> publish.address() + " " + publish.valueJson();
            default -> throw new IllegalArgumentException(message.toString());
        };
    }

    private static String recorded(Entry entry) {
        return entry.signalType().equals("stream") ? entry.address() : entry.address() + " " + entry.valueJson();
    }

    @ParameterizedTest(name = "{0} before, {1} meanwhile, seed {2}")
    @CsvSource({"3000,300,1", "3000,0,2", "12000,2500,3", "0,40,4", "1,1,5", "200,1,6"})
    void nothingIsMissedAndNothingIsDoubled(int before, int meanwhile, int seed) throws Exception {
        var random = new Random(seed);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var router = new ClaspLikeRouter(meanwhile)) {
            for (int i = 0; i < before; i++) {
                router.happen(message(i), random.nextInt(4) == 0);
            }
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = before; writing.get(); i++) {
                        router.happen(message(i), random.nextInt(4) == 0);
                        if (i % 20 == 0) {
                            Thread.sleep(1);
                        }
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            var order = new RecordingOrder(
                    router.address(), BearerToken.NONE, List.of(), Set.of(), true, RecordingOrder.UNLIMITED);
            try (RouterRecording recording = RouterRecording.start(
                    order,
                    RecordingLimits.STANDARD,
                    () -> new MemoryJournal("recorded", 1_000_000, 9, InstantSource.system()),
                    InstantSource.system(),
                    Cancellation.none())) {
                Patience.until(
                        "the end of the history",
                        () -> recording.recording().state() instanceof RecordingState.Running);
                assertThat(router.replayed()).isNotNegative();
                int then = router.told();
                Patience.until("more", () -> router.told() > then + 200);
                writing.set(false);
                writer.join();
                recording.stopRecording();

                List<String> all = new ArrayList<>();
                List<String> ofGestures = new ArrayList<>();
                recording.scan(
                        Filter.ALL,
                        SeqRange.ALL,
                        entry -> (entry.signalType().equals("gesture") ? ofGestures : all).add(recorded(entry)),
                        Cancellation.none());
                assertThat(all)
                        .containsExactlyInAnyOrderElementsOf(router.all().stream()
                                .filter(message -> !isGesture(message))
                                .map(ClaspHistoryTest::told)
                                .toList());
                assertThat(ofGestures).doesNotHaveDuplicates().isNotEmpty();
                assertThat(recording.missingSeqs(1, Cancellation.none())).isEmpty();
                assertThat(recording.recording().isComplete()).isTrue();
            }
        }
    }

    private static boolean isGesture(Message message) {
        return message instanceof Message.Publish publish && publish.signalOrEvent() == SignalType.GESTURE;
    }
}
