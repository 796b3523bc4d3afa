package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A journal in which other entries stand under the same seqs than before, as after a backup was restored or revisions
/// were numbered anew.
class RewrittenJournalTest {
    private String author = "before";
    private final SyntheticJournal journal = new SyntheticJournal(1, 100_000, this::entry);

    private Entry entry(long seq) {
        Entry made = SyntheticJournal.madeUp(seq);
        return new Entry(
                seq,
                made.timestampMicros(),
                author,
                made.address(),
                made.signalType(),
                made.valueJson(),
                made.revision(),
                made.msgType());
    }

    private void rewrite(TableFixture fixture) {
        author = "after";
        journal.rewrite();
        fixture.refresh();
    }

    private static List<String> authors(TableFixture fixture) {
        return fixture.table.lines().stream()
                .map(line -> line.shown().get().row().entry().author())
                .distinct()
                .toList();
    }

    @Test
    void showsWhatStandsThereNowAtTheSamePlace() {
        TableFixture fixture = TableFixture.direct(journal);
        fixture.table.goToSeq(50_000);
        List<Long> seqs = fixture.seqs();

        rewrite(fixture);

        assertThat(authors(fixture)).containsExactly("after");
        assertThat(fixture.seqs()).isEqualTo(seqs);
        fixture.table.scrollBy(100);
        assertThat(authors(fixture)).containsExactly("after");
    }

    @Test
    void keepsTheSelectionAndShowsTheSelectedEntryAsItIsNow() {
        TableFixture fixture = TableFixture.direct(journal);
        fixture.table.goToSeq(50_000);
        fixture.table.move(2, TableSelection.Mode.EXTEND);

        rewrite(fixture);

        assertThat(fixture.selectedOnScreen()).containsExactly(50_000L, 50_001L, 50_002L);
        assertThat(fixture.browsing.selected().get())
                .isNotNull()
                .extracting(Entry::seq, Entry::author)
                .containsExactly(50_002L, "after");
    }

    @Test
    void countsAnewWhatMatchesTheFilter() {
        TableFixture fixture = TableFixture.direct(journal);
        fixture.query("author:before");
        assertThat(fixture.table.rowCount().get()).isEqualTo(100_000);

        rewrite(fixture);

        assertThat(fixture.table.rowCount().get()).isZero();
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.NoMatch.class);
    }

    @Test
    void keepsTheRowsOnScreenUntilTheNewOnesAreRead() {
        TableFixture fixture = TableFixture.waiting(journal);
        fixture.background.runAll();

        rewrite(fixture);

        assertThat(authors(fixture)).containsExactly("before");
        fixture.background.runAll();
        assertThat(authors(fixture)).containsExactly("after");
    }

    @Test
    void followsItsEndIfItWasFollowed() {
        TableFixture fixture = TableFixture.direct(journal);
        fixture.browsing.follow().set(true);

        rewrite(fixture);

        assertThat(authors(fixture)).containsExactly("after");
        assertThat(fixture.bottomSeq()).isEqualTo(100_000);
    }
}
