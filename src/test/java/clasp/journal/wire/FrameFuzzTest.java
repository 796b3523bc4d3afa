package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Any bytes give a message or a [WireException], for as many frames as ten seconds allow. A longer run by hand:
/// `mvn test -Dtest=FrameFuzzTest -Dclasp.fuzz.mutations=50000000 -Dclasp.fuzz.seconds=3600 -Dclasp.fuzz.seed=7`.
class FrameFuzzTest {
    private static final long MUTATIONS = Long.getLong("clasp.fuzz.mutations", 2_000_000);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("clasp.fuzz.seconds", 10));
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 1_000;
    private static final long SEED = Long.getLong("clasp.fuzz.seed", 1);
    private static final int FEWEST_READABLE_OF_A_THOUSAND = 50;
    private static final int FEWEST_REFUSED_OF_A_THOUSAND = 50;

    private static List<byte[]> seeds() {
        return CodecTable.ofResource("codec-cases.tsv").cases().stream()
                .flatMap(line -> Stream.of(HexFormat.of().parseHex(line.hex()), LegacyFrames.write(line.read())))
                .toList();
    }

    @Test
    void anyBytesGiveAMessageOrAWireException() {
        FrameMutator mutator = new FrameMutator(seeds(), new SplittableRandom(SEED));
        long end = System.nanoTime() + TIME.toNanos();
        long readable = 0;
        long tried = 0;
        while (tried < MUTATIONS && (tried % BETWEEN_LOOKS_AT_THE_CLOCK != 0 || System.nanoTime() < end)) {
            byte[] bytes = mutator.next();
            try {
                readable += survives(bytes) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "mutation " + tried + ": " + HexFormat.of().formatHex(bytes), e);
            }
            tried++;
        }
        // Otherwise it would prove nothing: neither all refused at the header nor hardly touched.
        assertThat(readable * 1_000 / tried)
                .isBetween((long) FEWEST_READABLE_OF_A_THOUSAND, (long) 1_000 - FEWEST_REFUSED_OF_A_THOUSAND);
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
