package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.Fuzz;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Any bytes give a message or a [WireException].
class FrameFuzzTest {
    private static final int AT_ONCE = 1_000;
    private static final int USUALLY = 2_000;
    private static final int FEWEST_READABLE_OF_A_THOUSAND = 50;
    private static final int FEWEST_REFUSED_OF_A_THOUSAND = 50;

    private static List<byte[]> seeds() {
        return CodecTable.ofResource("codec-cases.tsv").cases().stream()
                .flatMap(line -> Stream.of(HexFormat.of().parseHex(line.hex()), LegacyFrames.write(line.read())))
                .toList();
    }

    @Test
    void anyBytesGiveAMessageOrAWireException() {
        FrameMutator mutator = new FrameMutator(seeds(), new SplittableRandom(Fuzz.seed()));
        long[] readable = {0};
        long rounds = Fuzz.rounds(USUALLY, () -> {
            for (int i = 0; i < AT_ONCE; i++) {
                readable[0] += survives(mutator) ? 1 : 0;
            }
        });
        // Otherwise it would prove nothing: neither all refused at the header nor hardly touched.
        assertThat(readable[0] * 1_000 / (rounds * AT_ONCE))
                .isBetween((long) FEWEST_READABLE_OF_A_THOUSAND, (long) 1_000 - FEWEST_REFUSED_OF_A_THOUSAND);
    }

    private static boolean survives(FrameMutator mutator) {
        byte[] bytes = mutator.next();
        try {
            return survives(bytes);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(HexFormat.of().formatHex(bytes), e);
        }
    }

    /// Whether the bytes are a frame; what is read can be shown and, where it fits, written and read again.
    private static boolean survives(byte[] bytes) {
        Frame frame;
        try {
            frame = FrameReader.read(bytes);
        } catch (WireException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            assertThat(e.what()).endsWith(".");
            return false;
        }
        MessageJson.read(MessageJson.write(frame.message()));
        byte[] again;
        try {
            again = FrameWriter.write(frame.message(), frame.qos(), frame.timestampMicros());
        } catch (UnwritableMessageException e) {
            // The legacy form can say more in fewer bytes.
            assertThat(frame.encoding()).isEqualTo(Encoding.LEGACY);
            return true;
        }
        if (frame.encoding() == Encoding.BINARY) {
            assertThat(FrameReader.read(again).message()).isEqualTo(frame.message());
            assertThat(again.length + frame.unreadBytes()).isLessThanOrEqualTo(bytes.length);
        }
        return true;
    }
}
