package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.SharedJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesCommandTest {
    private final Session session = Session.withoutFiles();

    @Test
    void framesBecomeJson() {
        assertThat(session.input("5301000141\n53 01 00 01 42\n").run("frames")).isZero();
        assertThat(session.out()).isEqualTo("{\"type\":\"PING\"}\n{\"type\":\"PONG\"}\n");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void encodeTurnsJsonIntoFrames() {
        assertThat(session.input("{\"type\":\"PING\"}\n").run("frames", "--encode"))
                .isZero();
        assertThat(session.out()).isEqualTo("5301000141\n");
    }

    @Test
    void eachBadLineIsExplainedAndTheOthersArePrinted() {
        int status =
                session.input("5301000141\n5301000199\n\nxyz\n5301000142\n").run("frames");

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEqualTo("{\"type\":\"PING\"}\n\n\n\n{\"type\":\"PONG\"}\n");
        assertThat(session.err())
                .isEqualTo("Line 2: Byte 4: There is no message with the code 0x99.\n"
                        + "Line 4: Byte 0: 'x' is no hexadecimal digit.\n");
    }

    @Test
    void eachBadMessageIsExplained() {
        int status = session.input("{\"type\":\"PINGPONG\"}\n{\n").run("frames", "--encode");

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEqualTo("\n\n");
        assertThat(session.err().lines().toList())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Line 1: \"type\" is \"PINGPONG\", which is not known."),
                        second -> assertThat(second).startsWith("Line 2: At character 2, this is not JSON: "));
    }

    @Test
    void bytesWithoutAMeaningAreMentioned() {
        assertThat(session.input("530100024100\n").run("frames")).isZero();
        assertThat(session.out()).isEqualTo("{\"type\":\"PING\"}\n");
        assertThat(session.err()).isEqualTo("Line 1: 1 byte of the frame has no known meaning.\n");
    }

    @Test
    void everyFrameOfClaspIsPrintedAsClaspReadsIt() throws IOException {
        List<String[]> lines = Files.readAllLines(SharedJournals.file("codec-open.tsv")).stream()
                .map(line -> line.split("\t"))
                .toList();
        String frames = String.join("\n", lines.stream().map(line -> line[1]).toList());

        assertThat(session.input(frames).run("frames")).isZero();

        assertThat(session.out().lines())
                .containsExactlyElementsOf(lines.stream().map(line -> line[2]).toList());
    }
}
