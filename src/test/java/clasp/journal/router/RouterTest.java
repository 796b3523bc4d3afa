package clasp.journal.router;

import static clasp.journal.router.core.Messages.bundle;
import static clasp.journal.router.core.Messages.bundleAt;
import static clasp.journal.router.core.Messages.hello;
import static clasp.journal.router.core.Messages.publish;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SignalType;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.SubscribeOptions;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouterTest extends RunningRouter {
    @Test
    void theSubprotocolIsClasp() throws Exception {
        assertThat(client().subprotocol()).isEqualTo("clasp");
    }

    @Test
    void aSetIsAcknowledgedDeliveredAndJournaled() throws Exception {
        TestClient writer = client();
        TestClient listener = client();
        listener.send(subscribe(1, "/a/**"));
        assertThat(listener.untilPong()).isEmpty();

        assertThat(writer.ask(set("/a/b", 0.5))).isEqualTo(new Message.Ack("/a/b", 1L, null, null, null));

        assertThat(listener.next()).isEqualTo(set("/a/b", 0.5, 1));
        assertThat(journaled()).singleElement().satisfies(entry -> {
            assertThat(entry.address()).isEqualTo("/a/b");
            assertThat(entry.valueJson()).isEqualTo("0.5");
            assertThat(entry.revision()).isEqualTo(1);
        });
    }

    @Test
    void whatIsRefusedIsNeitherJournaledNorDelivered() throws Exception {
        TestClient writer = client();
        writer.send(subscribe(1, "/**"));
        writer.ask(set("/a", 1));
        writer.next(Message.Ack.class);

        assertThat(writer.ask(set("/a", 2, 7)))
                .isEqualTo(new Message.Error(400, "The param has revision 1, not the expected 7.", "/a", null));

        assertThat(writer.untilPong()).isEmpty();
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void everySignalTypeIsDeliveredAsItWasSentAndJournaled() throws Exception {
        TestClient writer = client();
        TestClient listener = client();
        listener.send(subscribe(1, "/**"));
        listener.untilPong();
        List<Message> sent = Stream.of(
                        publish(SignalType.EVENT, "/event", 1),
                        publish(
                                SignalType.STREAM,
                                "/stream",
                                new PublishBody.Samples(List.of(0.25, 0.5)),
                                GesturePhase.START,
                                7L),
                        publish(SignalType.GESTURE, "/gesture", new PublishBody.None(), GesturePhase.MOVE, null),
                        publish(SignalType.TIMELINE, "/timeline", 1))
                .map(Message.class::cast)
                .toList();

        for (Message message : sent) {
            writer.send(message);
        }

        for (Message message : sent) {
            assertThat(listener.next()).isEqualTo(message);
        }
        assertThat(journaled())
                .extracting(entry -> entry.signalType() + " " + entry.valueJson())
                .containsExactly("event 1.0", "stream [0.25,0.5]", "gesture null", "timeline 1.0");
        assertThat(writer.untilPong()).isEmpty();
    }

    @Test
    void aBundleIsDeliveredAndJournaledInItsOwnOrder() throws Exception {
        TestClient writer = client();
        TestClient listener = client();
        listener.send(subscribe(1, "/**"));
        listener.untilPong();

        writer.send(bundle(set("/a", 1), publish(SignalType.EVENT, "/go", 1), set("/b", 2)));

        assertThat(writer.next()).isEqualTo(new Message.Ack(null, 1L, null, null, null));
        assertThat(listener.untilPong())
                .containsExactly(set("/a", 1, 1), publish(SignalType.EVENT, "/go", 1), set("/b", 2, 1));
        assertThat(journaled()).extracting(Entry::address).containsExactly("/a", "/go", "/b");
    }

    @Test
    void aBundleWaitsForItsTime() throws Exception {
        TestClient writer = client();
        long now = ((Message.Sync) writer.ask(new Message.Sync(0, null, null))).t3();

        writer.send(bundleAt(now + 300_000, set("/late", 1)));
        assertThat(writer.ask(set("/early", 1))).isInstanceOf(Message.Ack.class);

        assertThat(writer.next(Message.Ack.class).revision()).isEqualTo(1);
        assertThat(journaled()).extracting(Entry::address).containsExactly("/early", "/late");
        assertThat(journaled().getLast().timestampMicros()).isGreaterThanOrEqualTo(now + 300_000);
    }

    @Test
    void theLastValueHeldBackByMaxRateArrives() throws Exception {
        TestClient writer = client();
        TestClient listener = client();
        listener.send(subscribe(1, "/**", new SubscribeOptions(2L, null, null, null)));
        listener.untilPong();

        for (int value = 1; value <= 20; value++) {
            writer.ask(set("/fader", value));
        }

        Message.Set last = listener.next(Message.Set.class);
        while (last.revision() < 20) {
            last = listener.next(Message.Set.class);
        }
        assertThat(last).isEqualTo(set("/fader", 20, 20));
    }

    @Test
    void aReplayBringsTheMatchingEntriesAndEndsBeforeThePong() throws Exception {
        TestClient writer = client();
        for (int value = 1; value <= 1_200; value++) {
            writer.ask(set("/a", value));
            writer.send(publish(SignalType.EVENT, "/e", value));
        }

        writer.send(new Message.Replay("/a", null, null, null, Set.of()));
        List<Message> all = writer.untilPong();
        writer.send(new Message.Replay("/**", null, null, 3L, Set.of(SignalType.EVENT)));

        assertThat(all).hasSize(1_200).startsWith(set("/a", 1, 1)).endsWith(set("/a", 1_200, 1_200));
        assertThat(writer.untilPong())
                .containsExactly(
                        publish(SignalType.EVENT, "/e", 1),
                        publish(SignalType.EVENT, "/e", 2),
                        publish(SignalType.EVENT, "/e", 3));
    }

    @Test
    void aReplayThatMakesNoSenseIsRefused() throws Exception {
        TestClient client = client();

        assertThat(client.ask(new Message.Replay("/[", null, null, null, Set.of())))
                .isInstanceOfSatisfying(
                        Message.Error.class, error -> assertThat(error.code()).isEqualTo(202));
        assertThat(client.ask(new Message.Replay("/**", 2L, 1L, null, Set.of())))
                .isEqualTo(new Message.Error(400, "The time range begins after it ends.", "/**", null));
    }

    @Test
    void aReplayAfterEverythingWasEvictedBringsNothing() throws Exception {
        TestClient client = client();
        client.send(new Message.Replay("/**", null, null, null, Set.of()));

        assertThat(client.untilPong()).isEmpty();
    }

    @Test
    void malformedFramesEndThatSessionOnly() throws Exception {
        TestClient other = client();
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[] {0x53, 1, 0, 9, 1},
                new byte[] {0x53, 1, 0, 2, 0x24, 0x00},
                "GET / HTTP".getBytes(StandardCharsets.UTF_8))) {
            TestClient bad = client();

            bad.sendBytes(bytes);

            assertThat(bad.next(Message.Error.class).message()).startsWith("This is no CLASP frame. Byte ");
            assertThat(bad.awaitClose()).isEqualTo("malformed frame");
        }
        assertThat(other.ask(new Message.Ping())).isEqualTo(new Message.Pong());
    }

    @Test
    void textEndsTheSession() throws Exception {
        TestClient client = client();

        client.sendText("hello");

        assertThat(client.next(Message.Error.class).message()).isEqualTo("CLASP frames are binary messages, not text.");
        assertThat(client.awaitClose()).isEqualTo("text message");
    }

    @Test
    void aMessageLongerThanAnyFrameEndsTheSession() throws Exception {
        TestClient client = client();

        client.sendBytes(new byte[70_000]);

        assertThat(client.awaitClose()).isNotNull();
        assertThat(client().ask(new Message.Ping())).isEqualTo(new Message.Pong());
    }

    @Test
    void withATokenOnlyWhoHasItComesIn() throws Exception {
        Router guarded = started(Router.withJournal(new MemoryJournal()).withToken(AccessToken.of("secret")));
        TestClient stranger = TestClient.connect(guarded);
        open.addFirst(stranger);

        assertThat(stranger.ask(set("/a", 1)))
                .isEqualTo(new Message.Error(300, "Authentication required: say HELLO first.", null, null));
        assertThat(stranger.ask(hello("guess"))).isEqualTo(new Message.Error(300, "Invalid token.", null, null));
        assertThat(stranger.awaitClose()).isEqualTo("refused");
        TestClient friend = TestClient.connect(guarded);
        open.addFirst(friend);
        assertThat(friend.ask(hello("secret"))).isInstanceOf(Message.Welcome.class);
    }

    @Test
    void withoutATokenOnlyThisMachineIsListenedTo() {
        RouterSetup setup = Router.withJournal(new MemoryJournal()).listeningOn(new InetSocketAddress("0.0.0.0", 0));

        assertThatThrownBy(setup::start)
                .isInstanceOf(RouterException.class)
                .hasMessage("On 0.0.0.0:0 anyone in the network could connect: set a token, or listen on 127.0.0.1.");
        started(setup.withToken(AccessToken.of("secret")));
    }

    @Test
    void withoutATokenTheJournalIsServedToThisMachineOnly() {
        RouterSetup setup = Router.withJournal(new MemoryJournal()).withHttpOn(new InetSocketAddress("0.0.0.0", 0));

        assertThatThrownBy(setup::start)
                .isInstanceOf(RouterException.class)
                .hasMessageStartingWith("On 0.0.0.0:0 anyone in the network could connect");
        started(setup.withToken(AccessToken.of("secret")));
    }

    @Test
    void aPortInUseIsNamed() {
        RouterSetup setup = Router.withJournal(new MemoryJournal()).listeningOn(router.address());

        assertThatThrownBy(setup::start)
                .isInstanceOf(RouterException.class)
                .hasMessageStartingWith("Cannot listen on ")
                .hasMessageContaining(":" + router.address().getPort());
    }

    @Test
    void aFrameCutInTheMiddleHarmsNobody() throws Exception {
        TestClient other = client();
        byte[] frame = FrameWriter.write(set("/a", 1));
        try (var socket = new Socket("127.0.0.1", router.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Protocol: clasp\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 101");
            socket.getOutputStream().write(new byte[] {(byte) 0x82, (byte) (0x80 | frame.length), 0, 0, 0, 0, 0x53});
        }

        assertThat(other.ask(set("/a", 2))).isEqualTo(new Message.Ack("/a", 1L, null, null, null));
    }

    @Test
    void whoIsConnectedIsKnownByNameAndSession() throws Exception {
        TestClient first = TestClient.connect(router);
        first.send(new Message.Hello(1, Set.of(), "Lumen desk", null));
        String session = first.next(Message.Welcome.class).session();
        first.send(subscribe(1, "/a/**"));
        first.send(subscribe(2, "/b/**"));
        first.untilPong();
        long now = System.currentTimeMillis() * 1_000;

        Patience.until("it is told", () -> router.clients().stream().anyMatch(client -> client.subscriptions() == 2));
        assertThat(router.clients()).singleElement().satisfies(client -> {
            assertThat(client.name()).isEqualTo("Lumen desk");
            assertThat(client.session()).isEqualTo(session);
            assertThat(client.sinceMicros()).isBetween(now - 60_000_000, now + 60_000_000);
        });
        first.close();
        Patience.until("it is gone", () -> router.clients().isEmpty());
    }
}
