package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateComparisonTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void eachDifferenceIsExplainedByTheEntriesThatARouterRejects() {
        journal.set(3, "/a", "0.2", 1L).set(812, "/a", "0.5", 2L).set(904, "/a", "0.7", 3L);
        StateDifference difference = routerAgainstDocumented(904).differences().getFirst();
        assertThat(difference.kind()).isEqualTo(StateDifference.Kind.VALUE);
        assertThat(difference.explanation())
                .isEqualTo("documented has 0.7 at revision 3, set by entry 904. clasp-router keeps 0.2 at revision 1:"
                        + " entries 812 and 904 are rejected, they carry revisions 2 and 3 where it expects 1.");
    }

    @Test
    void oneRejectionIsTold() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        assertThat(routerAgainstDocumented(2).differences().getFirst().explanation())
                .endsWith("entry 2 is rejected, it carries revision 2 where it expects 1.");
    }

    @Test
    void kindsAreValueMissingExtraAndRevision() {
        var left = stored("one", param("/v", "1", 1), param("/r", "1", 1), param("/m", "1", 1), param("/s", "1", 1));
        var right = stored("other", param("/v", "2", 1), param("/r", "1", 2), param("/e", "1", 1), param("/s", "1", 1));
        StateComparison comparison = compare(left, right, "0");
        assertThat(comparison.differences())
                .extracting(StateDifference::kind, StateDifference::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(StateDifference.Kind.VALUE, "/v"),
                        org.assertj.core.groups.Tuple.tuple(StateDifference.Kind.MISSING, "/m"),
                        org.assertj.core.groups.Tuple.tuple(StateDifference.Kind.EXTRA, "/e"),
                        org.assertj.core.groups.Tuple.tuple(StateDifference.Kind.REVISION, "/r"));
        assertThat(comparison.compared()).isEqualTo(5);
        assertThat(comparison.differences().get(1).explanation())
                .isEqualTo("one has 1 at revision 1, from a snapshot. other does not have it.");
    }

    @Test
    void numbersWithinTheToleranceAreAlike() {
        var left = stored("one", param("/v", "0.1", 1));
        var right = stored("other", param("/v", "0.1001", 1));
        assertThat(compare(left, right, "0").differences()).hasSize(1);
        assertThat(compare(left, right, "0.001").differences()).isEmpty();
    }

    @Test
    void whoWroteAndWhenDoesNotCount() {
        var left = stored("one", new Param("/v", "1", 1, "a", 1));
        var right = stored("other", new Param("/v", "1", 1, "b", 2));
        assertThat(compare(left, right, "0").differences()).isEmpty();
    }

    @Test
    void aSnapshotThatIsDamagedInPartIsSaidToBeAndNothingIsClaimedOfTheRest() {
        var whole = stored("whole", param("/v", "1", 1), param("/rest", "1", 1));
        var part = ComparedState.stored("part", snapshot("Reading stopped.", null, param("/v", "1", 1)));
        StateComparison comparison = compare(whole, part, "0");
        assertThat(comparison.partial()).isTrue();
        assertThat(comparison.notes())
                .containsExactly("part is damaged, and only what can be read of it is compared: a param that is missing"
                        + " in it may be in the rest. Reading stopped.");
        assertThat(comparison.differences().getFirst().explanation())
                .isEqualTo("whole has 1 at revision 1, from a snapshot. part does not have it, as far as it can be"
                        + " read.");
        assertThat(compare(whole, whole, "0").partial()).isFalse();
        assertThat(compare(whole, whole, "0").notes()).isEmpty();
    }

    @Test
    void aSnapshotThatClaspCannotLoadIsComparedWholeAndSaidToBeOfNoUse() {
        var refused = ComparedState.stored("other", snapshot(null, "CLASP cannot.", param("/v", "1", 1)));
        StateComparison comparison = compare(stored("one", param("/v", "1", 1)), refused, "0");
        assertThat(comparison.partial()).isFalse();
        assertThat(comparison.notes())
                .containsExactly("other is compared as it is stored, but no recovery begins with it. CLASP cannot.");
    }

    @Test
    void aRecoveryThatCannotBeginWithTheNewestSnapshotSaysWithWhatItBegins() {
        var passedOver = new ScriptedJournal()
                .set(1, "/v", "1", 1L)
                .snapshot(1, param("/v", "1", 1))
                .set(2, "/v", "2", 2L)
                .snapshot(2, "Reading stopped.", null);
        assertThat(recovered(passedOver, RecoveryRule.DOCUMENTED, 2).notes())
                .containsExactly(
                        "name begins with snapshot 1 (taken at seq 1): snapshot 2, the newest by then, cannot be"
                                + " loaded.");
        assertThat(recovered(passedOver, RecoveryRule.CLASP_ROUTER, 2).notes())
                .containsExactly("name begins with nothing: snapshot 2, the newest by then, cannot be loaded.");
        assertThat(recovered(passedOver, RecoveryRule.CLASP_ROUTER, 1).notes()).isEmpty();
        var history = new StateHistory(passedOver, RecoveryRule.DOCUMENTED);
        assertThat(ComparedState.documented("name", history, 2, Progress.NONE, Cancellation.none())
                        .notes())
                .isEqualTo(recovered(passedOver, RecoveryRule.DOCUMENTED, 2).notes());
    }

    private static ComparedState recovered(ScriptedJournal from, RecoveryRule rule, long seq) {
        return ComparedState.recovered("name", from, rule, seq, Progress.NONE, Cancellation.none());
    }

    private StateComparison routerAgainstDocumented(long seq) {
        return compare(
                ComparedState.recovered(
                        "documented", journal, RecoveryRule.DOCUMENTED, seq, Progress.NONE, Cancellation.none()),
                ComparedState.recovered(
                        "clasp-router", journal, RecoveryRule.CLASP_ROUTER, seq, Progress.NONE, Cancellation.none()),
                "0");
    }

    private static StateComparison compare(ComparedState left, ComparedState right, String tolerance) {
        return StateComparison.between(left, right, new BigDecimal(tolerance), Cancellation.none());
    }

    private static ComparedState stored(String name, Param... params) {
        return ComparedState.stored(name, snapshot(null, null, params));
    }

    private static Snapshot snapshot(@Nullable String damage, @Nullable String refusal, Param... params) {
        return new Snapshot(new SnapshotInfo(1, 1, 1, 10), List.of(params), damage, refusal);
    }

    private static Param param(String address, String value, long revision) {
        return new Param(address, value, revision, "w", 1);
    }
}
