package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.router.core.Messages;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.RecordingState;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.Patience;
import clasp.journal.testing.ServeProcess;
import clasp.journal.wire.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A machine that sleeps, as its peers see it: the server's process is stopped and goes on later. Nobody hangs up, and
/// what was sent to it meanwhile is waiting for it.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Tag("thorough")
class StoppedServerTest {
    private static final String SILENT = "did not answer in time";

    /// Long enough for a busy machine, and short enough to be waited for.
    private static final RelayLimits RELAY =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(4), 1_000, 1 << 20);

    private static final RecordingLimits RECORDING = RecordingLimits.STANDARD.withQuiet(Duration.ofSeconds(2));

    private final List<LiveEvent> events = new CopyOnWriteArrayList<>();
    private ServeProcess server;

    @AfterEach
    void end() {
        if (server != null) {
            server.close();
        }
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static MemoryJournal memory() {
        return new MemoryJournal("copy", 10_000, 9, InstantSource.system());
    }

    private RelayJournal follow(String url) {
        return RelayJournal.open(
                RelayAddress.of(url),
                BearerToken.NONE,
                RELAY,
                StoppedServerTest::memory,
                events::add,
                Cancellation.none());
    }

    private static RouterRecording record(String url) {
        RecordingOrder order = new RecordingOrder(
                RouterAddress.of(url), BearerToken.NONE, List.of("/**"), Set.of(), false, RecordingOrder.UNLIMITED);
        return RouterRecording.start(
                order, RECORDING, StoppedServerTest::memory, InstantSource.system(), Cancellation.none());
    }

    private static List<Long> values(JournalReader journal) {
        List<Long> values = new ArrayList<>();
        journal.scan(
                Filter.ALL,
                SeqRange.ALL,
                entry -> values.add((long) Double.parseDouble(entry.valueJson())),
                Cancellation.none());
        return values;
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private <E extends LiveEvent> long told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private static void write(ClaspClient client, int from, int to) throws Exception {
        for (int value = from; value < to; value++) {
            client.set("/a", value);
        }
    }

    @Test
    void whileItSleepsThatIsSaidOnceAndAfterwardsNothingThatItHasIsMissing() throws Exception {
        server = ServeProcess.start(0, "--memory", "10000");
        String webSocket = server.address();
        String rest = server.address();
        try (ClaspClient client = new ClaspClient(webSocket, null);
                RelayJournal followed = follow(rest);
                RouterRecording recorded = record(webSocket)) {
            write(client, 0, 100);
            Patience.until("all is followed", () -> values(followed).size() == 100);
            Patience.until("all is recorded", () -> values(recorded).size() == 100);

            signal("STOP");
            for (int value = 100; value < 150; value++) {
                client.send(Messages.set("/a", value));
            }
            Patience.until("the follower says so", () -> told(LiveEvent.Disconnected.class) > 0);
            Patience.until(
                    "the recording says so", () -> recorded.recording().state() instanceof RecordingState.Disconnected);
            // Some more tries of both.
            Thread.sleep(2 * RELAY.answer().toMillis());
            signal("CONT");

            Patience.until("all is followed", () -> values(followed).size() == 150);
            Patience.until(
                    "it is recorded again", () -> recorded.recording().state() instanceof RecordingState.Running);
            client.await(Message.Ack.class);
            write(client, 150, 160);
            Patience.until("the rest is followed", () -> values(followed).size() == 160);
            Patience.until("the rest is recorded", () -> values(recorded).contains(159L));

            assertThat(values(followed)).isEqualTo(numbers(0, 160));
            assertThat(told(LiveEvent.Disconnected.class)).isEqualTo(1);
            assertThat(told(LiveEvent.Connected.class)).isEqualTo(1);
            assertThat(told(LiveEvent.Gap.class) + told(LiveEvent.NewSession.class))
                    .isZero();
            assertThat(events)
                    .filteredOn(LiveEvent.Disconnected.class::isInstance)
                    .singleElement()
                    .asString()
                    .contains(SILENT);

            // A router does not tell again what it told while nobody heard it: that is one loss, and is said.
            assertThat(values(recorded))
                    .startsWith(numbers(0, 100).toArray(Long[]::new))
                    .endsWith(numbers(150, 160).toArray(Long[]::new))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(recorded.recording().interruptions()).isEqualTo(1);
            assertThat(recorded.recording().notes()).singleElement().asString().contains(SILENT);
        }
    }
}
