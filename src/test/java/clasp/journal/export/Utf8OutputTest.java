package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8OutputTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Utf8Output out = new Utf8Output(bytes);

    @Test
    void textOfAnyLengthIsUtf8AsJavaWritesIt() throws IOException {
        Random random = new Random(5);
        StringBuilder all = new StringBuilder();
        for (int length : new int[] {0, 1, 100, 16_383, 16_384, 16_385, 70_000, 200_001}) {
            String text = random.ints(0, 0x11_0000)
                    .filter(code -> code < 0xD800 || code > 0xDFFF)
                    .map(code -> random.nextInt(3) == 0 ? code : code % 0x300)
                    .limit(length)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            out.text(text);
            all.append(text);
        }
        out.flush();
        assertThat(bytes.toByteArray()).isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(out.written()).isEqualTo(bytes.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\ud800\ud800\udc00", "\udc00\ud800"})
    void unpairedSurrogatesBecomeReplacementCharacters(String text) throws IOException {
        out.text(text);
        out.flush();
        String expected = text.codePoints()
                .map(code -> code >= 0xD800 && code <= 0xDFFF ? 0xFFFD : code)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @Test
    void aPairAcrossTheEndOfAChunkStaysWhole() throws IOException {
        String text = "x".repeat(16_383) + "😀".repeat(40_000);
        out.text(text);
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void numbersOfEveryLengthAndSignAreAsJavaPrintsThem() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int shift = 0; shift < 64; shift++) {
            for (long number : new long[] {1L << shift, (1L << shift) - 1, -(1L << shift)}) {
                out.decimal(number);
                out.ascii(' ');
                out.unsigned(number);
                out.ascii(' ');
                expected.append(number)
                        .append(' ')
                        .append(Long.toUnsignedString(number))
                        .append(' ');
            }
        }
        for (long number = 1; number > 0 && number < Long.MAX_VALUE / 10; number *= 10) {
            out.decimal(number);
            out.decimal(number - 1);
            expected.append(number).append(number - 1);
        }
        out.flush();
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).isEqualTo(expected.toString());
    }
}
