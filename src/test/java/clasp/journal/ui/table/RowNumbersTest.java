package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowNumbersTest {
    @Test
    void estimateSpansTheSeqs() {
        var numbers = new RowNumbers();
        numbers.estimate(new SeqRange(101, 10_000_100));
        assertThat(numbers.rows()).isEqualTo(10_000_000);
        assertThat(numbers.exact()).isFalse();
        assertThat(numbers.seqAt(5_000_000)).isEqualTo(5_000_101);
        assertThat(numbers.rowOf(5_000_101)).isEqualTo(5_000_000);
    }

    @Test
    void withoutRowsNothingIsAnywhere() {
        var numbers = new RowNumbers();
        numbers.exactly(new ListedRows());
        assertThat(numbers.rows()).isZero();
        assertThat(numbers.seqAt(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(numbers.rowOf(17)).isZero();
        assertThat(numbers.lastSeq()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void growthAndEvictionKeepEveryNumberExact() {
        var random = new Random(3);
        for (int round = 0; round < 100; round++) {
            List<Long> expected = new ArrayList<>();
            long seq = 0;
            for (int i = 0; i < 20; i++) {
                seq += 1 + random.nextInt(5);
                expected.add(seq);
            }
            var numbers = new RowNumbers();
            numbers.exactly(new ListedRows(array(expected)));
            for (int step = 0; step < 30; step++) {
                if (random.nextInt(3) == 0) {
                    long below = random.nextLong(seq + 2);
                    numbers.evictBelow(below);
                    expected.removeIf(listed -> listed < below);
                } else {
                    long[] added = new long[random.nextInt(4)];
                    for (int i = 0; i < added.length; i++) {
                        seq += 1 + random.nextInt(5);
                        added[i] = seq;
                        expected.add(seq);
                    }
                    numbers.append(added);
                }
                assertSame(numbers, expected, seq);
            }
        }
    }

    private static void assertSame(RowNumbers numbers, List<Long> expected, long last) {
        assertThat(numbers.exact()).isTrue();
        assertThat(numbers.rows()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(numbers.seqAt(row)).isEqualTo(expected.get(row));
        }
        for (long seq = 0; seq <= last + 1; seq++) {
            long probe = seq;
            assertThat(numbers.rowOf(seq))
                    .isEqualTo(
                            expected.stream().filter(listed -> listed < probe).count());
        }
    }

    private static long[] array(List<Long> seqs) {
        return seqs.stream().mapToLong(Long::longValue).toArray();
    }
}
