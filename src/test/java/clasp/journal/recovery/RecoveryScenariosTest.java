package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import org.junit.jupiter.api.Test;

/// One param, `/dim`, set to 0.2, 0.5 and 0.8: what comes back, as documented and as clasp-router does it.
class RecoveryScenariosTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void withoutASnapshotClaspRouterKeepsTheOldestValue() {
        threeSets();

        assertThat(documented()).isEqualTo(dim("0.8", 3, 3));
        assertThat(claspRouter()).isEqualTo(dim("0.2", 1, 1));
    }

    @Test
    void withTheFirstEntryCompactedClaspRouterKeepsTheOldestThatIsLeft() {
        journal.set(2, "/dim", "0.5", 2L).set(3, "/dim", "0.8", 3L);

        assertThat(documented()).isEqualTo(dim("0.8", 3, 3));
        assertThat(claspRouter()).isEqualTo(dim("0.5", 1, 2));
    }

    @Test
    void withASnapshotAndTheWholeJournalClaspRouterHasTheValueAndARevisionTooHigh() {
        threeSets();
        journal.snapshot(3, param("0.8", 3, 3));

        assertThat(documented()).isEqualTo(dim("0.8", 3, RecoveredParam.FROM_SNAPSHOT));
        assertThat(claspRouter()).isEqualTo(dim("0.8", 4, 3));
    }

    @Test
    void withASnapshotAndEverythingCompactedClaspRouterHasTheValueAtRevisionOne() {
        journal.snapshot(3, param("0.8", 3, 3));

        assertThat(documented()).isEqualTo(dim("0.8", 3, RecoveredParam.FROM_SNAPSHOT));
        assertThat(claspRouter().param()).isEqualTo(new Param("/dim", "0.8", 1, "author-3", time(3)));
    }

    @Test
    void afterSnapshotAndCompactionClaspRouterLosesTheNextSet() {
        journal.snapshot(3, param("0.8", 3, 3)).set(4, "/dim", "1.0", 4L);

        assertThat(documented()).isEqualTo(dim("1.0", 4, 4));
        assertThat(claspRouter().param()).isEqualTo(new Param("/dim", "0.8", 1, "author-3", time(3)));
    }

    private void threeSets() {
        journal.set(1, "/dim", "0.2", 1L).set(2, "/dim", "0.5", 2L).set(3, "/dim", "0.8", 3L);
    }

    private RecoveredParam documented() {
        return recovered(RecoveryRule.DOCUMENTED);
    }

    private RecoveredParam claspRouter() {
        return recovered(RecoveryRule.CLASP_ROUTER);
    }

    private RecoveredParam recovered(RecoveryRule rule) {
        return new Recovery(journal, rule)
                .latest(Progress.NONE, Cancellation.none())
                .params()
                .getFirst();
    }

    /// As the entry with the seq of its value's first SET wrote it.
    private static RecoveredParam dim(String value, long revision, long seq) {
        long writtenAt = seq == RecoveredParam.FROM_SNAPSHOT ? 3 : seq;
        return new RecoveredParam(param(value, revision, writtenAt), seq);
    }

    private static Param param(String value, long revision, long writtenAt) {
        return new Param("/dim", value, revision, "author-" + writtenAt, time(writtenAt));
    }
}
