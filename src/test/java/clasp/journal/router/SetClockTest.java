package clasp.journal.router;

import static clasp.journal.router.core.Messages.bundleAt;
import static clasp.journal.router.core.Messages.living;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.router.core.ErrorCodes;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.SubscribeOptions;
import clasp.journal.wire.Ttl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody sets the clock of the machine back by an hour: what takes its time takes as long as ever.
class SetClockTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");

    private final MemoryJournal journal = new MemoryJournal("test", 1_000, 5, InstantSource.system());
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private volatile Instant clock = BEGIN;
    private final Router router = Router.withJournal(journal)
            .withClock(() -> clock)
            .withNanoTime(nanos::get)
            .start();

    @AfterEach
    void close() {
        router.close();
    }

    private void passes(TestClient client, Duration time) throws Exception {
        clock = BEGIN.minus(Duration.ofHours(1));
        nanos.addAndGet(time.toNanos());
        // The router looks at its clocks after each round.
        client.untilPong();
        client.untilPong();
    }

    @Test
    void whatMaxRateHoldsBackComesInTime() throws Exception {
        try (TestClient writer = TestClient.greeted(router);
                TestClient listener = TestClient.greeted(router)) {
            listener.send(subscribe(1, "/**", new SubscribeOptions(1L, null, null, null)));
            listener.untilPong();
            writer.ask(set("/a", 1));
            writer.ask(set("/a", 2));
            assertThat(listener.untilPong()).containsExactly(set("/a", 1, 1));

            passes(writer, Duration.ofSeconds(1));

            assertThat(listener.next()).isEqualTo(set("/a", 2, 2));
        }
    }

    @Test
    void whoStaysConnectedIsToldWithoutAChange() throws Exception {
        try (TestClient client = TestClient.greeted(router)) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            client.untilPong();
            client.untilPong();
            List<ConnectedClient> before = router.clients();

            passes(client, Duration.ofSeconds(2));

            assertThat(router.clients()).hasSize(1).isEqualTo(before);
        }
    }

    @Test
    void aParamOutlivesItsTimeNoLonger() throws Exception {
        try (TestClient client = TestClient.greeted(router)) {
            client.ask(living("/sliding", 1, new Ttl.Sliding(1)));
            client.ask(living("/absolute", 1, new Ttl.Absolute(1)));

            passes(client, Duration.ofSeconds(2));

            for (String address : new String[] {"/sliding", "/absolute"}) {
                assertThat(client.ask(new Message.Get(address)))
                        .isInstanceOfSatisfying(
                                Message.Error.class,
                                error -> assertThat(error.code()).isEqualTo(ErrorCodes.NOT_FOUND));
            }
        }
    }

    /// The bundle's time comes when the next message does.
    @Test
    void whatComesAfterABundlesTimeTakesEffectAfterTheBundle() throws Exception {
        Instant due = BEGIN.plusSeconds(60);
        AtomicLong next = new AtomicLong(Long.MAX_VALUE);
        AtomicReference<Router> own = new AtomicReference<>();
        MemoryJournal entries = new MemoryJournal();
        try (Router timed = Router.withJournal(entries)
                        .withClock(() -> own.get() != null && own.get().arrived() >= next.get() ? due : BEGIN)
                        .start();
                TestClient client = TestClient.greeted(timed)) {
            own.set(timed);
            client.send(bundleAt(ChronoUnit.MICROS.between(Instant.EPOCH, due), set("/a", 1)));
            client.untilPong();

            next.set(timed.arrived() + 1);
            client.send(set("/a", 2));
            client.untilPong();

            assertThat(entries.since(0, OptionalInt.empty()))
                    .extracting(Entry::valueJson)
                    .containsExactly("1.0", "2.0");
        }
    }

    @Test
    void whoeverSaysNoHelloIsSentAway() throws Exception {
        try (TestClient client = TestClient.greeted(router);
                TestClient silent = TestClient.connect(router)) {
            silent.send(new Message.Ping());
            silent.next(Message.Pong.class);

            passes(client, Duration.ofSeconds(11));

            assertThat(silent.awaitClose()).isEqualTo("no HELLO");
        }
    }

    @Test
    void theStateIsStoredInTime() throws Exception {
        try (TestClient client = TestClient.greeted(router)) {
            client.ask(set("/a", 1));

            passes(client, Duration.ofMinutes(5));

            Patience.until("it is stored", () -> journal.loadSnapshot().isPresent());
            assertThat(journal.loadSnapshot()).isPresent();
        }
    }

    @Test
    void whatIsRecordedBearsTheTimeOfTheClock() throws Exception {
        try (TestClient client = TestClient.greeted(router)) {
            passes(client, Duration.ofSeconds(1));
            client.ask(set("/a", 1));

            assertThat(journal.since(0, OptionalInt.empty()))
                    .extracting(entry -> entry.timestampMicros())
                    .containsExactly(clock.toEpochMilli() * 1_000);
        }
    }
}
