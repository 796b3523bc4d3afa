package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.store.sqlite.SeqSpans.Piece;
import clasp.journal.store.sqlite.SeqSpans.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeqSpansTest {
    private static Span span(int bucket, long first, long last) {
        return new Span(bucket, 1, new SeqRange(first, last));
    }

    private static Piece piece(int bucket, long first, long last) {
        return new Piece(bucket, new SeqRange(first, last));
    }

    @Test
    void spansThatFollowEachOtherAreOnePieceEach() {
        assertThat(SeqSpans.pieces(List.of(span(7, 1, 10), span(9, 11, 11), span(3, 20, 30))))
                .containsExactly(piece(7, 1, 10), piece(9, 11, 11), piece(3, 20, 30));
    }

    @Test
    void whereSpansOverlapNoBucketIsSure() {
        assertThat(SeqSpans.pieces(List.of(span(0, 1, 12), span(1, 10, 20), span(2, 12, 12), span(3, 15, 25))))
                .containsExactly(
                        piece(0, 1, 9),
                        piece(SeqSpans.SEVERAL, 10, 11),
                        piece(SeqSpans.SEVERAL, 12, 12),
                        piece(1, 13, 14),
                        piece(SeqSpans.SEVERAL, 15, 20),
                        piece(3, 21, 25));
    }

    @Test
    void nothingIsInNoPiece() {
        assertThat(SeqSpans.pieces(List.of())).isEmpty();
    }
}
