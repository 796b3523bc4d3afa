package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeqSelectionTest {
    @Test
    void rangesThatTouchBecomeOne() {
        assertThat(SeqSelection.of(1, 3).with(6, 8).with(4, 5).ranges()).containsExactly(new SeqRange(1, 8));
        assertThat(SeqSelection.of(3, 1).ranges()).containsExactly(new SeqRange(1, 3));
    }

    @Test
    void removingFromTheMiddleSplits() {
        assertThat(SeqSelection.of(1, 10).without(5).ranges()).containsExactly(new SeqRange(1, 4), new SeqRange(6, 10));
    }

    @Test
    void allSeqsFit() {
        var all = SeqSelection.of(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(all.contains(0)).isTrue();
        assertThat(all.with(5, 6)).isEqualTo(all);
        assertThat(all.without(Long.MAX_VALUE).with(Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(all);
        assertThat(all.without(Long.MIN_VALUE).contains(Long.MIN_VALUE)).isFalse();
    }

    @Test
    void agreesWithASetOfSeqsWhateverIsDone() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var expected = new BitSet();
            SeqSelection selection = SeqSelection.EMPTY;
            for (int step = 0; step < 40; step++) {
                int one = random.nextInt(60);
                int other = random.nextInt(60);
                if (random.nextBoolean()) {
                    selection = selection.toggled(one);
                    expected.flip(one);
                } else {
                    selection = selection.with(one, other);
                    expected.set(Math.min(one, other), Math.max(one, other) + 1);
                }
            }
            for (int seq = 0; seq < 61; seq++) {
                assertThat(selection.contains(seq))
                        .as("seq %d of %s", seq, selection)
                        .isEqualTo(expected.get(seq));
            }
            assertDisjoint(selection);
        }
    }

    private static void assertDisjoint(SeqSelection selection) {
        for (int i = 1; i < selection.ranges().size(); i++) {
            assertThat(selection.ranges().get(i).first())
                    .isGreaterThan(selection.ranges().get(i - 1).last() + 1);
        }
    }
}
