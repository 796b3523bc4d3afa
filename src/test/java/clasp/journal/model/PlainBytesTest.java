package clasp.journal.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is called plain is surely read by CLASP as it is written.
class PlainBytesTest {
    private static final List<String> SEEDS = List.of(
            "[1,2.5,[true,null],\"x\"]",
            "{\"a\":1,\"b\":[{\"c\":-0.0,\"d\":\"\"}],\"e\":{}}",
            "-12.75",
            "\"plain text\"",
            "{\"a\":1,\"a\":2}",
            "[]",
            "[[[]]]",
            "999999999999999999");
    private static final String CHARS = "[]{}\",:.-+eE0129 \\utrfalsn\u00e9\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1",
                "0",
                "0.5",
                "-0.0",
                "true",
                "false",
                "null",
                "\"\"",
                "\"a b\"",
                "[]",
                "{}",
                "[1,\"x\",[]]",
                "{\"x\":0.25,\"y\":[1,2],\"z\":{\"x\":null}}"
            })
    void whatClaspWritesIsPlain(String json) {
        assertThat(plain(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-0",
                "01",
                "1.",
                ".5",
                "1e3",
                " 1",
                "1 ",
                "[1,]",
                "[,1]",
                "[1",
                "{\"a\":1,\"a\":2}",
                "{\"a\"}",
                "{a:1}",
                "\"\\n\"",
                "\"é\"",
                "nul",
                "nulll",
                "1234567890123456789",
                "[1] ",
                "{\"a\":1,}"
            })
    void whatMayBeReadOtherwiseIsNot(String json) {
        assertThat(plain(json)).isFalse();
    }

    @Test
    void noChangedCharacterMakesSomethingPlainThatClaspReadsOtherwise() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder json = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(json.length());
                char c = CHARS.charAt(random.nextInt(CHARS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> json.setCharAt(at, c);
                    case 1 -> json.insert(at, c);
                    default -> json.insert(at, json.charAt(random.nextInt(json.length())));
                }
            }
            String text = json.toString();
            if (plain(text)) {
                assertThat(ClaspReading.ofValue(text)).as(text).isEmpty();
            }
        }
    }

    private static boolean plain(String json) {
        byte[] bytes = ("<" + json + ">").getBytes(UTF_8);
        return ClaspReading.isPlain(bytes, 1, bytes.length - 1);
    }
}
