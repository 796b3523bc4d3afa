package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.Query;
import clasp.journal.ui.table.TableSelection.Mode;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens when answers come late, and when the journal moves on meanwhile.
class EntryTableRaceTest {
    private static Long[] range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
    }

    @Test
    void rowsOfAnOlderQueryNeverShow() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 1_000));
        fixture.background.runAll();
        fixture.query("type:param");
        fixture.query("type:event");
        while (fixture.background.queued() > 0) {
            fixture.background.runNext();
            boolean event = fixture.seqs().stream().allMatch(seq -> seq % 10 == 0);
            assertThat(event || fixture.topSeq() == 1 && fixture.seqs().contains(10L))
                    .as("old rows or new ones, never those in between: %s", fixture.seqs())
                    .isTrue();
        }
        assertThat(fixture.seqs()).startsWith(10L, 20L, 30L);
    }

    /// Two guards see to that, a task that is cancelled and the number of a jump; without both, half of the seeds fail.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void inWhateverOrderAnswersComeOlderRowsNeverTakeThePlaceOfNewerOnes(int seed) {
        var random = new Random(seed);
        var fixture = TableFixture.late(new SyntheticJournal(1, 1_000));
        fixture.query("author:author-0");
        // Each entry has the author of its seq's remainder: rows tell which query they answer.
        int asked = 0;
        int shown = -1;
        while (asked < 6 || fixture.background.queued() + fixture.screen.queued() > 0) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    if (asked < 6) {
                        fixture.query("author:author-" + ++asked);
                    }
                }
                case 1, 2 -> {
                    if (fixture.background.queued() > 0) {
                        fixture.background.runAny(random);
                    }
                }
                default -> {
                    if (fixture.screen.queued() > 0) {
                        fixture.screen.runAny(random);
                    }
                }
            }
            List<Integer> answered = fixture.seqs().stream()
                    .filter(seq -> seq > 0)
                    .map(seq -> (int) (seq % 7))
                    .distinct()
                    .toList();
            assertThat(answered).as("rows of one query").hasSizeLessThanOrEqualTo(1);
            for (int query : answered) {
                assertThat(query).as("the query whose rows are shown").isIn(shown, asked);
                shown = query;
            }
        }
        assertThat(shown).isEqualTo(6);
        assertThat(fixture.seqs()).startsWith(6L, 13L, 20L);
        assertThat(fixture.table.statusText().get()).startsWith("143 of 1,000 entries");
    }

    @Test
    void rowsOfTheOldQueryAreDimmedOnlyWhenTheNewOnesTakeTime() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 1_000));
        fixture.background.runAll();
        fixture.query("type:event");
        assertThat(fixture.table.stale().get()).isFalse();
        fixture.later.advance(TableScreen.PATIENCE);
        assertThat(fixture.table.stale().get()).isTrue();
        assertThat(fixture.table.statusText().get())
                .as("none of those on screen matches")
                .startsWith("0 or more of 1,000 entries");
        fixture.table.click(fixture.table.lines().get(0), Mode.ONLY);
        assertThat(fixture.browsing.selected().get()).isNull();
        fixture.background.runAll();
        assertThat(fixture.table.stale().get()).isFalse();
        assertThat(fixture.topSeq()).isEqualTo(10);
    }

    @Test
    void aFilterKeepsTheSelectedRowWhereItStood() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 100_000));
        fixture.table.scrollToRow(49_995);
        fixture.table.click(fixture.table.lines().get(4), Mode.ONLY);
        assertThat(fixture.browsing.selected().get().seq()).isEqualTo(50_000);
        fixture.query("type:event");
        assertThat(fixture.seqs().get(4)).isEqualTo(50_000);
        fixture.query("");
        assertThat(fixture.seqs()).containsExactly(range(49_996, 50_015));
    }

    @Test
    void aRangeDoesNotGrowWhenTheFilterGoes() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.query("type:event");
        fixture.table.click(fixture.table.lines().get(0), Mode.ONLY);
        fixture.table.click(fixture.table.lines().get(3), Mode.EXTEND);
        assertThat(fixture.selectedOnScreen()).containsExactly(10L, 20L, 30L, 40L);
        fixture.query("");
        assertThat(fixture.selectedOnScreen()).containsExactly(40L);
    }

    @Test
    void growthAtTheEndIsCountedAndCanBeScrolledTo() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.table.scrollToRow(1_000);
        assertThat(fixture.bottomSeq()).isEqualTo(1_000);
        fixture.journal.grow(500);
        fixture.refresh();
        assertThat(fixture.bottomSeq()).isEqualTo(1_000);
        assertThat(fixture.table.statusText().get()).startsWith("1,500 entries");
        fixture.table.scrollBy(10_000);
        assertThat(fixture.bottomSeq()).isEqualTo(1_500);
    }

    @Test
    void growthWhileAPageIsOnItsWayIsNotMissed() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 100));
        fixture.background.runAll();
        fixture.journal.grow(10);
        fixture.refresh();
        fixture.journal.grow(10);
        fixture.background.runNext();
        fixture.refresh();
        fixture.background.runAll();
        fixture.table.scrollBy(1_000);
        assertThat(fixture.bottomSeq()).isEqualTo(120);
        assertThat(fixture.table.statusText().get()).startsWith("120 entries");
    }

    @Test
    void followKeepsTheNewestRowAtTheBottomUntilScrolledUp() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.browsing.follow().set(true);
        for (int i = 1; i <= 50; i++) {
            fixture.journal.grow(777);
            fixture.refresh();
            assertThat(fixture.bottomSeq()).isEqualTo(1_000 + 777 * i);
        }
        fixture.table.scrollBy(-1);
        assertThat(fixture.browsing.follow().get()).isFalse();
        long top = fixture.topSeq();
        fixture.journal.grow(777);
        fixture.refresh();
        assertThat(fixture.topSeq()).isEqualTo(top);
    }

    @Test
    void followShowsNewMatchesOnly() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.query("type:event");
        fixture.browsing.follow().set(true);
        fixture.journal.grow(5);
        fixture.refresh();
        assertThat(fixture.bottomSeq()).isEqualTo(1_000);
        fixture.journal.grow(5);
        fixture.refresh();
        assertThat(fixture.bottomSeq()).isEqualTo(1_010);
        assertThat(fixture.table.statusText().get()).startsWith("101 of 1,010 entries");
    }

    @Test
    void entriesThatLeaveTheRingLeaveTheTable() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.journal.evictBelow(500);
        fixture.journal.grow(499);
        fixture.refresh();
        assertThat(fixture.seqs()).containsExactly(range(500, 519));
        assertThat(fixture.table.statusText().get()).startsWith("1,000 entries");
        fixture.table.scrollBy(-100);
        assertThat(fixture.topSeq()).isEqualTo(500);
    }

    @Test
    void aPageFromBeforeAnEvictionBringsNothingBack() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 10_000));
        fixture.background.runAll();
        fixture.table.scrollToRow(300);
        fixture.background.runNext();
        var page = fixture.background;
        fixture.journal.evictBelow(290);
        page.runAll();
        fixture.refresh();
        page.runAll();
        fixture.table.scrollBy(-1_000);
        page.runAll();
        assertThat(fixture.topSeq()).isEqualTo(290);
    }

    @Test
    void aJournalThatWasEmptyShowsItsFirstEntries() {
        var fixture = TableFixture.direct(new SyntheticJournal(0, 0));
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.EmptyJournal.class);
        fixture.journal.grow(3);
        fixture.refresh();
        assertThat(fixture.seqs()).startsWith(1L, 2L, 3L, -1L);
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.None.class);
    }

    @Test
    void withoutAnyMatchTheTableSaysSoUntilOneComes() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 9));
        fixture.query("type:event");
        assertThat(fixture.table.notice().get()).isEqualTo(new TableNotice.NoMatch("type:event"));
        fixture.journal.grow(2);
        fixture.refresh();
        assertThat(fixture.seqs()).startsWith(10L, -1L);
    }

    @Test
    void aFailureIsSaidAndTriedAgain() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 1_000));
        fixture.journal.setFailing(true);
        fixture.query("type:event");
        assertThat(fixture.seqs()).containsOnly(-1L);
        assertThat(fixture.table.notice().get())
                .isInstanceOfSatisfying(
                        TableNotice.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains("its disk is gone"));
        assertThat(fixture.browsing.busy().get()).isFalse();
        fixture.journal.setFailing(false);
        fixture.table.retry();
        assertThat(fixture.topSeq()).isEqualTo(10);
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.None.class);
        assertThat(fixture.table.statusText().get()).startsWith("100 of 1,000 entries");
    }

    /// As beside a damaged part of a file: elsewhere nothing is wrong, and what is said there would hide rows.
    @Test
    void thatRowsCouldNotBeLoadedIsSaidNoLongerThanTheirPlaceIsShown() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 100_000));
        fixture.journal.setFailing(true);
        fixture.table.goToSeq(50_000);
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.Failed.class);
        fixture.journal.setFailing(false);
        fixture.table.goToSeq(90_000);
        assertThat(fixture.seqs()).contains(90_000L);
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.None.class);
    }

    @Test
    void cancellingLeavesNoRowsOfTheOldQueryAndCanBeContinued() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 1_000));
        fixture.background.runAll();
        fixture.query("type:event");
        assertThat(fixture.browsing.busy().get()).isTrue();
        fixture.browsing.cancelRunning();
        assertThat(fixture.browsing.busy().get()).isFalse();
        fixture.background.runAll();
        assertThat(fixture.table.notice().get()).isInstanceOf(TableNotice.Stopped.class);
        assertThat(fixture.seqs()).containsOnly(-1L);
        fixture.table.retry();
        fixture.background.runAll();
        assertThat(fixture.topSeq()).isEqualTo(10);
    }

    @Test
    void cancellingACountKeepsTheRows() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 1_000));
        fixture.background.runNext();
        fixture.background.runNext();
        fixture.browsing.cancelRunning();
        fixture.background.runAll();
        assertThat(fixture.topSeq()).isEqualTo(1);
        assertThat(fixture.browsing.busy().get()).isFalse();
    }

    @Test
    void aClosedTableTakesNothingInAnyMore() {
        var fixture = TableFixture.waiting(new SyntheticJournal(1, 1_000));
        fixture.table.close();
        fixture.background.runAll();
        assertThat(fixture.seqs()).containsOnly(-1L);
        assertThat(fixture.later.waiting()).isZero();
    }

    @Test
    void timesThatGoBackwardsAndThoseBeyond2To63AreMeasuredRight() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 3, seq -> entry(seq, seq == 2 ? -1L : seq)));
        assertThat(fixture.table.lines().get(1).shown().get().backwards()).isFalse();
        assertThat(fixture.table.lines().get(2).shown().get().backwards()).isTrue();
        assertThat(fixture.table.lines().get(2).shown().get().delta()).startsWith("\u2212213503982 d");
        var visible = fixture.browsing.visibleTime().get();
        assertThat(visible.fromMicros()).isEqualTo(1);
        assertThat(visible.toMicros()).isEqualTo(-1L);
    }

    @Test
    void copyingMoreThanAClipboardBearsIsRefusedInWords() {
        var fixture = TableFixture.direct(new SyntheticJournal(1, 150_000));
        var copied = new StringBuilder();
        fixture.table.click(fixture.table.lines().get(0), Mode.ONLY);
        fixture.table.click(fixture.table.lines().get(2), Mode.EXTEND);
        fixture.table.copyRows(RowCopier.Format.CSV, copied::append);
        assertThat(copied).hasToString("1,2,3");
        fixture.table.selectAll();
        fixture.table.copyRows(RowCopier.Format.CSV, copied::append);
        assertThat(copied).hasToString("1,2,3");
        assertThat(fixture.unhandled)
                .singleElement()
                .satisfies(error -> assertThat(error).hasMessageContaining("Use Export"));
        fixture.browsing.query().set(Query.parse("type:event seq:1..100"));
        fixture.table.selectAll();
        fixture.table.copyRows(RowCopier.Format.CSV, copied::append);
        assertThat(copied).hasToString("1,2,310,20,30,40,50,60,70,80,90,100");
    }

    private static Entry entry(long seq, long micros) {
        return new Entry(seq, micros, "a", "/x", "param", "1", 1L, MsgType.SET);
    }
}
