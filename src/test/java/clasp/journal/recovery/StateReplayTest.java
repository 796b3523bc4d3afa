package clasp.journal.recovery;

import static clasp.journal.recovery.ScriptedJournal.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateReplayTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void emptyJournalHasNoParams() {
        assertThat(latest()).isEqualTo(new ReplayedState(0, null, 0, List.of()));
    }

    @Test
    void withoutSnapshotEverySetCounts() {
        journal.set(1, "/a", "1", 1L).set(2, "/b", "2", 1L).set(3, "/a", "3", 2L);

        ReplayedState state = latest();

        assertThat(state.params()).containsExactly(param(3, "/a", "3", 2), param(2, "/b", "2", 1));
        assertThat(state.baseSnapshot()).isEmpty();
        assertThat(state.setsApplied()).isEqualTo(3);
        assertThat(state.seq()).isEqualTo(3);
    }

    @Test
    void setsUpToSeqAtAreInTheSnapshotAlready() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/b", "3", 1L);
        journal.snapshot(2, param(2, "/a", "20", 2));

        ReplayedState state = latest();

        assertThat(state.params()).containsExactly(param(2, "/a", "20", 2), param(3, "/b", "3", 1));
        assertThat(state.baseSnapshot()).map(SnapshotInfo::seqAt).contains(2L);
        assertThat(state.setsApplied()).isEqualTo(1);
    }

    @Test
    void seqOrderDecidesNotRevisionAndNotTime() {
        journal.entry(new Entry(1, 900, "x", "/a", "param", "1", 8L, MsgType.SET));
        journal.entry(new Entry(2, 100, "y", "/a", "param", "2", 7L, MsgType.SET));

        assertThat(latest().params()).containsExactly(new Param("/a", "2", 7, "y", 100));
    }

    @Test
    void publishNeverMattersWhateverItsSignalType() {
        journal.set(1, "/a", "1", 1L).publish(2, "/a", "2");
        journal.entry(new Entry(3, 3, "x", "/a", "param", "3", 9L, MsgType.PUBLISH));
        journal.entry(new Entry(4, 4, "x", "/a", "param", "4", 9L, 0x121));

        assertThat(latest().params()).containsExactly(param(1, "/a", "1", 1));
    }

    @Test
    void revisionsAndTimestampsKeepAllTheir64Bits() {
        journal.entry(new Entry(1, -1L, "x", "/a", "param", "18446744073709551615", -2L, MsgType.SET));

        assertThat(latest().params()).containsExactly(new Param("/a", "18446744073709551615", -2L, "x", -1L));
    }

    @Test
    void setWithoutRevisionCountsOneUp() {
        journal.snapshot(1, param(1, "/a", "1", 41));
        journal.set(2, "/a", "2", null).set(3, "/new", "3", null);

        assertThat(latest().params()).containsExactly(param(2, "/a", "2", 42), param(3, "/new", "3", 1));
    }

    @Test
    void damagedAndRefusedSnapshotsAreNoBase() {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/a", "3", 3L);
        journal.snapshot(1, param(1, "/a", "1", 1));
        journal.snapshot(2, "It ends in the middle.", null, param(2, "/a", "damaged", 2));
        journal.snapshot(3, null, "It is nested too deep.", param(3, "/a", "refused", 3));

        ReplayedState state = latest();

        assertThat(state.baseSnapshot()).map(SnapshotInfo::id).contains(1L);
        assertThat(state.params()).containsExactly(param(3, "/a", "3", 3));
    }

    @Test
    void snapshotOutlivesEntriesThatWereCompactedAway() {
        journal.snapshot(500, param(400, "/a", "1", 7));

        ReplayedState state = latest();

        assertThat(state.seq()).isEqualTo(500);
        assertThat(state.params()).containsExactly(param(400, "/a", "1", 7));
    }

    @Test
    void stateAtASeqKnowsNothingOfWhatCameLater() {
        journal.set(1, "/a", "1", 1L)
                .set(2, "/a", "2", 2L)
                .set(3, "/a", "3", 3L)
                .set(4, "/a", "4", 4L);
        journal.snapshot(1, param(1, "/a", "1", 1)).snapshot(3, param(3, "/a", "30", 3));

        assertThat(new StateReplay(journal)
                        .at(2, Progress.NONE, Cancellation.none())
                        .params())
                .containsExactly(param(2, "/a", "2", 2));
        assertThat(new StateReplay(journal)
                        .at(3, Progress.NONE, Cancellation.none())
                        .params())
                .containsExactly(param(3, "/a", "30", 3));
    }

    @Test
    void ofAnAddressTwiceInASnapshotTheLastCounts() {
        journal.snapshot(2, param(1, "/a", "1", 1), param(2, "/a", "2", 2));

        assertThat(latest().params()).containsExactly(param(2, "/a", "2", 2));
    }

    @Test
    void cancellationStopsTheReplay() {
        journal.set(1, "/a", "1", 1L).snapshot(0, param(0, "/a", "0", 1));
        var cancelled = new Cancellation();
        cancelled.cancel();

        assertThatThrownBy(() -> new StateReplay(journal).latest(Progress.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private ReplayedState latest() {
        return new StateReplay(journal).latest(Progress.NONE, Cancellation.none());
    }

    private static Param param(long seq, String address, String valueJson, long revision) {
        return new Param(address, valueJson, revision, "author-" + seq, time(seq));
    }
}
