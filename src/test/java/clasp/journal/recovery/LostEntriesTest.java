package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostEntriesTest {
    private final ScriptedJournal journal = new ScriptedJournal();

    /// Seqs 3 and 4 are missing: one set /a to revision 2, the other /b.
    @BeforeEach
    void aHole() {
        journal.set(1, "/a", "1", 1L)
                .set(2, "/b", "1", 1L)
                .set(5, "/c", "1", 1L)
                .set(6, "/b", "3", 3L)
                .set(7, "/a", "3", 3L);
    }

    @Test
    void nothingIsLostBeforeTheHole() {
        assertThat(at(2, 0)).isEqualTo(new LostEntries(0, 0, List.of(), List.of()));
    }

    @Test
    void afterTheHoleAParamIsStaleUntilItIsSetAgain() {
        assertThat(at(5, 0)).isEqualTo(new LostEntries(2, 3, List.of("/a", "/b"), List.of()));
        assertThat(at(6, 0)).isEqualTo(new LostEntries(2, 3, List.of("/a"), List.of("/b")));
        assertThat(at(7, 0)).isEqualTo(new LostEntries(2, 3, List.of(), List.of("/a", "/b")));
    }

    @Test
    void whatASnapshotCoversIsNotLost() {
        assertThat(at(7, 3)).isEqualTo(new LostEntries(1, 4, List.of(), List.of("/a", "/b")));
        assertThat(at(7, 4)).isEqualTo(new LostEntries(0, 0, List.of(), List.of()));
    }

    private LostEntries at(long seq, long covered) {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        return LostEntries.of(problems, covered, seq);
    }
}
