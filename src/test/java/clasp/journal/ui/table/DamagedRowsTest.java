package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file that has lost entries in its middle: the table goes around them, and says so to whoever asks for one of them.
class DamagedRowsTest {
    private static final long LAST_BEFORE = 1_989;
    private static final long FIRST_BEHIND = 2_031;

    private final TableFixture fixture =
            TableFixture.direct(new SyntheticJournal(1, 5_000).damaged(LAST_BEFORE + 1, FIRST_BEHIND - 1));
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void listen() {
        fixture.table.onRemark(said::add);
    }

    @Test
    void whoeverGoesToAnEntryThatCannotBeReadComesToTheNextOneAndIsTold() {
        fixture.table.goToSeq(3);
        for (String lost : new String[] {"1,990", "2000", "2030"}) {
            assertThat(fixture.table.goTo(lost)).isEmpty();
            assertThat(fixture.selectedOnScreen()).containsExactly(FIRST_BEHIND);
            assertThat(said.getLast())
                    .isEqualTo("At " + lost
                            + " the file is damaged and cannot be read: this is the next row after it that can.");
            assertThat(fixture.seqs())
                    .containsSubsequence(LAST_BEFORE - 1, LAST_BEFORE, FIRST_BEHIND, FIRST_BEHIND + 1);
            fixture.table.goToSeq(3);
        }
        assertThat(fixture.table.notice().get()).isEqualTo(TableNotice.NONE);
    }

    @Test
    void timeLeadsThereToo() {
        long micros = SyntheticJournal.madeUp(2_000).timestampMicros();
        fixture.table.goTo(micros + " µs");
        assertThat(fixture.selectedOnScreen()).containsExactly(FIRST_BEHIND);
        assertThat(said.getLast()).startsWith("At " + micros + " µs the file is damaged");
    }

    @Test
    void whereNothingBehindItCanBeReadTheLastRowIsSaidToBeThatWhichCan() {
        var journal = new SyntheticJournal(1, 5_000).damaged(4_000, 5_000);
        TableFixture cut = TableFixture.direct(journal);
        cut.table.onRemark(said::add);
        cut.table.goToSeq(3_990);
        cut.table.goTo("4500");
        assertThat(said.getLast()).startsWith("At 4500 nothing can be read");
        assertThat(cut.selectedOnScreen()).containsExactly(3_999L);
    }

    @Test
    void ofItsNeighboursNothingIsSaid() {
        fixture.table.goTo("2000");
        for (long seq : new long[] {LAST_BEFORE, FIRST_BEHIND}) {
            fixture.table.goTo(Long.toString(seq));
            assertThat(fixture.selectedOnScreen()).containsExactly(seq);
            assertThat(said.getLast()).isEmpty();
        }
    }

    @Test
    void scrollingGoesOnBehindIt() {
        fixture.table.goToSeq(LAST_BEFORE - 30);
        scroll(1, 60);
        assertThat(fixture.seqs()).containsExactlyElementsOf(readable(fixture.topSeq(), TableFixture.VISIBLE));
        assertThat(fixture.bottomSeq()).isGreaterThan(FIRST_BEHIND);
        fixture.table.goToSeq(5_000);
        fixture.table.goToSeq(FIRST_BEHIND + 30);
        scroll(-1, 60);
        assertThat(fixture.seqs()).containsExactlyElementsOf(readable(fixture.topSeq(), TableFixture.VISIBLE));
        assertThat(fixture.topSeq()).isLessThan(LAST_BEFORE);
    }

    @Test
    void aFilterFindsWhatLiesBehindItHoweverFarAway() {
        fixture.query("seq:1000 or seq:3000");
        assertThat(fixture.seqs()).startsWith(1_000L, 3_000L);
        assertThat(fixture.table.notice().get()).isEqualTo(TableNotice.NONE);
        fixture.query("seq:3000");
        assertThat(fixture.seqs()).startsWith(3_000L);
        assertThat(fixture.table.notice().get()).isEqualTo(TableNotice.NONE);
    }

    /// Others may have been among what is lost.
    @Test
    void whereAFilterFindsNothingBehindItThatIsNoEnd() {
        fixture.query("seq:1000 or seq:1500");
        assertThat(fixture.seqs()).startsWith(1_000L, 1_500L);
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.Failed.class);
    }

    @Test
    void whereAFilterFindsNothingButItThatIsSaid() {
        fixture.query("seq:2000");
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.Failed.class);
        fixture.table.retry();
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.Failed.class);
    }

    @Test
    void whereNothingBehindItCanBeReadThatIsSaid() {
        TableFixture cut = TableFixture.direct(new SyntheticJournal(1, 5_000).damaged(4_000, 5_000));
        cut.table.goTo("4500");
        assertThat(cut.table.notice().get()).isInstanceOf(TableNotice.Failed.class);
    }

    @Test
    void whatIsAddedBehindItIsCounted() {
        var grown = new SyntheticJournal(1, 1_000);
        TableFixture recorded = TableFixture.direct(grown);
        assertThat(recorded.table.statusText().get()).isEqualTo("1,000 entries");
        grown.damaged(1_101, 1_140);
        grown.grow(500);
        recorded.refresh();
        assertThat(recorded.table.statusText().get())
                .as("those that can be read")
                .isEqualTo("1,460 entries");
        grown.grow(40);
        recorded.refresh();
        assertThat(recorded.table.statusText().get()).isEqualTo("1,500 entries");
    }

    private void scroll(int rows, int times) {
        for (int i = 0; i < times; i++) {
            fixture.table.scrollBy(rows);
        }
    }

    private static List<Long> readable(long from, int count) {
        return LongStream.iterate(from, seq -> seq + 1)
                .filter(seq -> seq <= LAST_BEFORE || seq >= FIRST_BEHIND)
                .limit(count)
                .boxed()
                .toList();
    }
}
