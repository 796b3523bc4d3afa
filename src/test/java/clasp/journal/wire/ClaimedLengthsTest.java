package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a frame claims to hold costs nothing; only what it does hold. Measured is what the reading thread
/// allocates, the exception with its stack trace included.
class ClaimedLengthsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Half of what the longest claim would take, were it believed.
    private static final long MOST_BYTES = 32 << 10;

    private static final int FRAME_MAX = 0xFFFF;

    /// Until classes are loaded and nothing but the reading itself allocates.
    private static final int WARM_UP = 20;

    private static byte[] frame(String payload) {
        String digits = payload.replace(" ", "");
        return HexFormat.of().parseHex("5301" + "%04x".formatted(digits.length() / 2) + digits);
    }

    private static boolean isRefused(byte[] frame) {
        try {
            FrameReader.read(frame);
            return false;
        } catch (WireException e) {
            return true;
        }
    }

    private static long allocatedForRefusing(byte[] frame) {
        for (int count = 0; count < WARM_UP; count++) {
            assertThat(isRefused(frame)).isTrue();
        }
        long thread = Thread.currentThread().threadId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        boolean refused = isRefused(frame);
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        assertThat(refused).isTrue();
        return allocated;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        HELLO, name                | 01 01 ff ffff 61
        HELLO, token               | 01 01 ff 0001 61 ffff 61
        ANNOUNCE, namespace        | 03 ffff 61
        ANNOUNCE, signals          | 03 0001 61 ffff
        ANNOUNCE, address          | 03 0001 61 0001 ffff 61
        ANNOUNCE, datatype         | 03 0001 61 0001 0001 61 00 01 ffff 61
        ANNOUNCE, unit             | 03 0001 61 0001 0001 61 00 04 01 ffff 61
        FEDERATION, patterns       | 04 00 ffff
        FEDERATION, revisions      | 04 00 0000 ffff
        SUBSCRIBE, pattern         | 10 00000001 ffff 2f
        PUBLISH, address           | 20 20 ffff 2f
        PUBLISH, samples           | 20 40 0002 2f61 02 ffff 0000000000000000
        SET, address               | 21 00 ffff 2f
        SET, string                | 21 08 0002 2f61 ffff 61
        SET, bytes                 | 21 09 0002 2f61 ffff 00
        SET, array                 | 21 0a 0002 2f61 ffff 00
        SET, map                   | 21 0b 0002 2f61 ffff 0001 61 00
        SET, key of a map          | 21 0b 0002 2f61 0001 ffff 61
        SNAPSHOT, params           | 23 ffff 0002 2f61
        SNAPSHOT, writer           | 23 0001 0002 2f61 00 0000000000000001 01 ffff 61
        REPLAY, pattern            | 24 00 ffff 2f
        BUNDLE, messages           | 30 00 ffff
        BUNDLE, length of a message| 30 00 0001 ffff 41
        ACK, holder                | 50 08 ffff 61
        ERROR, message             | 51 0190 ffff 61
        QUERY, pattern             | 60 ffff 2f
        RESULT, signals            | 61 ffff
        """)
    void aBinaryFrameThatClaimsMuchAndHoldsLittleTakesLittle(String field, String payload) {
        assertThat(allocatedForRefusing(frame(payload))).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        map 16           | de ffff a161 c0
        map 32           | df 7fffffff a161 c0
        map 32, unsigned | df ffffffff a161 c0
        array 16         | 81 a161 dc ffff c0
        array 32         | 81 a161 dd 7fffffff c0
        array 32, unsigned | 81 a161 dd ffffffff c0
        string 8         | 81 a161 d9 ff 61
        string 16        | 81 a161 da ffff 61
        string 32        | 81 a161 db 7fffffff 61
        string 32, unsigned | 81 a161 db ffffffff 61
        bytes 8          | 81 a161 c4 ff 00
        bytes 16         | 81 a161 c5 ffff 00
        bytes 32         | 81 a161 c6 7fffffff 00
        bytes 32, unsigned | 81 a161 c6 ffffffff 00
        extension 8      | 81 a161 c7 ff 01 00
        extension 16     | 81 a161 c8 ffff 01 00
        extension 32     | 81 a161 c9 7fffffff 01 00
        key of a map     | 81 db 7fffffff 61
        """)
    void aLegacyFrameThatClaimsMuchAndHoldsLittleTakesLittle(String format, String payload) {
        assertThat(allocatedForRefusing(frame(payload))).isLessThan(MOST_BYTES);
    }

    /// Each level claims as much again.
    @Test
    void arraysInEachOtherTakeNoMoreThanTheyHold() {
        assertThat(allocatedForRefusing(frame("21 0a 0002 2f61 ffff" + "0a ffff".repeat(100))))
                .isLessThan(MOST_BYTES);
    }

    @Test
    void mapsInEachOtherTakeNoMoreThanTheyHold() {
        assertThat(allocatedForRefusing(frame("21 0b 0002 2f61 ffff 0001 61" + "0b ffff 0001 61".repeat(100))))
                .isLessThan(MOST_BYTES);
    }

    @Test
    void bundlesInEachOtherTakeNoMoreThanTheyHold() {
        assertThat(allocatedForRefusing(frame("30 00 ffff" + "0100 30 00 ffff".repeat(15) + "00".repeat(256))))
                .isLessThan(MOST_BYTES);
    }

    /// Lengths that the rest of the frame could just hold, at each of a hundred levels: none is a lie by itself.
    @Test
    void plausibleLegacyLengthsInEachOtherAreNotAddedUp() {
        String arrays = "dc f000".repeat(100);
        String payload = "81 a161" + arrays;
        String rest = "c1".repeat(FRAME_MAX - payload.replace(" ", "").length() / 2);

        assertThat(allocatedForRefusing(frame(payload + rest))).isLessThan(MOST_BYTES);
    }

    /// So that the measure is one: 60,000 nulls are there, and take their place.
    @Test
    void whatIsThereIsMeasured() {
        String payload = "21 0a 0002 2f61 ffff" + "00".repeat(60_000);

        assertThat(allocatedForRefusing(frame(payload))).isGreaterThan(MOST_BYTES);
    }
}
