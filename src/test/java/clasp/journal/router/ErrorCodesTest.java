package clasp.journal.router;

import static clasp.journal.router.core.Messages.bundleAt;
import static clasp.journal.router.core.Messages.hello;
import static clasp.journal.router.core.Messages.locking;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.ErrorCodes;
import clasp.journal.router.core.Limits;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.wire.FederationOp;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code of an ERROR, provoked over a socket, and why the rest of CLASP's codes never comes from this router.
class ErrorCodesTest {
    /// What CLASP's routers answer.
    private static final Set<Integer> OF_CLASP = Set.of(202, 300, 301, 302, 400, 403, 404, 429, 500, 501);

    private static final Map<Integer, String> NEVER = Map.of(
            301, "A token opens everything: there are no scopes that could be too small.",
            302, "A token is good for as long as the router runs.",
            403, "Nothing is forbidden to somebody who has the token: there are no scopes.");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private Router router(RouterSetup setup) {
        Router started = setup.start();
        open.add(started);
        return started;
    }

    private static RouterSetup setup() {
        return Router.withJournal(new MemoryJournal());
    }

    private <C extends AutoCloseable> C opened(C client) {
        open.addFirst(client);
        return client;
    }

    private TestClient client(RouterSetup setup) throws Exception {
        return opened(TestClient.greeted(router(setup)));
    }

    @FunctionalInterface
    private interface Provocation {
        Message.Error by(ErrorCodesTest bench) throws Exception;
    }

    private record Case(int code, String when, Provocation provocation) {
        @Override
        public String toString() {
            return code + " " + when;
        }
    }

    private static Case asking(int code, String when, Message... messages) {
        return new Case(code, when, bench -> {
            TestClient client = bench.client(setup());
            for (Message message : messages) {
                client.send(message);
            }
            return client.next(Message.Error.class);
        });
    }

    static Stream<Case> cases() {
        return Stream.of(
                asking(202, "for a pattern to subscribe to that is malformed", subscribe(1, "/[")),
                asking(202, "for a pattern to ask about that is malformed", new Message.Query("/{a")),
                asking(
                        202,
                        "for a pattern to replay that is malformed",
                        new Message.Replay("/[", null, null, null, Set.of())),
                new Case(300, "for a token that is not the router's", bench -> bench.stranger(hello("guess"))),
                new Case(300, "before HELLO, where a token is wanted", bench -> bench.stranger(set("/a", 1))),
                asking(400, "for a revision that has passed", set("/a", 1), set("/a", 2), set("/a", 3, 1)),
                new Case(400, "for a param that another one has locked", ErrorCodesTest::writingToWhatIsLocked),
                asking(400, "for a message that only routers send", new Message.Result(List.of())),
                new Case(400, "for bytes that are no frame", bench -> {
                    TestClient client = bench.client(setup());
                    client.sendBytes(new byte[] {1, 2, 3});
                    return client.next(Message.Error.class);
                }),
                asking(404, "for a param that is not there", new Message.Get("/none")),
                new Case(429, "for a subscription too many", bench -> {
                    TestClient client = bench.client(setup().withLimits(Limits.USUAL.withSubscriptions(1)));
                    client.send(subscribe(1, "/a"));
                    client.send(subscribe(2, "/b"));
                    return client.next(Message.Error.class);
                }),
                new Case(429, "for messages that come too fast", bench -> {
                    TestClient client = bench.client(setup().withLimits(Limits.USUAL.withMessagesPerSecond(5)));
                    for (int count = 0; count < 50; count++) {
                        client.send(new Message.Pong());
                    }
                    return client.next(Message.Error.class);
                }),
                new Case(429, "for a bundle too many that waits for its time", ErrorCodesTest::waitingBundles),
                new Case(500, "when the journal does not take it", bench -> {
                    FailingJournal full = new FailingJournal(new MemoryJournal());
                    TestClient client = bench.client(Router.withJournal(full.asJournal()));
                    full.fail("No space left.");
                    client.send(set("/a", 1));
                    return client.next(Message.Error.class);
                }),
                asking(
                        501,
                        "for federation, as there is always a journal to replay from",
                        new Message.FederationSync(FederationOp.values()[0], List.of(), Map.of(), null, null)),
                new Case(503, "for messages that were dropped, which CLASP does not tell", ErrorCodesTest::dropped));
    }

    private Message.Error stranger(Message message) throws Exception {
        TestClient stranger = opened(TestClient.connect(router(setup().withToken(AccessToken.of("secret")))));
        stranger.send(message);
        return stranger.next(Message.Error.class);
    }

    private Message.Error writingToWhatIsLocked() throws Exception {
        Router router = router(setup());
        TestClient holder = opened(TestClient.greeted(router));
        TestClient other = opened(TestClient.greeted(router));
        assertThat(holder.ask(locking("/a", 1))).isInstanceOf(Message.Ack.class);
        other.send(set("/a", 2));
        return other.next(Message.Error.class);
    }

    private Message.Error waitingBundles() throws Exception {
        TestClient client = client(setup());
        long now = ((Message.Sync) client.ask(new Message.Sync(0, null, null))).t3();
        for (int count = 0; count <= Limits.USUAL.waitingBundles(); count++) {
            client.send(bundleAt(now + 3_600_000_000L, set("/a", count)));
        }
        return client.next(Message.Error.class);
    }

    private Message.Error dropped() throws Exception {
        Router router = router(setup().withLimits(Limits.USUAL.withQueue(16, 100_000)));
        TestClient deaf = opened(TestClient.deaf(router));
        deaf.send(hello(null));
        deaf.send(subscribe(1, "/**"));
        TestClient writer = opened(TestClient.greeted(router));
        String large = "x".repeat(50_000);
        for (int count = 1; count <= 400; count++) {
            writer.ask(new Message.Set("/big", new WireValue.Text(large), null, false, false, null));
        }
        deaf.listen();
        return deaf.next(Message.Error.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCodeSaysWhatIsWrong(Case given) throws Exception {
        Message.Error error = given.provocation().by(this);

        assertThat(error.code()).as(error.message()).isEqualTo(given.code());
        assertThat(error.message()).endsWith(".");
    }

    @Test
    void everyCodeOfCLASPHasACaseOrAReason() {
        Set<Integer> told = new TreeSet<>(NEVER.keySet());
        told.addAll(provoked());

        assertThat(told).containsAll(OF_CLASP);
        assertThat(NEVER.keySet()).doesNotContainAnyElementsOf(provoked()).isSubsetOf(OF_CLASP);
    }

    @Test
    void everyCodeOfThisRouterHasACase() {
        Set<Integer> codes = Arrays.stream(ErrorCodes.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return field.getInt(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toSet());

        assertThat(provoked()).isEqualTo(codes);
    }

    private static Set<Integer> provoked() {
        return cases().map(Case::code).collect(Collectors.toSet());
    }
}
