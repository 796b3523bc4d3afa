package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import org.junit.jupiter.api.Test;

class RowIndexTest {
    @Test
    void theRowsOfASetAreItsSeqs() {
        RowIndex index = new ExactRowIndex(SeqBitmap.of(3, 5, 100_000));

        assertThat(index.exact()).isTrue();
        assertThat(index.rows()).isEqualTo(3);
        assertThat(index.seqAt(2)).isEqualTo(100_000);
        assertThat(index.rowOf(4)).isEqualTo(1);
        assertThat(index.rowOf(Long.MAX_VALUE)).isEqualTo(3);
    }

    @Test
    void theRowsOfARangeAreItsSeqs() {
        RowIndex index = RowIndex.linear(new SeqRange(10, 19), true);

        assertThat(index.rows()).isEqualTo(10);
        assertThat(index.seqAt(9)).isEqualTo(19);
        assertThat(index.rowOf(10)).isZero();
        assertThat(index.rowOf(15)).isEqualTo(5);
        assertThat(index.rowOf(Long.MIN_VALUE)).isZero();
        assertThat(index.rowOf(Long.MAX_VALUE)).isEqualTo(10);
        assertThat(RowIndex.linear(SeqRange.NONE, true).rows()).isZero();
    }

    @Test
    void theRangeOfAllSeqsDoesNotOverflow() {
        RowIndex index = RowIndex.linear(SeqRange.ALL, false);

        assertThat(index.rows()).isEqualTo(Long.MAX_VALUE);
        assertThat(index.rowOf(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(index.rowOf(Long.MIN_VALUE)).isZero();
    }
}
