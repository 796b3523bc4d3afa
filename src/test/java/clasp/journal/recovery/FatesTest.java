package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FatesTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void claspRouterRejectsWhatDoesNotCarryTheRevisionItHas() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/a", "3", 1L);

        assertThat(sentences(RecoveryRule.CLASP_ROUTER))
                .containsExactly(
                        "1 Created: the address was not there yet; it gets revision 1.",
                        "2 Rejected: the router expects revision 1, and this entry carries 2.",
                        "3 Applied: revision 1 becomes 2.");
    }

    @Test
    void documentedRecoveryTakesTheRevisionOfTheEntry() {
        journal.set(1, "/a", "1", 7L).set(2, "/a", "2", -1L).set(3, "/a", "3", null);

        assertThat(sentences(RecoveryRule.DOCUMENTED))
                .containsExactly(
                        "1 Created: the address was not there yet; it gets revision 7.",
                        "2 Applied: revision 7 becomes 18446744073709551615.",
                        "3 Applied: revision 18446744073709551615 becomes 0.");
    }

    @Test
    void onlySetsMakeParams() {
        journal.publish(1, "/a", "1")
                .entry(new Entry(2, 2, "x", "/a", "param", "2", 1L, 0x22))
                .entry(new Entry(3, 3, "x", "/a", "param", "3", 1L, 0x121));

        assertThat(sentences(RecoveryRule.DOCUMENTED))
                .containsExactly(
                        "1 Not applied: it is no SET but PUBLISH, and only SETs make params.",
                        "2 Not applied: it is no SET but 0x22, and only SETs make params.",
                        "3 Not applied: it is no SET but 289, and only SETs make params.");
        assertThat(sentences(RecoveryRule.CLASP_ROUTER)).last().asString().startsWith("3 Created");
    }

    @Test
    void whatTheSnapshotHasIsNotAppliedAgainExceptByClaspRouter() {
        journal.set(1, "/a", "1", 1L).publish(2, "/a", "2").set(3, "/a", "3", 2L);
        journal.snapshot(2, new Param("/a", "1", 1, "x", time(1)));

        assertThat(sentences(RecoveryRule.DOCUMENTED))
                .containsExactly(
                        "1 Not applied: the snapshot taken at seq 2 already has it.",
                        "2 Not applied: it is no SET but PUBLISH, and only SETs make params.",
                        "3 Applied: revision 1 becomes 2.");
        assertThat(sentences(RecoveryRule.CLASP_ROUTER))
                .first()
                .asString()
                .isEqualTo("1 Applied: revision 1 becomes 2.");
    }

    @Test
    void claspRouterTakesNoSetWithoutRevision() {
        journal.set(1, "/a", "1", null);

        assertThat(sentences(RecoveryRule.CLASP_ROUTER))
                .containsExactly("1 Not applied: a router takes no SET without a revision from a journal.");
    }

    @Test
    void valuesAreThoseThatClaspReads() {
        journal.set(1, "/bad", "{broken", 1L)
                .set(2, "/deep", "[".repeat(128) + "]".repeat(128), 1L)
                .set(3, "/great", "[18446744073709551615,-0]", 1L)
                .set(4, "/twice", "{\"a\":1,\"b\":2,\"a\":3}", 1L)
                .set(5, "/null", "null", 1L);

        assertThat(state(RecoveryRule.CLASP_ROUTER).plainParams())
                .extracting(Param::valueJson)
                .containsExactly("null", "null", "[1.8446744073709552e19,-0.0]", "{\"a\":3,\"b\":2}", "null");
        assertThat(sentences(RecoveryRule.CLASP_ROUTER))
                .filteredOn(line -> line.endsWith("CLASP cannot read its value and takes null instead."))
                .hasSize(2);
    }

    @Test
    void claspRouterGoesOnWithoutASnapshotThatItCannotLoad() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        journal.snapshot(1, new Param("/a", "10", 1, "x", time(1)));
        journal.snapshot(2, null, "It is nested too deep.", new Param("/a", "20", 2, "x", time(2)));

        assertThat(state(RecoveryRule.CLASP_ROUTER).baseSnapshot()).isEmpty();
        assertThat(state(RecoveryRule.CLASP_ROUTER).plainParams())
                .extracting(Param::valueJson)
                .containsExactly("1");
        assertThat(state(RecoveryRule.DOCUMENTED).baseSnapshot().orElseThrow().id())
                .isEqualTo(1);
    }

    @Test
    void aSnapshotTakenLaterIsNotThereYet() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        journal.snapshot(2, new Param("/a", "20", 2, "x", time(2)));

        assertThat(new Recovery(journal, RecoveryRule.CLASP_ROUTER)
                        .at(1, Progress.NONE, Cancellation.none())
                        .plainParams())
                .containsExactly(new Param("/a", "1", 1, "author-1", time(1)));
    }

    private RecoveredState state(RecoveryRule rule) {
        return new Recovery(journal, rule).latest(Progress.NONE, Cancellation.none());
    }

    private List<String> sentences(RecoveryRule rule) {
        List<String> lines = new ArrayList<>();
        new Recovery(journal, rule)
                .latest(
                        (entry, fate) -> lines.add(entry.seq() + " " + Fates.sentence(fate)),
                        Progress.NONE,
                        Cancellation.none());
        return lines;
    }
}
