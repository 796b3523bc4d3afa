package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.SignalType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegacyFrameTest {
    private static Frame read(String payload) {
        String digits = payload.replace(" ", "");
        return FrameReader.read(HexFormat.of().parseHex("5300%04x".formatted(digits.length() / 2) + digits));
    }

    private static String hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "%02x".formatted(0xa0 + bytes.length) + HexFormat.of().formatHex(bytes);
    }

    private static String set(String value) {
        return "83" + hex("type") + hex("SET") + hex("address") + hex("/a") + hex("value") + value;
    }

    static Stream<CodecTable.Case> ownLines() {
        return CodecTable.ofResource("codec-cases.tsv").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("ownLines")
    void theLegacyFormOfAMessageSaysTheSameAsItsJson(CodecTable.Case line) {
        Message message = MessageJson.read(line.read());

        Frame frame = FrameReader.read(LegacyFrames.write(line.read()));

        assertThat(frame.message()).isEqualTo(message);
        assertThat(frame.encoding()).isEqualTo(Encoding.LEGACY);
        assertThat(frame.unreadBytes()).isZero();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
        c0                 | null
        c3                 | true
        7f                 | 127
        e0                 | -32
        cc ff              | 255
        cf ffffffffffffffff | 1.8446744073709552e19
        cf 7fffffffffffffff | 9223372036854775807
        d3 8000000000000000 | -9223372036854775808
        ca 3dcccccd        | 0.10000000149011612
        cb 3fb999999999999a | 0.1
        cb 7ff8000000000000 | null
        c4 02 00ff         | [0,255]
        d9 01 61           | '"a"'
        db 00000001 61     | '"a"'
        dc 0001 01         | [1]
        dd 00000001 01     | [1]
        de 0001 a161 01    | '{"a":1}'
        df 00000001 a161 01 | '{"a":1}'
        """)
    void everyMessagePackFormatIsRead(String value, String json) {
        assertThat(((Message.Set) read(set(value)).message()).value().json()).isEqualTo(json);
    }

    @Test
    void bytesAndSingleFloatsKeepTheirType() {
        assertThat(((Message.Set) read(set("c40100")).message()).value())
                .isEqualTo(new WireValue.Bytes(new byte[] {0}));
        assertThat(((Message.Set) read(set("ca3dcccccd")).message()).value()).isEqualTo(new WireValue.Real(true, 0.1f));
    }

    @Test
    void theOlderPayloadOfAPublishIsItsValue() {
        Frame frame = read("84" + hex("type") + hex("PUBLISH") + hex("address") + hex("/e") + hex("signal")
                + hex("event") + hex("payload") + "01");

        assertThat(frame.message())
                .isEqualTo(new Message.Publish(
                        "/e",
                        SignalType.EVENT,
                        new PublishBody.Single(WireValue.Int.of(1)),
                        null,
                        null,
                        GesturePhase.START,
                        null,
                        null));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        80                  | 4 | "type" is missing.
        81                  | 4 | A length of 1 is announced, but only 0 bytes are left.
        df ffffffff         | 9 | A length of 4294967295 is announced, more than a frame can hold.
        df 7fffffff         | 4 | A length of 2147483647 is announced, but only 0 bytes are left.
        81 01 02            | 5 | A key must be a string.
        81 a1 ff c0         | 5 | The string is not UTF-8.
        81 a9 61            | 5 | A length of 9 is announced, but only 1 bytes are left.
        81 a161 dd ffffffff | 12 | A length of 4294967295 is announced, more than a frame can hold.
        81 a161 c6 7fffffff | 7 | A length of 2147483647 is announced, but only 0 bytes are left.
        81 a161 db 7fffffff | 7 | A length of 2147483647 is announced, but only 0 bytes are left.
        81 a161 d40000      | 7 | CLASP has no MessagePack extension types.
        81 a161             | 7 | The MessagePack form is cut short.
        """)
    void damagedFormsAreRefusedWithWhatAndWhere(String payload, int offset, String what) {
        assertThatThrownBy(() -> read(payload)).isInstanceOfSatisfying(WireException.class, e -> {
            assertThat(e.what()).isEqualTo(what);
            assertThat(e.offset()).isEqualTo(offset);
        });
    }

    @Test
    void damagedTokensAreRefused() {
        for (String value : List.of("c1", "cd00", "cb00", "c6ffffffff", "db80000000")) {
            assertThatThrownBy(() -> read(set(value))).isInstanceOf(WireException.class);
        }
    }

    @Test
    void deepValuesAreRefusedWithoutHarm() {
        assertThatThrownBy(() -> read(set("91".repeat(300) + "c0"))).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> read(set("91".repeat(60_000) + "c0"))).isInstanceOf(WireException.class);
    }

    @Test
    void bytesAfterTheMapAreCounted() {
        assertThat(read(set("c0") + "c0c0").unreadBytes()).isEqualTo(2);
    }
}
