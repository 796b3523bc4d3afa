package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FramePiecesTest {
    /// Header, timestamp, and the longest payload.
    private static final int LONGEST = 4 + 8 + 65_535;

    private final FramePieces pieces = new FramePieces();

    @Test
    void piecesGiveOneFrame() {
        assertThat(pieces.add(ByteBuffer.wrap(new byte[] {1, 2}))).isTrue();
        assertThat(pieces.add(ByteBuffer.wrap(new byte[] {3}))).isTrue();

        assertThat(pieces.take()).containsExactly(1, 2, 3);
        assertThat(pieces.take()).isEmpty();
    }

    @Test
    void moreThanAnyFrameHoldsIsNotKept() {
        assertThat(pieces.add(ByteBuffer.allocate(LONGEST))).isTrue();

        assertThat(pieces.add(ByteBuffer.allocate(1))).isFalse();
    }
}
