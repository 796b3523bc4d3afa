package clasp.journal.router;

import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalException;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client asks, it gets an answer that fits into a frame, and nobody else notices.
class OversizedAnswersTest {
    private record Case(String name, Message message, int code) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Message setOfNull(int characters) {
        return new Message.Set("/".repeat(characters), new WireValue.Null(), null, false, false, null);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("SET of an address that no SNAPSHOT can carry", setOfNull(65_480), 400),
                new Case("SET of the longest address", setOfNull(65_528), 400),
                new Case("GET of a long address", new Message.Get("/".repeat(65_500)), 404),
                new Case("GET of a long address of large characters", new Message.Get("𝄞".repeat(16_380)), 404),
                new Case("SUBSCRIBE with a long pattern", subscribe(1, "[" + "a".repeat(65_480)), 202),
                new Case("QUERY with a long pattern", new Message.Query("[" + "a".repeat(65_480)), 202),
                new Case(
                        "REPLAY with a long pattern",
                        new Message.Replay("[" + "a".repeat(65_480), null, null, null, Set.of()),
                        202),
                new Case("GET of a recovered param that is too large", new Message.Get("/large"), 500));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAskerIsToldInAFrameThatFitsAndNobodyElseIsAffected(Case given) throws Exception {
        MemoryJournal journal = new MemoryJournal();
        journal.snapshot(List.of(new Param("/large", "\"" + "x".repeat(70_000) + "\"", 1, "w", 1)));
        FailingJournal held = new FailingJournal(journal);
        try (Router router = Router.withJournal(held.asJournal()).start();
                TestClient asker = TestClient.greeted(router);
                TestClient first = TestClient.greeted(router);
                TestClient other = TestClient.greeted(router)) {
            CountDownLatch released = held.hold();
            first.send(set("/first", 1));
            held.awaitHeld();
            long before = router.arrived();
            asker.send(given.message());
            Patience.until("the question has arrived", () -> router.arrived() == before + 1);
            other.send(set("/other", 1));
            Patience.until("the other's SET has arrived", () -> router.arrived() == before + 2);
            released.countDown();

            Message.Error error = (Message.Error) asker.next();
            assertThat(error.code()).as(error.message()).isEqualTo(given.code());
            assertThat(asker.untilPong()).isEmpty();
            assertThat(other.next()).isEqualTo(new Message.Ack("/other", 1L, null, null, null));
            assertThat(other.untilPong()).isEmpty();
        }
    }

    @Test
    void aReplayThatCannotBeginIsRefusedAndTheClientIsServedOn() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        try (Router router = Router.withJournal(brokenStateOf(new MemoryJournal(), broken))
                        .start();
                TestClient client = TestClient.greeted(router)) {
            broken.set(true);

            client.send(new Message.Replay("/**", null, null, null, Set.of()));

            assertThat(client.next())
                    .isEqualTo(new Message.Error(500, "The replay could not begin. The journal is gone.", "/**", null));
            assertThat(client.untilPong()).isEmpty();
            broken.set(false);
        }
    }

    private static Journal brokenStateOf(Journal journal, AtomicBoolean broken) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (broken.get() && method.getName().equals("state")) {
                        throw new JournalException("The journal is gone.");
                    }
                    try {
                        return method.invoke(journal, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
