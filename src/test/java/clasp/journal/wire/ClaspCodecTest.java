package clasp.journal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.SharedJournals;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What CLASP itself wrote and read, line by line.
class ClaspCodecTest {
    /// Lines whose JSON cannot tell what was sent, with what it says instead: a float that is NaN is null in JSON,
    /// and bytes are an array of integers.
    private static final Map<String, String> TOLD_OTHERWISE_BY_JSON = Map.of(
            "5341000e210700022f617ff8000000000000",
            "53410006210000022f61",
            "5341000c210900022f6100040001feff",
            "5341002c210a00022f610004" + "050000000000000000" + "050000000000000001" + "0500000000000000fe"
                    + "0500000000000000ff");

    static List<CodecTable.Case> linesOfClasp() {
        return CodecTable.of(SharedJournals.file("codec-open.tsv")).cases();
    }

    static Stream<CodecTable.Case> ownLines() {
        return CodecTable.ofResource("codec-cases.tsv").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("linesOfClasp")
    void jsonBecomesTheFrameThatClaspWrites(CodecTable.Case line) {
        byte[] frame = FrameWriter.write(MessageJson.read(line.sent()));

        assertThat(HexFormat.of().formatHex(frame))
                .isEqualTo(TOLD_OTHERWISE_BY_JSON.getOrDefault(line.hex(), line.hex()));
    }

    @ParameterizedTest
    @MethodSource("linesOfClasp")
    void frameBecomesTheJsonThatClaspReads(CodecTable.Case line) {
        Frame frame = FrameReader.read(HexFormat.of().parseHex(line.hex()));

        assertThat(MessageJson.write(frame.message())).isEqualTo(line.read());
        assertThat(frame.unreadBytes()).isZero();
        assertThat(frame.encoding()).isEqualTo(Encoding.BINARY);
    }

    @ParameterizedTest
    @MethodSource("linesOfClasp")
    void frameIsWrittenAgainToTheBit(CodecTable.Case line) {
        Frame frame = FrameReader.read(HexFormat.of().parseHex(line.hex()));

        byte[] again = FrameWriter.write(frame.message(), frame.qos(), frame.timestampMicros());

        assertThat(HexFormat.of().formatHex(again)).isEqualTo(line.hex());
    }

    @ParameterizedTest
    @MethodSource("ownLines")
    void jsonOfOwnLineBecomesItsFrame(CodecTable.Case line) {
        jsonBecomesTheFrameThatClaspWrites(line);
    }

    @ParameterizedTest
    @MethodSource("ownLines")
    void frameOfOwnLineBecomesItsJson(CodecTable.Case line) {
        frameBecomesTheJsonThatClaspReads(line);
    }

    @ParameterizedTest
    @MethodSource("ownLines")
    void frameOfOwnLineIsWrittenAgainToTheBit(CodecTable.Case line) {
        frameIsWrittenAgainToTheBit(line);
    }
}
