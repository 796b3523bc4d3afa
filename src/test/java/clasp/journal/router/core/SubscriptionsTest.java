package clasp.journal.router.core;

import static clasp.journal.router.core.Messages.at;
import static clasp.journal.router.core.Messages.publish;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SignalType;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.SubscribeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final long NOW = 1_700_000_000_000_000L;
    private static final SubscribeOptions TEN_A_SECOND = new SubscribeOptions(10L, null, null, null);
    private static final SubscribeOptions ONE_A_SECOND = new SubscribeOptions(1L, null, null, null);

    private final Subscriptions subscriptions = new Subscriptions();
    private final Writes writes = new Writes(new ParamTable(Strategies.LAST_WRITE, 100_000));

    private Change change(Message message) {
        return ((Decision.Accepted) writes.decide(message, "author", at(NOW)))
                .changes()
                .getFirst();
    }

    @Test
    void aSessionHearsOfWhatItsPatternMatches() {
        subscriptions.add("s1", subscribe(1, "/lumen/*/level"));

        assertThat(subscriptions.receivers(change(set("/lumen/3/level", 1)), NOW))
                .containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/lumen/3/4/level", 1)), NOW))
                .isEmpty();
    }

    @Test
    void aSessionHearsOnceHoweverManyOfItsSubscriptionsMatch() {
        subscriptions.add("s1", subscribe(1, "/**"));
        subscriptions.add("s1", subscribe(2, "/a"));
        subscriptions.add("s2", subscribe(1, "/a"));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).containsExactly("s1", "s2");
    }

    @Test
    void onlyTheChosenSignalTypesAreSent() {
        subscriptions.add("s1", subscribe(1, "/**", SignalType.EVENT, SignalType.STREAM));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).isEmpty();
        assertThat(subscriptions.receivers(change(publish(SignalType.STREAM, "/a", 1)), NOW))
                .containsExactly("s1");
        assertThat(subscriptions.receivers(change(publish(SignalType.GESTURE, "/a", 1)), NOW))
                .isEmpty();
    }

    @Test
    void aSenderHearsItsOwnSetsAndNotItsOwnPublishes() {
        subscriptions.add("author", subscribe(1, "/**"));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).containsExactly("author");
        assertThat(subscriptions.receivers(change(publish(SignalType.EVENT, "/a", 1)), NOW))
                .isEmpty();
    }

    @Test
    void nothingIsSentAfterUnsubscribing() {
        Change change = change(set("/a", 1));
        subscriptions.add("s1", subscribe(1, "/a"));
        subscriptions.add("s1", subscribe(2, "/**"));
        assertThat(subscriptions.receivers(change, NOW)).containsExactly("s1");

        subscriptions.remove("s1", 1);
        assertThat(subscriptions.receivers(change, NOW)).containsExactly("s1");
        subscriptions.removeAll("s1");

        assertThat(subscriptions.receivers(change, NOW)).isEmpty();
        assertThat(subscriptions.size()).isZero();
    }

    @Test
    void theSameIdReplacesASubscription() {
        subscriptions.add("s1", subscribe(1, "/a"));
        subscriptions.add("s1", subscribe(1, "/b"));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).isEmpty();
        assertThat(subscriptions.receivers(change(set("/b", 1)), NOW)).containsExactly("s1");
        assertThat(subscriptions.countOthers("s1", 1)).isZero();
        assertThat(subscriptions.countOthers("s1", 2)).isEqualTo(1);
    }

    @Test
    void maxRateHoldsTheLatestValueBackUntilItsTimeComes() {
        subscriptions.add("s1", subscribe(1, "/**", TEN_A_SECOND));
        Change latest = change(set("/a", 3));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/a", 2)), NOW + 10_000)).isEmpty();
        assertThat(subscriptions.receivers(latest, NOW + 20_000)).isEmpty();
        assertThat(subscriptions.nextDue()).hasValue(NOW + 100_000);

        assertThat(subscriptions.due(NOW + 99_999)).isEmpty();
        assertThat(subscriptions.due(NOW + 100_000)).containsExactly(new Subscriptions.Late("s1", latest));
        assertThat(subscriptions.due(NOW + 300_000)).isEmpty();
        assertThat(subscriptions.nextDue()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void maxRateCountsEachAddressByItself() {
        subscriptions.add("s1", subscribe(1, "/**", TEN_A_SECOND));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/b", 1)), NOW)).containsExactly("s1");
    }

    @Test
    void maxRateHoldsBackNoEventAndOnlyTheMovesOfAGesture() {
        subscriptions.add("s1", subscribe(1, "/**", TEN_A_SECOND));
        Change event = change(publish(SignalType.EVENT, "/cue", 1));

        assertThat(subscriptions.receivers(event, NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(event, NOW + 1)).containsExactly("s1");
        assertThat(subscriptions.receivers(gesture(GesturePhase.START), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(gesture(GesturePhase.MOVE), NOW + 1)).containsExactly("s1");
        assertThat(subscriptions.receivers(gesture(GesturePhase.MOVE), NOW + 2)).isEmpty();
        assertThat(subscriptions.receivers(gesture(GesturePhase.END), NOW + 3)).containsExactly("s1");
    }

    /// A gesture that has ended moves no more.
    @Test
    void theEndOfAGestureMakesTheMoveHeldBackObsolete() {
        subscriptions.add("s1", subscribe(1, "/**", ONE_A_SECOND));
        subscriptions.receivers(gesture(GesturePhase.MOVE), NOW);
        subscriptions.receivers(gesture(GesturePhase.MOVE), NOW + 1);

        assertThat(subscriptions.receivers(gesture(GesturePhase.END), NOW + 2)).containsExactly("s1");

        assertThat(subscriptions.due(NOW + 2_000_000)).isEmpty();
    }

    private Change gesture(GesturePhase phase) {
        return change(publish(SignalType.GESTURE, "/touch", new PublishBody.None(), phase, null));
    }

    @Test
    void epsilonIsMeasuredFromWhatWasSentLast() {
        subscriptions.add("s1", subscribe(1, "/**", new SubscribeOptions(null, 0.1, null, null)));

        assertThat(subscriptions.receivers(change(set("/a", 0.5)), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/a", 0.55)), NOW)).isEmpty();
        assertThat(subscriptions.receivers(change(set("/a", 0.59)), NOW)).isEmpty();
        assertThat(subscriptions.receivers(change(set("/a", 0.61)), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/a", 0.5)), NOW)).containsExactly("s1");
    }

    @Test
    void whatIsTooCloseToWhatWasSentMakesWhatIsHeldBackObsolete() {
        subscriptions.add("s1", subscribe(1, "/**", new SubscribeOptions(1L, 0.5, null, null)));

        assertThat(subscriptions.receivers(change(set("/a", 0.0)), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/a", 1.0)), NOW + 50_000))
                .isEmpty();
        assertThat(subscriptions.receivers(change(set("/a", 0.1)), NOW + 100_000))
                .isEmpty();

        assertThat(subscriptions.nextDue()).isEqualTo(OptionalLong.empty());
        assertThat(subscriptions.due(NOW + 2_000_000)).isEmpty();
    }

    @Test
    void whatIsHeldBackIsTheNewestWhereEpsilonIsSetToo() {
        subscriptions.add("s1", subscribe(1, "/**", new SubscribeOptions(1L, 0.5, null, null)));
        Change newest = change(set("/a", 1.1));

        subscriptions.receivers(change(set("/a", 0.0)), NOW);
        subscriptions.receivers(change(set("/a", 1.0)), NOW + 50_000);
        subscriptions.receivers(change(set("/a", 0.1)), NOW + 100_000);
        subscriptions.receivers(newest, NOW + 150_000);

        assertThat(subscriptions.due(NOW + 1_000_000)).containsExactly(new Subscriptions.Late("s1", newest));
    }

    @Test
    void moreAddressesThanAreRememberedAreAllSent() {
        subscriptions.add("s1", subscribe(1, "/**", TEN_A_SECOND));

        for (int index = 0; index < 25_000; index++) {
            assertThat(subscriptions.receivers(change(set("/" + index, 1)), NOW))
                    .containsExactly("s1");
        }
    }

    /// A client that makes up addresses does not fill the memory: one that was forgotten begins anew.
    @Test
    void maxRateRemembersTenThousandAddresses() {
        subscriptions.add("s1", subscribe(1, "/**", TEN_A_SECOND));
        for (int address = 0; address <= 10_000; address++) {
            subscriptions.receivers(change(set("/a/" + address, 1)), NOW);
        }

        assertThat(subscriptions.receivers(change(set("/a/10000", 2)), NOW)).isEmpty();
        assertThat(subscriptions.receivers(change(set("/a/0", 2)), NOW)).containsExactly("s1");
    }

    @Test
    void whatOneSubscriptionLetThroughNoOtherOfTheSessionSendsAgain() {
        subscriptions.add("s1", subscribe(1, "/**", ONE_A_SECOND));
        subscriptions.add("s1", subscribe(2, "/a"));
        subscriptions.add("s2", subscribe(1, "/**", ONE_A_SECOND));
        Change newest = change(set("/a", 2));

        assertThat(subscriptions.receivers(change(set("/a", 1)), NOW)).containsExactly("s1", "s2");
        assertThat(subscriptions.receivers(newest, NOW + 1)).containsExactly("s1");

        assertThat(subscriptions.due(NOW + 2_000_000)).containsExactly(new Subscriptions.Late("s2", newest));
    }

    @Test
    void whatTwoSubscriptionsOfASessionHoldBackComesOnceAndAsSoonAsOneOfThemWants() {
        subscriptions.add("s1", subscribe(1, "/**", ONE_A_SECOND));
        subscriptions.add("s1", subscribe(2, "/a", TEN_A_SECOND));
        subscriptions.add("s1", subscribe(3, "/*", ONE_A_SECOND));
        Change newest = change(set("/a", 2));
        subscriptions.receivers(change(set("/a", 1)), NOW);

        assertThat(subscriptions.receivers(newest, NOW + 1)).isEmpty();

        assertThat(subscriptions.due(NOW + 100_000)).containsExactly(new Subscriptions.Late("s1", newest));
        assertThat(subscriptions.due(NOW + 2_000_000)).isEmpty();
        assertThat(subscriptions.nextDue()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void epsilonIsMeasuredFromWhatTheSessionHeardLast() {
        subscriptions.add("s1", subscribe(1, "/**", new SubscribeOptions(null, 0.5, null, null)));
        subscriptions.add("s1", subscribe(2, "/a", ONE_A_SECOND));
        Change newest = change(set("/a", 0.7));

        assertThat(subscriptions.receivers(change(set("/a", 0.0)), NOW)).containsExactly("s1");
        assertThat(subscriptions.receivers(change(set("/a", 0.4)), NOW + 1)).isEmpty();
        assertThat(subscriptions.due(NOW + 1_000_000)).hasSize(1);
        assertThat(subscriptions.receivers(newest, NOW + 1_000_001)).isEmpty();

        assertThat(subscriptions.due(NOW + 2_000_000)).containsExactly(new Subscriptions.Late("s1", newest));
    }

    /// However many other addresses follow.
    @Test
    void whatIsHeldBackIsNeverForgotten() {
        subscriptions.add("s1", subscribe(1, "/**", ONE_A_SECOND));
        List<Subscriptions.Late> held = new ArrayList<>();
        for (int address = 0; address < 3_000; address++) {
            subscriptions.receivers(change(set("/a/" + address, 0)), NOW);
        }
        for (int address = 0; address < 3_000; address++) {
            Change newest = change(set("/a/" + address, 1));
            held.add(new Subscriptions.Late("s1", newest));
            assertThat(subscriptions.receivers(newest, NOW + 1)).isEmpty();
        }

        for (int address = 0; address < 11_000; address++) {
            assertThat(subscriptions.receivers(change(set("/b/" + address, 0)), NOW + 2))
                    .containsExactly("s1");
        }

        assertThat(subscriptions.due(NOW + 1_000_000)).containsExactlyInAnyOrderElementsOf(held);
    }

    /// When there is something held back at as many addresses as are remembered, changes at others are not made to
    /// wait.
    @Test
    void whatCannotBeRememberedIsSentAtOnce() {
        subscriptions.add("s1", subscribe(1, "/**", ONE_A_SECOND));
        for (int value = 0; value < 2; value++) {
            for (int address = 0; address < 10_000; address++) {
                subscriptions.receivers(change(set("/a/" + address, value)), NOW + value);
            }
        }

        for (int value = 0; value < 3; value++) {
            assertThat(subscriptions.receivers(change(set("/b", value)), NOW + 2))
                    .containsExactly("s1");
        }

        assertThat(subscriptions.due(NOW + 1_000_000)).hasSize(10_000).doesNotHaveDuplicates();
        subscriptions.receivers(change(set("/b", 7)), NOW + 1_000_000);
        assertThat(subscriptions.receivers(change(set("/b", 8)), NOW + 1_000_000))
                .isEmpty();
    }

    /// What a param holds is not made obsolete by a stream of the same name, nor the finger here by the finger there.
    @Test
    void signalsAndGesturesAtOneAddressAreThrottledEachByItself() {
        subscriptions.add("s1", subscribe(1, "/**", ONE_A_SECOND));
        List<Function<Integer, Message>> kinds = List.of(
                value -> set("/a", value),
                value -> publish(SignalType.STREAM, "/a", value),
                value -> move(1, value),
                value -> move(2, value));
        List<Subscriptions.Late> held = new ArrayList<>();
        for (int value = 0; value < 2; value++) {
            for (Function<Integer, Message> kind : kinds) {
                Change change = change(kind.apply(value));
                assertThat(subscriptions.receivers(change, NOW + value)).hasSize(1 - value);
                held.add(new Subscriptions.Late("s1", change));
            }
        }

        assertThat(subscriptions.due(NOW + 1_000_000)).containsExactlyInAnyOrderElementsOf(held.subList(4, 8));
    }

    private static Message move(long id, double value) {
        return new Message.Publish(
                "/a",
                SignalType.GESTURE,
                new PublishBody.Single(Messages.number(value)),
                null,
                id,
                GesturePhase.MOVE,
                null,
                null);
    }
}
