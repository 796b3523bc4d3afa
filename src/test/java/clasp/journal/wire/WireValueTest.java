package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireValueTest {
    private static byte[] frame(int type, String content) {
        String payload = "21%02x000161".formatted(type) + content;
        return HexFormat.of().parseHex("5341%04x".formatted(payload.length() / 2) + payload);
    }

    private static WireValue value(byte[] frame) {
        return ((Message.Set) FrameReader.read(frame).message()).value();
    }

    private static Message.Set set(WireValue value) {
        return new Message.Set("a", value, null, false, false, null);
    }

    /// Type and content on the wire, and the JSON that a journal stores.
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
        0  | ''                         | null
        1  | 00                         | false
        1  | 01                         | true
        2  | 80                         | -128
        2  | 7f                         | 127
        3  | 8000                       | -32768
        3  | 7fff                       | 32767
        4  | 80000000                   | -2147483648
        4  | 7fffffff                   | 2147483647
        5  | 8000000000000000           | -9223372036854775808
        5  | 7fffffffffffffff           | 9223372036854775807
        5  | 0020000000000001           | 9007199254740993
        6  | 3dcccccd                   | 0.10000000149011612
        6  | 00000001                   | 1.401298464324817e-45
        6  | 80000000                   | -0.0
        6  | 7f7fffff                   | 3.4028234663852886e38
        6  | 7fc00000                   | null
        6  | ff800000                   | null
        7  | 3fb999999999999a           | 0.1
        7  | 0000000000000001           | 5e-324
        7  | 8000000000000000           | -0.0
        7  | 7fefffffffffffff           | 1.7976931348623157e308
        7  | 7ff0000000000000           | null
        8  | 0000                       | '""'
        8  | 0004f09f8e9b               | '"🎛"'
        9  | 0000                       | []
        9  | 00030080ff                 | [0,128,255]
        10 | 0003 00 0201 0601000000    | [null,1,2.350988701644575e-38]
        11 | 0002 0001 62 00 0001 61 00 | '{"b":null,"a":null}'
        11 | 0002 0001 61 00 0001 61 00 | '{"a":null,"a":null}'
        """)
    void everyTypeIsReadAsJsonAndWrittenAgainToTheBit(int type, String content, String json) {
        byte[] frame = frame(type, content.replace(" ", ""));

        WireValue value = value(frame);

        assertThat(value.json()).isEqualTo(json);
        assertThat(FrameWriter.write(set(value))).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "9223372036854775807",
                "-9223372036854775808",
                "1",
                "1.0",
                "-0.0",
                "1e300",
                "5e-324",
                "\"a\\u0000\\\"\\\\b\"",
                "[1,[2.5,{}]]",
                "{\"b\":1,\"a\":[null]}"
            })
    void jsonThatClaspWritesComesBackAsItWas(String json) {
        assertThat(WireValue.ofJson(json).json()).isEqualTo(json);
    }

    @Test
    void integersAndFloatsOfJsonAreToldApart() {
        assertThat(WireValue.ofJson("1")).isEqualTo(WireValue.Int.of(1));
        assertThat(WireValue.ofJson("1.0")).isEqualTo(WireValue.Real.of(1));
        assertThat(WireValue.ofJson("1e0")).isEqualTo(WireValue.Real.of(1));
        assertThat(WireValue.ofJson("18446744073709551615")).isEqualTo(WireValue.Real.of(0x1p64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nul", "[1", "1 2", "NaN", "01", "1e400", "{\"a\"}", "'a'", "[1,]", "\"\u0001\""})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> WireValue.ofJson(text)).isInstanceOf(MessageSyntaxException.class);
    }

    @Test
    void anIntegerBeyondTheLargestFloatIsRefused() {
        assertThatThrownBy(() -> WireValue.ofJson("1".repeat(400)))
                .isInstanceOf(MessageSyntaxException.class)
                .hasMessage("A number is too large for a float.");
    }

    @Test
    void valuesAreReadAndWrittenToTheirGreatestDepthAndNoDeeper() {
        int depth = WireValue.MAX_DEPTH;
        WireValue deepest = WireValue.ofJson("[".repeat(depth) + "]".repeat(depth));
        byte[] frame = FrameWriter.write(set(deepest));

        assertThat(value(frame)).isEqualTo(deepest);
        assertThat(deepest.json()).isEqualTo("[".repeat(depth) + "]".repeat(depth));
        assertThat(MessageJson.read(MessageJson.write(set(deepest)))).isEqualTo(set(deepest));
        assertThatThrownBy(() -> WireValue.ofJson("[".repeat(depth + 1) + "]".repeat(depth + 1)))
                .isInstanceOf(MessageSyntaxException.class);
        assertThatThrownBy(() -> FrameWriter.write(set(new WireValue.Array(List.of(deepest)))))
                .isInstanceOf(UnwritableMessageException.class);
        assertThatThrownBy(() -> value(frame(10, "00010a".repeat(depth) + "0000")))
                .isInstanceOf(WireException.class)
                .hasMessageEndingWith("nested deeper than 256 levels.");
    }

    @Test
    void twentyThousandArraysInEachOtherAreRefusedWithoutHarm() {
        assertThatThrownBy(() -> value(frame(10, "00010a".repeat(20_000) + "0000")))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> WireValue.ofJson("[".repeat(1_000_000))).isInstanceOf(MessageSyntaxException.class);
    }

    @Test
    void aNumberThatDoesNotFitItsWidthCannotBeMade() {
        assertThatThrownBy(() -> new WireValue.Int(WireValue.Width.I8, 128))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesAreNoArray() {
        WireValue bytes = new WireValue.Bytes(new byte[] {1});

        assertThat(bytes).isNotEqualTo(WireValue.ofJson("[1]"));
        assertThat(bytes).isEqualTo(new WireValue.Bytes(new byte[] {1})).hasToString("Bytes[01]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"a\\udfffb\"", "\"\\udc00\\ud800\"", "\"\ud834\udd1e\\ud834\""})
    void halfASurrogatePairStaysAnEscapeSinceUtf8CannotHoldIt(String json) {
        assertThat(WireValue.ofJson(json).json()).isEqualTo(json);
    }
}
