package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrashPlanTest {
    private static final int ENTRIES = 300;
    private static final int MOVES = 400;

    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void nothingIsLostOfParamsSetOnce() {
        journal.set(1, "/a", "1", 1L).publish(2, "/cue", "1");
        assertThat(at(2)).isEmpty();
    }

    @Test
    void aParamSetAgainComesBackStaleWithTheEntriesThatAreRejected() {
        journal.set(1, "/a", "1", 1L)
                .set(2, "/a", "2", 2L)
                .set(3, "/a", "3", 3L)
                .set(4, "/a", "4", 4L)
                .set(5, "/a", "5", 5L);
        assertThat(at(1)).isEmpty();
        assertThat(at(5)).singleElement().satisfies(loss -> {
            assertThat(loss.kind()).isEqualTo(Loss.Kind.STALE);
            assertThat(loss.rejected()).containsExactly(3L, 4L, 5L);
            assertThat(loss.rejections()).isEqualTo(4);
        });
    }

    @Test
    void aValueThatClaspCannotReadComesBackAsNull() {
        journal.set(1, "/a", "{broken", 1L);
        assertThat(at(1)).singleElement().extracting(Loss::kind).isEqualTo(Loss.Kind.STALE);
    }

    @Test
    void aSetWithoutRevisionDoesNotComeBack() {
        journal.set(1, "/a", "1", null);
        assertThat(at(1))
                .singleElement()
                .extracting(Loss::explanation)
                .isEqualTo("It was 1 at revision 1; clasp-router comes back without it.");
    }

    @Test
    void withASnapshotTheValueComesBackAtAnotherRevision() {
        journal.snapshot(3, new Param("/a", "1", 3, "x", time(3)));
        assertThat(at(3)).singleElement().extracting(Loss::kind).isEqualTo(Loss.Kind.WRONG_REVISION);
    }

    @Test
    void whatTheSnapshotNoLongerHadComesBackFromOldEntries() {
        journal.set(1, "/gone", "1", 1L).snapshot(1);
        assertThat(at(1)).singleElement().extracting(Loss::kind).isEqualTo(Loss.Kind.EXTRA);
    }

    /// A crash point that is dragged here and there: what a step took back, rejections too, must not be counted.
    @Test
    void aDraggedCrashPointTellsTheSameAsAskingAnew() {
        Random random = new Random(7);
        for (long seq = 1; seq <= ENTRIES; seq++) {
            journal.set(seq, "/p/" + random.nextInt(6), Long.toString(seq), 1L + random.nextInt(4));
        }
        var dragged = new CrashPlan(
                new StateHistory(journal, RecoveryRule.DOCUMENTED, 40, 10_000, 16),
                new StateHistory(journal, RecoveryRule.CLASP_ROUTER, 40, 10_000, 16));
        long seq = ENTRIES;
        for (int move = 0; move < MOVES; move++) {
            seq = random.nextInt(8) == 0
                    ? 1 + random.nextInt(ENTRIES)
                    : Math.clamp(seq + random.nextInt(7) - 3, 1, ENTRIES);
            assertThat(dragged.at(seq, Progress.NONE, Cancellation.none()))
                    .as("seq %s after %s moves", seq, move)
                    .isEqualTo(at(seq));
        }
    }

    private List<Loss> at(long seq) {
        return new CrashPlan(journal).at(seq, Progress.NONE, Cancellation.none());
    }
}
