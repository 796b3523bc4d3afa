package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
    private static final String PING = "41";

    private static Frame read(String hex) {
        return FrameReader.read(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static Frame readPayload(String hex) {
        String digits = hex.replace(" ", "");
        return read("5301" + "%04x".formatted(digits.length() / 2) + digits);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        ''                      | 0 | The first byte of a frame takes 1 byte, but 0 are left.
        54                      | 0 | A frame begins with 0x53, not with 0x54.
        53                      | 1 | The set of frame flags takes 1 byte, but 0 are left.
        5301                    | 2 | The length of the message takes 2 bytes, but 0 are left.
        5301 00                 | 2 | The length of the message takes 2 bytes, but 1 is left.
        5301 0000               | 4 | The frame holds no message.
        5301 0002 41            | 4 | The message takes 2 bytes, but 1 is left.
        5301 ffff 41            | 4 | The message takes 65535 bytes, but 1 is left.
        5321 0001 ffffffffffffff| 4 | The frame's timestamp takes 8 bytes, but 7 are left.
        5311 0001 41            | 1 | The frame is encrypted, which cannot be read here.
        5309 0001 41            | 1 | The frame is compressed, which cannot be read here.
        5302 0001 41            | 1 | The frame's encoding version is 2; 0 and 1 are known.
        5307 0001 41            | 1 | The frame's encoding version is 7; 0 and 1 are known.
        """)
    void badHeadersAreRefusedWithWhatAndWhere(String hex, int offset, String what) {
        assertThatThrownBy(() -> read(hex)).isInstanceOfSatisfying(WireException.class, e -> {
            assertThat(e.what()).isEqualTo(what);
            assertThat(e.offset()).isEqualTo(offset);
            assertThat(e).hasMessage("Byte " + offset + ": " + what);
        });
    }

    /// The offsets count from the first byte of the frame, of which four are the header.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        00                               | 4  | There is no message with the code 0x00.
        7f                               | 4  | There is no message with the code 0x7F.
        22 0003 2f61                     | 7  | The address takes 3 bytes, but 2 are left.
        22 ffff 2f                       | 7  | The address takes 65535 bytes, but 1 is left.
        22 0002 c328                     | 7  | The address is not UTF-8.
        22 0003 eda080                   | 7  | The address is not UTF-8.
        22 0004 f4908080                 | 7  | The address is not UTF-8.
        21 0c 0002 2f61                  | 5  | There is no value type 12; the highest is 11.
        21 05 0002 2f61 00000000000000   | 10 | The i64 value takes 8 bytes, but 7 are left.
        21 85 0002 2f61 0000000000000000 | 18 | The revision takes 8 bytes, but 0 are left.
        21 0a 0002 2f61 ffff 00 00       | 14 | The type of a value takes 1 byte, but 0 are left.
        21 0b 0002 2f61 0001 0001        | 14 | The key takes 1 byte, but 0 are left.
        21 09 0002 2f61 ffff 00          | 12 | The bytes value takes 65535 bytes, but 1 is left.
        20 a0 0002 2f61 00               | 5  | There is no signal type 5; the highest is 4.
        20 64 0002 2f61 00               | 5  | There is no gesture phase 4; the highest is 3.
        20 20 0002 2f61 03               | 10 | There is no kind of content 3; the highest is 2.
        20 20 0002 2f61 01 0c            | 11 | There is no value type 12; the highest is 11.
        20 40 0002 2f61 02 ffff 00       | 13 | The sample takes 8 bytes, but 1 is left.
        24 00 0003 2f2a2a                | 11 | The type mask takes 1 byte, but 0 are left.
        23 ffff                          | 7  | The address takes 2 bytes, but 0 are left.
        04 05                            | 5  | There is no federation operation 5.
        30 00 ffff                       | 8  | The length of a message takes 2 bytes, but 0 are left.
        30 00 0001 0002 41               | 10 | The message in a bundle takes 2 bytes, but 1 is left.
        30 00 0001 0001 99               | 10 | There is no message with the code 0x99.
        30 00 0001 0003 220001 61        | 13 | The address takes 1 byte, but 0 are left.
        """)
    void badMessagesAreRefusedWithWhatAndWhere(String hex, int offset, String what) {
        assertThatThrownBy(() -> readPayload(hex)).isInstanceOfSatisfying(WireException.class, e -> {
            assertThat(e.what()).isEqualTo(what);
            assertThat(e.offset()).isEqualTo(offset);
        });
    }

    @Test
    void qosAndTimestampAreRead() {
        Frame frame = read("53a1 0001 ffffffffffffffff" + PING);

        assertThat(frame).isEqualTo(new Frame(Qos.COMMIT, -1L, Encoding.BINARY, new Message.Ping(), 0));
    }

    @Test
    void theReservedQosMeansFire() {
        assertThat(read("53c1 0001" + PING).qos()).isEqualTo(Qos.FIRE);
    }

    @Test
    void aBinaryMessageMayComeWithVersionZero() {
        assertThat(read("5300 0001" + PING).encoding()).isEqualTo(Encoding.BINARY);
    }

    @Test
    void bytesWithoutAMeaningAreCounted() {
        assertThat(read("5301 0001 41 ff").unreadBytes()).isEqualTo(1);
        assertThat(readPayload("41 ffff").unreadBytes()).isEqualTo(2);
        assertThat(readPayload("30 00 0001 0003 41ffff").unreadBytes()).isEqualTo(2);
    }

    @Test
    void aRateIsReadOnlyFromFourBytes() {
        assertThat(readPayload("20 40 0001 61 00 00003c"))
                .satisfies(frame ->
                        assertThat(((Message.Publish) frame.message()).rate()).isNull())
                .satisfies(frame -> assertThat(frame.unreadBytes()).isEqualTo(3));
        assertThat(readPayload("20 40 0001 61 00 0000003c"))
                .satisfies(frame ->
                        assertThat(((Message.Publish) frame.message()).rate()).isEqualTo(60));
    }

    @Test
    void aTypeMaskWithoutKnownBitsMeansAll() {
        assertThat(((Message.Replay) readPayload("24 00 0000 e0").message()).types())
                .isEmpty();
    }

    @Test
    void bundlesAreReadToTheirGreatestDepthAndNoDeeper() {
        assertThat(readPayload(nestedBundles(BundleCodec.MAX_DEPTH)).message()).isInstanceOf(Message.Bundle.class);
        assertThatThrownBy(() -> readPayload(nestedBundles(BundleCodec.MAX_DEPTH + 1)))
                .isInstanceOf(WireException.class)
                .hasMessageEndingWith("Bundles are nested deeper than 16 levels.");
    }

    @Test
    void tenThousandBundlesInEachOtherAreRefusedWithoutHarm() {
        assertThatThrownBy(() -> readPayload(nestedBundles(9_000))).isInstanceOf(WireException.class);
    }

    private static String nestedBundles(int depth) {
        StringBuilder hex = new StringBuilder(PING);
        for (int i = 0; i < depth; i++) {
            hex.insert(0, "30000001" + "%04x".formatted(hex.length() / 2));
        }
        return hex.toString();
    }
}
