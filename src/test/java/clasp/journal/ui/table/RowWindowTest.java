package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Row;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowWindowTest {
    private final RowWindow window = new RowWindow();

    private static List<EntryRow> rows(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> EntryRow.of(new Row(SyntheticJournal.madeUp(seq), false)))
                .toList();
    }

    private long topSeq() {
        return window.get(window.top()).seq();
    }

    @Test
    void theTopCannotLeaveARunThatReachesBothEnds() {
        window.setVisible(10);
        window.place(rows(1, 30), true, true, 30, 0);
        window.scrollTo(-5);
        assertThat(window.top()).isZero();
        window.scrollTo(25);
        assertThat(window.top()).isEqualTo(20);
    }

    @Test
    void fewerRowsThanTheScreenHasRoomForStayOnTop() {
        window.setVisible(10);
        window.place(rows(1, 3), true, true, 3, 2);
        assertThat(window.top()).isZero();
        assertThat(window.reaches(3)).isFalse();
    }

    @Test
    void theTopMayLieBeyondWhatIsLoaded() {
        window.setVisible(10);
        window.place(rows(100, 120), false, false, 120, 0);
        window.scrollTo(-7);
        assertThat(window.top()).isEqualTo(-7);
        assertThat(window.reaches(-7)).isTrue();
        window.prepend(rows(80, 99), false);
        assertThat(topSeq()).isEqualTo(93);
    }

    @Test
    void rowsAddedAboveLeaveTheScreenAsItIs() {
        window.setVisible(10);
        window.place(rows(100, 200), false, false, 200, 40);
        window.prepend(rows(50, 99), false);
        assertThat(topSeq()).isEqualTo(140);
    }

    @Test
    void neverHoldsMoreThanItsCapacityHoweverFarItScrollsDown() {
        window.setVisible(40);
        window.place(rows(1, 256), true, false, 256, 0);
        for (long next = 257; next < 20_000; next += 256) {
            window.scrollTo(window.size() - 40);
            long top = topSeq();
            window.append(rows(next, next + 255), false, next + 255);
            assertThat(topSeq()).isEqualTo(top);
            assertThat(window.size()).isLessThanOrEqualTo(RowWindow.CAPACITY);
        }
        assertThat(window.startReached()).isFalse();
    }

    @Test
    void neverHoldsMoreThanItsCapacityHoweverFarItScrollsUp() {
        window.setVisible(40);
        window.place(rows(20_000, 20_255), false, true, 20_255, 200);
        for (long next = 19_999; next > 1_000; next -= 256) {
            window.scrollTo(0);
            long top = topSeq();
            window.prepend(rows(next - 255, next), false);
            assertThat(topSeq()).isEqualTo(top);
            assertThat(window.size()).isLessThanOrEqualTo(RowWindow.CAPACITY);
        }
        assertThat(window.endReached()).isFalse();
        assertThat(window.searchedTo()).isEqualTo(window.last().seq());
    }

    @Test
    void evictionAboveTheScreenLeavesItAsItIs() {
        window.setVisible(10);
        window.place(rows(100, 200), false, true, 200, 40);
        window.evictBelow(120);
        assertThat(window.first().seq()).isEqualTo(120);
        assertThat(window.startReached()).isTrue();
        assertThat(topSeq()).isEqualTo(140);
    }

    @Test
    void evictionOfWhatIsOnScreenShowsTheFirstThatIsLeft() {
        window.setVisible(10);
        window.place(rows(100, 200), false, true, 200, 40);
        window.evictBelow(150);
        assertThat(topSeq()).isEqualTo(150);
        window.evictBelow(1_000);
        assertThat(window.isEmpty()).isTrue();
        assertThat(window.reaches(0)).isFalse();
    }

    @Test
    void aLargerScreenAtTheEndShowsMoreRowsAbove() {
        window.setVisible(10);
        window.place(rows(1, 100), true, true, 100, 90);
        window.setVisible(30);
        assertThat(window.top()).isEqualTo(70);
    }

    @Test
    void findsRowsBySeq() {
        window.place(List.of(rows(5, 5).getFirst(), rows(9, 9).getFirst()), true, true, 9, 0);
        assertThat(window.indexOf(5)).isZero();
        assertThat(window.indexOf(9)).isEqualTo(1);
        assertThat(window.indexOf(4)).isEqualTo(-1);
        assertThat(window.indexOf(6)).isEqualTo(-2);
        assertThat(window.indexOf(10)).isEqualTo(-3);
    }
}
