package clasp.journal.router.core;

import static clasp.journal.router.core.Messages.at;
import static clasp.journal.router.core.Messages.hello;
import static clasp.journal.router.core.Messages.living;
import static clasp.journal.router.core.Messages.locking;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SignalType;
import clasp.journal.wire.Feature;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.SignalDefinition;
import clasp.journal.wire.Ttl;
import clasp.journal.wire.WireValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final long NOW = 1_700_000_000_000_000L;

    private final ParamTable table = new ParamTable(Strategies.LAST_WRITE, 100_000);
    private final Writes writes = new Writes(table);
    private final Subscriptions subscriptions = new Subscriptions();
    private final Client client = new Client("s1");
    private final Requests open = requests(AccessToken.NONE);
    private final Requests guarded = requests(AccessToken.of("secret"));

    private Requests requests(AccessToken token) {
        return new Requests("house", token, Limits.USUAL.withSubscriptions(2), table, subscriptions);
    }

    private List<Message> answers(Message message) {
        return all(open.answer(client, message, at(NOW)));
    }

    private static List<Message> all(Answer answer) {
        List<Message> all = new ArrayList<>(answer.messages());
        answer.rest().forEach(all::add);
        return all;
    }

    private Message answer(Message message) {
        assertThat(answers(message)).hasSize(1);
        return answers(message).getFirst();
    }

    private void write(Message message) {
        assertThat(writes.decide(message, "writer", at(NOW))).isInstanceOf(Decision.Accepted.class);
    }

    private static ParamState state(String address, double value, long revision) {
        return new ParamState(address, WireValue.Real.of(value), revision, "writer", NOW);
    }

    @Test
    void helloIsAnsweredWithWelcomeAndTheWholeState() {
        write(set("/a", 1));
        write(set("/b", 2));

        Answer answer = open.answer(client, hello(null), at(NOW));

        assertThat(answer.hangUp()).isFalse();
        assertThat(all(answer))
                .containsExactly(
                        new Message.Welcome(
                                1, EnumSet.complementOf(EnumSet.of(Feature.FEDERATION)), NOW, "s1", "house", null),
                        new Message.Snapshot(List.of(state("/a", 1, 1), state("/b", 2, 1))));
        assertThat(client.greeted()).isTrue();
    }

    @Test
    void helloToAnEmptyRouterStillBringsASnapshot() {
        assertThat(answers(hello(null)).getLast()).isEqualTo(new Message.Snapshot(List.of()));
    }

    @Test
    void noStateHoldsWhatHasOutlivedItsTime() {
        write(living("/old", 1, new Ttl.Absolute(10)));
        write(set("/a", 2));
        Moment over = at(NOW + 10_000_000);

        assertThat(all(open.answer(client, hello(null), over)).getLast())
                .isEqualTo(new Message.Snapshot(List.of(state("/a", 2, 1))));
        write(living("/old", 1, new Ttl.Absolute(10)));
        assertThat(all(open.answer(client, subscribe(1, "/**"), over)))
                .containsExactly(new Message.Snapshot(List.of(state("/a", 2, 1))));
    }

    @Test
    void moreThan800ParamsComeInPieces() {
        for (int index = 0; index < 1_700; index++) {
            write(set("/" + index, index));
        }

        List<Message> pieces = answers(hello(null));

        assertThat(pieces.stream()
                        .skip(1)
                        .map(piece -> ((Message.Snapshot) piece).params().size()))
                .containsExactly(800, 800, 100);
    }

    @Test
    void largeParamsComeInPiecesThatFitIntoFrames() {
        var large = new WireValue.Text("x".repeat(20_000));
        for (int index = 0; index < 10; index++) {
            write(new Message.Set("/" + index, large, null, false, false, null));
        }

        List<Message.Snapshot> pieces = answers(hello(null)).stream()
                .skip(1)
                .map(Message.Snapshot.class::cast)
                .toList();

        assertThat(pieces.stream().flatMap(piece -> piece.params().stream()).map(ParamState::address))
                .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(10)
                        .map(i -> "/" + i)
                        .toList());
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.params()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void aWrongOrMissingTokenEndsTheConnection() {
        assertThat(guarded.answer(client, hello(null), at(NOW)))
                .isEqualTo(new Answer(
                        List.of(new Message.Error(
                                300, "Authentication required: this router wants a token.", null, null)),
                        List.of(),
                        true));
        assertThat(guarded.answer(client, hello("guess"), at(NOW)))
                .isEqualTo(new Answer(List.of(new Message.Error(300, "Invalid token.", null, null)), List.of(), true));
        assertThat(client.greeted()).isFalse();

        guarded.answer(client, hello("secret"), at(NOW));
        assertThat(client.greeted()).isTrue();
    }

    @Test
    void beforeHelloNothingButPingIsAnswered() {
        assertThat(guarded.objection(client, set("/a", 1)).orElseThrow().code()).isEqualTo(300);
        assertThat(open.objection(client, new Message.Get("/a")).orElseThrow().code())
                .isEqualTo(400);
        assertThat(open.objection(client, new Message.Ping())).isEmpty();

        open.answer(client, hello(null), at(NOW));
        assertThat(open.objection(client, set("/a", 1))).isEmpty();
    }

    @Test
    void aSecondHelloIsRefused() {
        answers(hello(null));

        assertThat(answer(hello(null)))
                .isEqualTo(new Message.Error(400, "This session has said HELLO before.", null, null));
    }

    @Test
    void subscribingBringsASnapshotOfWhatMatches() {
        write(set("/a/1", 1));
        write(set("/b/1", 2));

        assertThat(answer(subscribe(1, "/a/**"))).isEqualTo(new Message.Snapshot(List.of(state("/a/1", 1, 1))));
        assertThat(answers(subscribe(1, "/none/**"))).isEmpty();
        assertThat(answers(subscribe(1, "/a/**", SignalType.EVENT))).isEmpty();
    }

    @Test
    void aBadPatternIsRefused() {
        assertThat(answer(subscribe(1, "/a/[b"))).isInstanceOfSatisfying(Message.Error.class, error -> {
            assertThat(error.code()).isEqualTo(202);
            assertThat(error.address()).isEqualTo("/a/[b");
        });
        assertThat(answer(subscribe(1, ""))).isEqualTo(new Message.Error(202, "The pattern is empty.", "", null));
        assertThat(subscriptions.size()).isZero();
    }

    @Test
    void subscriptionsBeyondTheLimitAreRefusedAndOldOnesCanBeReplaced() {
        answers(subscribe(1, "/a"));
        answers(subscribe(2, "/b"));

        assertThat(answer(subscribe(3, "/c")))
                .isEqualTo(new Message.Error(429, "A session can have 2 subscriptions at most.", "/c", null));
        assertThat(answers(subscribe(2, "/c"))).isEmpty();
        answers(new Message.Unsubscribe(1));
        assertThat(answers(subscribe(3, "/c"))).isEmpty();
    }

    @Test
    void getIsAnsweredWithTheParamOrAnError() {
        write(set("/a", 1));

        assertThat(answer(new Message.Get("/a"))).isEqualTo(new Message.Snapshot(List.of(state("/a", 1, 1))));
        assertThat(answer(new Message.Get("/b")))
                .isEqualTo(new Message.Error(404, "There is no param at this address.", "/b", null));
    }

    @Test
    void queryFindsWhatWasAnnounced() {
        var level = new SignalDefinition("/rig/level", SignalType.PARAM, "float", "rw", null);
        var go = new SignalDefinition("/rig/go", SignalType.EVENT, null, null, null);

        assertThat(answer(new Message.Announce("/rig", List.of(level, go))))
                .isEqualTo(new Message.Ack("/rig", null, null, null, null));

        assertThat(answer(new Message.Query("/rig/l*"))).isEqualTo(new Message.Result(List.of(level)));
        assertThat(answer(new Message.Query("/none"))).isEqualTo(new Message.Result(List.of()));
    }

    @Test
    void announcingBeyondTheLimitChangesNothing() {
        List<SignalDefinition> many = Stream.iterate(0, i -> i + 1)
                .limit(Limits.USUAL.announcedSignals() + 1L)
                .map(i -> new SignalDefinition("/" + i, SignalType.PARAM, null, null, null))
                .toList();

        assertThat(answer(new Message.Announce("/n", many)))
                .isInstanceOfSatisfying(
                        Message.Error.class, error -> assertThat(error.code()).isEqualTo(429));
        assertThat(answer(new Message.Query("/**"))).isEqualTo(new Message.Result(List.of()));
    }

    @Test
    void syncTellsTheRoutersTime() {
        assertThat(answer(new Message.Sync(5, null, null))).isEqualTo(new Message.Sync(5, NOW, NOW));
    }

    @Test
    void pingIsAnsweredWithPong() {
        assertThat(answer(new Message.Ping())).isEqualTo(new Message.Pong());
    }

    @Test
    void whatOnlyARouterSaysIsRefused() {
        assertThat(answer(new Message.Snapshot(List.of())))
                .isEqualTo(new Message.Error(400, "A router does not take SNAPSHOT.", null, null));
    }

    @Test
    void aClientThatGoesLeavesNeitherSubscriptionsNorLocks() {
        answers(subscribe(1, "/**"));
        writes.decide(locking("/a", 1), "s1", at(NOW));

        open.forget(client);

        assertThat(subscriptions.size()).isZero();
        write(set("/a", 2));
    }
}
