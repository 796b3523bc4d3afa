package clasp.journal.router.core;

import static clasp.journal.router.core.Messages.at;
import static clasp.journal.router.core.Messages.bundle;
import static clasp.journal.router.core.Messages.living;
import static clasp.journal.router.core.Messages.locking;
import static clasp.journal.router.core.Messages.number;
import static clasp.journal.router.core.Messages.publish;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.unlocking;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SignalType;
import clasp.journal.query.AddressPattern;
import clasp.journal.wire.GesturePhase;
import clasp.journal.wire.Message;
import clasp.journal.wire.PublishBody;
import clasp.journal.wire.Ttl;
import clasp.journal.wire.WireValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritesTest {
    private static final long NOW = 1_700_000_000_000_000L;
    private static final long SECOND = 1_000_000;

    private final ParamTable table = new ParamTable(
            new Strategies(List.of(
                    new Strategies.Rule(AddressPattern.of("/max/**"), ConflictStrategy.MAX),
                    new Strategies.Rule(AddressPattern.of("/min/**"), ConflictStrategy.MIN))),
            3);
    private final Writes writes = new Writes(table);

    private Decision.Accepted accepted(Message message, String author) {
        Decision decision = writes.decide(message, author, at(NOW));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted) decision;
    }

    private Refusal refused(Message message, String author) {
        Decision decision = writes.decide(message, author, at(NOW));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    private Param param(String address) {
        return table.read(address, NOW).orElseThrow().param();
    }

    @Test
    void theFirstSetMakesRevision1AndEachNextOneCountsUp() {
        assertThat(accepted(set("/a", 0.5), "s1").ack()).isEqualTo(new Message.Ack("/a", 1L, null, null, null));
        assertThat(accepted(set("/a", 0.75), "s2").ack()).isEqualTo(new Message.Ack("/a", 2L, null, null, null));

        assertThat(param("/a")).isEqualTo(new Param("/a", "0.75", 2, "s2", NOW));
    }

    @Test
    void aSetIsJournaledWithTheRevisionAfterIt() {
        accepted(set("/a", 0.5), "s1");

        Decision.Accepted second = accepted(set("/a", 0.75), "s2");

        assertThat(second.changes())
                .singleElement()
                .extracting(Change::entry)
                .isEqualTo(new Entry(0, NOW, "s2", "/a", "param", "0.75", 2L, MsgType.SET));
    }

    @Test
    void subscribersAreSentTheNewRevision() {
        accepted(set("/a", 0.5), "s1");

        Change change = accepted(set("/a", 0.75, 1), "s1").changes().getFirst();

        assertThat(change.broadcast()).isEqualTo(set("/a", 0.75, 2));
    }

    @Test
    void aSetThatExpectsAnotherRevisionIsRefused() {
        accepted(set("/a", 0.5), "s1");
        accepted(set("/a", 0.6), "s1");

        assertThat(refused(set("/a", 0.75, 1), "s1"))
                .isEqualTo(new Refusal(400, "The param has revision 2, not the expected 1.", "/a"));
        assertThat(param("/a").valueJson()).isEqualTo("0.6");
    }

    @Test
    void aLockKeepsOthersOutUntilItsHolderReleasesIt() {
        assertThat(accepted(locking("/a", 1), "s1").ack()).isEqualTo(new Message.Ack("/a", 1L, true, "s1", null));

        assertThat(refused(set("/a", 2), "s2").sentence()).isEqualTo("The param is locked by session s1.");
        assertThat(refused(unlocking("/a", 2), "s2").code()).isEqualTo(ErrorCodes.REFUSED);
        accepted(set("/a", 3), "s1");
        accepted(unlocking("/a", 4), "s1");
        accepted(set("/a", 5), "s2");

        assertThat(param("/a")).isEqualTo(new Param("/a", "5.0", 4, "s2", NOW));
    }

    @Test
    void whoeverGoesLeavesNoLockBehind() {
        accepted(locking("/a", 1), "s1");

        table.unlockAll("s1");

        accepted(set("/a", 2), "s2");
    }

    @Test
    void theGreaterOrLesserNumberStaysWhereTheStrategySaysSo() {
        accepted(set("/max/a", 0.5), "s1");
        accepted(set("/min/a", 0.5), "s1");

        assertThat(refused(set("/max/a", 0.4), "s1").sentence())
                .isEqualTo("The value there takes precedence (strategy MAX).");
        refused(set("/max/a", 0.5), "s1");
        refused(set("/min/a", 0.6), "s1");
        accepted(set("/max/a", 0.6), "s1");
        accepted(set("/min/a", 0.4), "s1");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConflictStrategy.class,
            names = {"LAST_WRITE", "LOCK", "MERGE"})
    void theLaterOneCountsWhereNoNumbersAreComparedUnlessAnotherHoldsTheLock(ConflictStrategy strategy) {
        ParamTable others =
                new ParamTable(new Strategies(List.of(new Strategies.Rule(AddressPattern.of("/**"), strategy))), 3);
        Writes there = new Writes(others);

        assertThat(there.decide(set("/a", 0.5), "s1", at(NOW))).isInstanceOf(Decision.Accepted.class);
        assertThat(there.decide(set("/a", 0.4), "s2", at(NOW))).isInstanceOf(Decision.Accepted.class);
        assertThat(there.decide(locking("/a", 0.9), "s1", at(NOW))).isInstanceOf(Decision.Accepted.class);
        assertThat(there.decide(set("/a", 1.0), "s2", at(NOW))).isInstanceOf(Decision.Refused.class);
        assertThat(there.decide(set("/a", 0.1), "s1", at(NOW))).isInstanceOf(Decision.Accepted.class);

        assertThat(others.read("/a", NOW).orElseThrow().param()).isEqualTo(new Param("/a", "0.1", 4, "s1", NOW));
    }

    @Test
    void whatIsNoNumberCountsEvenWhereNumbersAreCompared() {
        accepted(set("/max/a", Double.NaN), "s1");

        accepted(set("/max/a", 0.1), "s1");
        accepted(new Message.Set("/max/a", new WireValue.Text("off"), null, false, false, null), "s1");
    }

    @Test
    void moreParamsThanTheLimitAreRefusedAndOldOnesStillChange() {
        accepted(bundle(set("/a", 1), set("/b", 1), set("/c", 1)), "s1");

        assertThat(refused(set("/d", 1), "s1").sentence())
                .isEqualTo("There are 3 params already; this router keeps no more.");
        accepted(set("/a", 2), "s1");
    }

    @Test
    void aParamOutlivesItsTimeOnlyWhileItIsUsedOrWritten() {
        accepted(living("/sliding", 1, new Ttl.Sliding(10)), "s1");
        accepted(living("/absolute", 1, new Ttl.Absolute(10)), "s1");
        accepted(living("/never", 1, new Ttl.Never()), "s1");

        table.read("/sliding", NOW + 9 * SECOND);
        table.read("/absolute", NOW + 9 * SECOND);

        assertThat(table.expire(NOW + 10 * SECOND - 1)).isZero();
        assertThat(table.expire(NOW + 10 * SECOND)).isEqualTo(1);
        assertThat(table.all()).extracting(LiveParam::address).containsExactly("/sliding", "/never");
        assertThat(table.expire(NOW + 19 * SECOND)).isEqualTo(1);
        assertThat(table.all()).extracting(LiveParam::address).containsExactly("/never");
    }

    @ParameterizedTest
    @EnumSource
    void aPublishOfEverySignalTypeIsJournaledWithoutARevision(SignalType signal) {
        Decision.Accepted decision = accepted(publish(signal, "/x", 1), "s1");

        assertThat(decision.ack()).isNull();
        assertThat(decision.changes())
                .singleElement()
                .extracting(Change::entry)
                .isEqualTo(new Entry(0, NOW, "s1", "/x", signal.text(), "1.0", null, MsgType.PUBLISH));
        assertThat(table.size()).isZero();
    }

    @Test
    void aParamWhoseTimeIsOverIsGoneForWhoeverComesBeforeItIsRemoved() {
        accepted(living("/sliding", 1, new Ttl.Sliding(10)), "s1");
        accepted(new Message.Set("/locked", number(1), null, true, false, new Ttl.Absolute(10)), "s1");
        long over = NOW + 10 * SECOND;

        assertThat(table.read("/sliding", over)).isEmpty();
        assertThat(writes.decide(set("/locked", 2), "s2", at(over)))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.changes())
                                .singleElement()
                                .extracting(change -> change.entry().revision())
                                .isEqualTo(1L));
    }

    @Test
    void samplesAreJournaledAsAnArrayAndNothingAsNull() {
        var samples = new PublishBody.Samples(List.of(0.5, 1.0, -2.0));

        assertThat(journaled(publish(SignalType.STREAM, "/x", samples, GesturePhase.START, null)))
                .isEqualTo("[0.5,1.0,-2.0]");
        assertThat(journaled(publish(SignalType.GESTURE, "/x", new PublishBody.None(), GesturePhase.END, null)))
                .isEqualTo("null");
    }

    private String journaled(Message.Publish message) {
        return accepted(message, "s1").changes().getFirst().entry().valueJson();
    }

    @Test
    void aPublishKeepsTheTimeThatItsSenderGave() {
        var message = publish(SignalType.EVENT, "/x", new PublishBody.None(), GesturePhase.START, 42L);

        assertThat(accepted(message, "s1").changes().getFirst().entry().timestampMicros())
                .isEqualTo(42);
    }

    @Test
    void aBundleTakesEffectInItsOwnOrder() {
        Decision.Accepted decision =
                accepted(bundle(set("/a", 1), publish(SignalType.EVENT, "/go", 1), set("/a", 2), set("/b", 3)), "s1");

        assertThat(decision.changes())
                .extracting(change -> change.entry().address() + change.entry().revision())
                .containsExactly("/a1", "/gonull", "/a2", "/b1");
        assertThat(decision.ack()).isEqualTo(new Message.Ack(null, 1L, null, null, null));
    }

    @Test
    void aBundleWithOneRefusedMessageChangesNothing() {
        accepted(set("/a", 1), "s1");

        Refusal refusal = refused(bundle(set("/a", 2), set("/new", 1), set("/a", 3, 1)), "s1");

        assertThat(refusal.address()).isEqualTo("/a");
        assertThat(table.all()).extracting(LiveParam::param).containsExactly(new Param("/a", "1.0", 1, "s1", NOW));
    }

    @Test
    void aBundleHoldsOnlyWhatCanTakeEffect() {
        assertThat(refused(bundle(set("/a", 2), new Message.Ping()), "s1").sentence())
                .isEqualTo("A bundle holds SET and PUBLISH messages only, not PING.");
        assertThat(table.size()).isZero();
    }

    @Test
    void anEmptyBundleIsAcknowledged() {
        assertThat(accepted(bundle(), "s1").ack()).isEqualTo(new Message.Ack(null, null, null, null, null));
    }

    @Test
    void changesTakenBackHaveNeverBeen() {
        accepted(locking("/a", 1), "s1");
        Decision.Accepted first = accepted(bundle(unlocking("/a", 2), living("/b", 1, new Ttl.Sliding(1))), "s1");
        Decision.Accepted second = accepted(set("/a", 3), "s2");

        writes.takeBack(second.changes());
        writes.takeBack(first.changes());

        assertThat(table.all()).extracting(LiveParam::param).containsExactly(new Param("/a", "1.0", 1, "s1", NOW));
        refused(set("/a", 4), "s2");
        assertThat(table.expire(NOW + 5 * SECOND)).isZero();
    }

    @Test
    void aValueThatNoSnapshotCouldCarryIsRefused() {
        var huge = new WireValue.Text("x".repeat(65_520));
        WireValue deep = new WireValue.Null();
        for (int level = 0; level < 126; level++) {
            deep = new WireValue.Array(List.of(deep));
        }

        assertThat(refused(new Message.Set("/a", huge, null, false, false, null), "s1")
                        .sentence())
                .isEqualTo("The value is too large to be sent in a SNAPSHOT.");
        assertThat(refused(new Message.Set("/a", deep, null, false, false, null), "s1")
                        .sentence())
                .isEqualTo("The value is nested too deep to be part of a journal's snapshot.");
        assertThat(table.size()).isZero();
    }

    @Test
    void anEmptyAddressIsRefused() {
        assertThat(refused(set("", 1), "s1").sentence()).isEqualTo("The address is empty.");
        assertThat(refused(publish(SignalType.EVENT, "", 1), "s1").sentence()).isEqualTo("The address is empty.");
    }

    @Test
    void aRecoveredParamGoesOnFromItsRevision() {
        table.restore(LiveParam.recovered(new Param("/a", "7", 41, "old", 5)));

        assertThat(accepted(set("/a", 8, 41), "s1").ack()).isEqualTo(new Message.Ack("/a", 42L, null, null, null));
    }

    @Test
    void aRecoveredValueThatIsNoJsonIsNullAsItIsToClasp() {
        table.restore(LiveParam.recovered(new Param("/a", "{broken", 3, "old", 5)));

        assertThat(param("/a")).isEqualTo(new Param("/a", "null", 3, "old", 5));
    }
}
