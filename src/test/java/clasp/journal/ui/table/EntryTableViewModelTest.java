package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.table.TableSelection.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EntryTableViewModelTest {
    private static final long TEN_MILLION = 10_000_000;

    private static Long[] range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
    }

    @Test
    void whileItIsFollowedTheEndStaysInSightWhenThereIsRoomForFewerRowsOrMore() {
        TableFixture fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.browsing.follow().set(true);
        fixture.table.goToSeq(1_000);
        fixture.browsing.follow().set(true);

        fixture.table.setVisibleRows(5);
        assertThat(fixture.seqs()).containsExactly(996L, 997L, 998L, 999L, 1_000L);

        fixture.table.setVisibleRows(7);
        assertThat(fixture.seqs()).hasSize(7).endsWith(1_000L);
    }

    @Test
    void theFirstPageShowsBeforeTheCountIsKnown() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, TEN_MILLION));
        assertThat(fixture.seqs()).containsOnly(-1L);
        fixture.background.runNext();
        fixture.background.runNext();
        assertThat(fixture.seqs()).containsExactly(range(1, 20));
        assertThat(fixture.table.statusText().get()).startsWith("about 10,000,000 entries · counting");
        fixture.background.runAll();
        assertThat(fixture.table.statusText().get()).isEqualTo("10,000,000 entries");
    }

    @Test
    void theThumbReachesEveryRowOfTenMillion() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, TEN_MILLION));
        fixture.table.scrollToRow(7_654_321);
        assertThat(fixture.seqs()).containsExactly(range(7_654_322, 7_654_341));
        assertThat(fixture.table.topRow().get()).isEqualTo(7_654_321);
        fixture.table.scrollToRow(TEN_MILLION);
        assertThat(fixture.bottomSeq()).isEqualTo(TEN_MILLION);
        assertThat(fixture.table.topRow().get()).isEqualTo(TEN_MILLION - TableFixture.VISIBLE);
        fixture.table.scrollToRow(0);
        assertThat(fixture.topSeq()).isEqualTo(1);
    }

    @Test
    void scrollingRowByRowAcrossPageEdgesLeavesNothingOut() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 3_000));
        for (long top = 1; top <= 3_000 - TableFixture.VISIBLE; top++) {
            assertThat(fixture.seqs()).containsExactly(range(top, top + TableFixture.VISIBLE - 1));
            fixture.table.scrollBy(1);
        }
        for (long top = 3_000 - TableFixture.VISIBLE + 1; top > 1; top--) {
            assertThat(fixture.topSeq()).isEqualTo(top);
            fixture.table.scrollBy(-1);
        }
        fixture.table.scrollBy(-1);
        assertThat(fixture.topSeq()).isEqualTo(1);
    }

    @Test
    void movingFasterThanPagesArriveShowsEmptyLinesAndThenTheRows() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, TEN_MILLION));
        fixture.background.runAll();
        fixture.table.scrollBy(250);
        assertThat(fixture.seqs()).startsWith(251L).endsWith(270L);
        fixture.table.scrollBy(250);
        fixture.table.scrollBy(100);
        assertThat(fixture.browsing.busy().get()).isTrue();
        fixture.background.runAll();
        assertThat(fixture.seqs()).containsExactly(range(601, 620));
        assertThat(fixture.browsing.busy().get()).isFalse();
    }

    @Test
    void aMovementFarBeyondTheLoadedRowsIsAJump() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, TEN_MILLION));
        fixture.table.scrollBy(5_000_000);
        assertThat(fixture.topSeq()).isEqualTo(5_000_001);
        fixture.table.scrollBy(-4_000_000);
        assertThat(fixture.topSeq()).isEqualTo(1_000_001);
    }

    @Test
    void aJumpThatTakesLongLeavesEmptyLinesInsteadOfRowsOfAnotherPlace() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, TEN_MILLION));
        fixture.background.runAll();
        fixture.table.scrollToRow(5_000_000);
        assertThat(fixture.topSeq()).isEqualTo(1);
        fixture.later.advance(TableScreen.PATIENCE);
        assertThat(fixture.seqs()).containsOnly(0L);
        fixture.background.runAll();
        assertThat(fixture.topSeq()).isEqualTo(5_000_001);
    }

    @Test
    void aDraggedThumbShowsRowsOnItsWayAndThoseOfItsLastPlaceInTheEnd() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, TEN_MILLION));
        fixture.background.runAll();
        for (int step = 1; step <= 9; step++) {
            fixture.table.scrollToRow(step * 1_000_000L);
        }
        fixture.background.runNext();
        assertThat(fixture.topSeq()).isEqualTo(1_000_001);
        assertThat(fixture.table.topRow().get()).isEqualTo(9_000_000);
        fixture.background.runAll();
        assertThat(fixture.topSeq()).isEqualTo(9_000_001);
    }

    @Test
    void rowsOfAnOlderPlaceNeverReplaceThoseOfANewer() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, TEN_MILLION));
        fixture.background.runAll();
        fixture.table.scrollToRow(1_000_000);
        fixture.table.scrollToRow(2_000_000);
        fixture.background.runLast();
        assertThat(fixture.topSeq()).isEqualTo(2_000_001);
        fixture.background.runAll();
        assertThat(fixture.topSeq()).isEqualTo(2_000_001);
    }

    @Test
    void pagesBesideRowsOnTheWayNeverStandBesideThoseOfTheLastPlace() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, TEN_MILLION));
        fixture.background.runAll();
        fixture.table.scrollToRow(1_000_000);
        fixture.table.scrollToRow(2_000_000);
        fixture.background.runNext();
        assertThat(fixture.topSeq()).isEqualTo(1_000_001);
        fixture.background.runNext();
        assertThat(fixture.topSeq()).isEqualTo(2_000_001);
        fixture.background.runAll();
        fixture.table.scrollBy(-100);
        assertThat(fixture.seqs()).containsExactly(range(1_999_901, 1_999_920));
        fixture.table.scrollBy(200);
        assertThat(fixture.seqs()).containsExactly(range(2_000_101, 2_000_120));
    }

    @Test
    void pageUpAndDownKeepOneRowInSight() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.table.move(1, Mode.ONLY);
        fixture.table.movePages(1, Mode.ONLY);
        assertThat(fixture.browsing.selected().get().seq()).isEqualTo(20);
        fixture.table.movePages(1, Mode.ONLY);
        assertThat(fixture.browsing.selected().get().seq()).isEqualTo(39);
        assertThat(fixture.topSeq()).isEqualTo(20);
        fixture.table.movePages(-2, Mode.ONLY);
        assertThat(fixture.topSeq()).isEqualTo(1);
    }

    @Test
    void homeAndEndSelectTheFirstAndTheLastMatch() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, TEN_MILLION));
        fixture.table.goToEnd(Mode.ONLY);
        assertThat(fixture.browsing.selected().get().seq()).isEqualTo(TEN_MILLION);
        assertThat(fixture.bottomSeq()).isEqualTo(TEN_MILLION);
        fixture.table.goToStart(Mode.EXTEND);
        assertThat(fixture.selectedOnScreen()).containsExactly(range(1, 20));
        assertThat(fixture.table.statusText().get()).endsWith("10,000,000 selected");
    }

    /// A table that is as high as its rows would be higher than a number can say from 135 million on.
    @Test
    void moreRowsThanAnIntCanCountAreReachedOneByOne() {
        long entries = 3_000_000_000L;
        var fixture = TableFixture.direct(new SyntheticJournal(1, entries));
        fixture.table.scrollToRow(entries);
        assertThat(fixture.bottomSeq()).isEqualTo(entries);
        fixture.table.scrollBy(-1);
        assertThat(fixture.bottomSeq()).isEqualTo(entries - 1);
        fixture.table.scrollToRow(2_500_000_000L);
        assertThat(fixture.topSeq()).isEqualTo(2_500_000_001L);
        assertThat(fixture.table.statusText().get()).startsWith("3,000,000,000 entries");
    }

    @Test
    void everythingIsSelectedAtOnce() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 100_000_000));
        fixture.table.selectAll();
        assertThat(fixture.selectedOnScreen()).hasSize(TableFixture.VISIBLE);
        assertThat(fixture.table.statusText().get()).endsWith("100,000,000 selected");
    }

    @Test
    void clicksSelectToggleAndExtend() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.table.click(fixture.table.lines().get(2), Mode.ONLY);
        fixture.table.click(fixture.table.lines().get(5), Mode.EXTEND);
        assertThat(fixture.selectedOnScreen()).containsExactly(3L, 4L, 5L, 6L);
        fixture.table.click(fixture.table.lines().get(3), Mode.TOGGLE);
        assertThat(fixture.selectedOnScreen()).containsExactly(3L, 5L, 6L);
        fixture.table.click(fixture.table.lines().get(9), Mode.ADD);
        assertThat(fixture.selectedOnScreen()).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        fixture.table.click(fixture.table.lines().get(0), Mode.ONLY);
        assertThat(fixture.selectedOnScreen()).containsExactly(1L);
    }

    @Test
    void arrowsMoveTheSelectionAndTheScreenWithIt() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        for (int i = 0; i < 25; i++) {
            fixture.table.move(1, Mode.ONLY);
        }
        assertThat(fixture.browsing.selected().get().seq()).isEqualTo(25);
        assertThat(fixture.bottomSeq()).isEqualTo(25);
        fixture.table.move(-1, Mode.EXTEND);
        assertThat(fixture.selectedOnScreen()).containsExactly(24L, 25L);
    }

    @Test
    void anArrowBringsASelectedRowBackThatWasScrolledFarAway() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, TEN_MILLION));
        fixture.table.move(1, Mode.ONLY);
        fixture.table.scrollToRow(5_000_000);
        fixture.table.move(1, Mode.ONLY);
        assertThat(fixture.seqs()).contains(1L);
    }

    @Test
    void revealShowsTheEntryOrTheNextMatch() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, TEN_MILLION));
        fixture.browsing.reveal(4_000_000);
        assertThat(fixture.selectedOnScreen()).containsExactly(4_000_000L);
        fixture.table.goToSeq(TEN_MILLION + 5);
        assertThat(fixture.selectedOnScreen()).containsExactly(TEN_MILLION);
    }

    @Test
    void goToTimeShowsTheFirstEntryAtOrAfterIt() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 5_000));
        fixture.table.goToTime(SyntheticJournal.madeUp(3_000).timestampMicros() - 1);
        assertThat(fixture.selectedOnScreen()).containsExactly(3_000L);
        fixture.table.goToTime(-1L);
        assertThat(fixture.selectedOnScreen()).containsExactly(5_000L);
    }

    @Test
    void aTypedPlaceBeyondTheRowsLeadsToTheNearestAndSaysSo() {
        var fixture = TableFixture.direct(new SyntheticJournal(10, 5_000));
        List<String> said = new ArrayList<>();
        fixture.table.onRemark(said::add);
        assertThat(fixture.table.goTo("99,999")).isEmpty();
        assertThat(fixture.selectedOnScreen()).containsExactly(5_000L);
        assertThat(said).containsExactly("Nothing is listed at or after 99,999: this is the last row.");
        fixture.table.goTo("3");
        assertThat(fixture.selectedOnScreen()).containsExactly(10L);
        assertThat(said.getLast()).isEqualTo("Nothing is listed at or before 3: this is the first row.");
        fixture.table.goTo("2200-01-01");
        assertThat(fixture.selectedOnScreen()).containsExactly(5_000L);
        assertThat(said.getLast()).isEqualTo("Nothing is listed at or after 2200-01-01: this is the last row.");
        fixture.table.goTo("1970-01-02 00:00");
        assertThat(fixture.selectedOnScreen()).containsExactly(10L);
        assertThat(said.getLast()).isEqualTo("Nothing is listed at or before 1970-01-02 00:00: this is the first row.");
        fixture.table.goTo("400");
        assertThat(said.getLast()).isEmpty();
    }

    @Test
    void aTypedSeqThatTheFilterLeavesOutIsSaidToBeElsewhere() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 5_000));
        fixture.query("-seq:11..199");
        List<String> said = new ArrayList<>();
        fixture.table.onRemark(said::add);
        fixture.table.goTo("42");
        assertThat(fixture.selectedOnScreen()).containsExactly(200L);
        assertThat(said).containsExactly("Seq 42 is not listed: this is the next row after it.");
    }

    @Test
    void timesCanCountFromTheFirstOrTheSelectedEntry() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.browsing.timeDisplay().set(TimeDisplay.SINCE_FIRST);
        assertThat(fixture.table.lines().get(3).shown().get().time()).isEqualTo("+0.000300");
        fixture.browsing.timeDisplay().set(TimeDisplay.SINCE_SELECTED);
        fixture.table.click(fixture.table.lines().get(3), Mode.ONLY);
        assertThat(fixture.table.lines().get(0).shown().get().time()).isEqualTo("\u22120.000300");
        assertThat(fixture.table.lines().get(4).shown().get().delta()).isEqualTo("+100 µs");
    }

    @Test
    void visibleTimeIsThatOfTheRowsOnScreen() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        var visible = fixture.browsing.visibleTime().get();
        assertThat(visible.fromMicros()).isEqualTo(SyntheticJournal.madeUp(1).timestampMicros());
        assertThat(visible.toMicros()).isEqualTo(SyntheticJournal.madeUp(20).timestampMicros());
    }

    @Test
    void memoryStaysBoundedOnALongWay() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 60_000));
        for (int i = 0; i < 3_000; i++) {
            fixture.table.scrollBy(TableFixture.VISIBLE);
        }
        assertThat(fixture.bottomSeq()).isEqualTo(60_000);
        assertThat(fixture.table.loadedRows()).isLessThanOrEqualTo(RowWindow.CAPACITY);
    }

    @Test
    void whatWasCopiedIsSaid() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 5_000));
        List<String> said = new ArrayList<>();
        fixture.table.onRemark(said::add);
        fixture.table.click(fixture.table.lines().get(0), Mode.ONLY);
        fixture.table.copyRows(RowCopier.Format.TEXT, text -> {});
        assertThat(said).containsExactly("", "One row was copied.");
        fixture.table.selectAll();
        fixture.table.copyRows(RowCopier.Format.TEXT, text -> {});
        assertThat(said.getLast()).isEqualTo("5,000 rows were copied.");
        fixture.table
                .copying()
                .cell(EntryColumn.ADDRESS, fixture.table.lines().get(0).shown().get(), text -> {});
        assertThat(said.getLast()).isEqualTo("Copied.");
    }

    /// The clipboard keeps what it has.
    @Test
    void whereNothingIsSelectedNothingIsCopied() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 5_000));
        List<String> said = new ArrayList<>();
        fixture.table.onRemark(said::add);
        fixture.table.copyRows(RowCopier.Format.TEXT, text -> said.add("copied"));
        assertThat(said).containsExactly("", "No row is selected, so nothing was copied.");
    }

    @Test
    void whereTooManyAreSelectedTheCopyBeforeIsNotSaidAnyMore() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, TableCopying.MAX_ROWS + 1));
        List<String> said = new ArrayList<>();
        fixture.table.onRemark(said::add);
        fixture.table.click(fixture.table.lines().get(0), Mode.ONLY);
        fixture.table.copyRows(RowCopier.Format.TEXT, text -> {});
        fixture.table.selectAll();
        fixture.table.copyRows(RowCopier.Format.TEXT, text -> {});
        assertThat(fixture.unhandled).singleElement().asString().contains("More than 100,000 rows are selected");
        assertThat(said.getLast()).isEmpty();
    }
}
