package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands with a real process around them.
class CommandProcessTest {
    private static final long SECONDS = 120;

    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {}

    @Test
    void statusAndStreamsAreThoseOfTheProcess() throws Exception {
        Path journal = folder.resolve("a journal.db");
        assertThat(run("generate", journal.toString(), "--entries", "500").status())
                .isZero();
        Ended count = run("count", journal.toString());
        assertThat(count).isEqualTo(new Ended(0, "500\n", ""));
        Ended usage = run("count", journal.toString(), "--from", "2", "--to", "1");
        assertThat(usage.status()).isEqualTo(2);
        assertThat(usage.out()).isEmpty();
        Ended missing = run("query", folder.resolve("none.db").toString());
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("none.db").hasLineCount(1).doesNotContain("Exception", "\tat ");
    }

    @Test
    void noJavaFxClassIsLoaded() throws Exception {
        Path journal = folder.resolve("x.db");
        run("generate", journal.toString(), "--entries", "10");
        Ended query = run(List.of("-Xlog:class+load=info:stdout"), "query", journal.toString());
        assertThat(query.status()).isZero();
        assertThat(query.out()).contains("clasp.journal.cli.QueryCommand").contains("\"seq\":10");
        assertThat(query.out().lines().filter(line -> line.contains(" javafx.") || line.contains(" com.sun.javafx.")))
                .isEmpty();
    }

    @Test
    void aReaderThatGoesAwayEndsTheCommandQuietly() throws Exception {
        Path journal = folder.resolve("x.db");
        run("generate", journal.toString(), "--entries", "20000");
        Path err = folder.resolve("err.txt");
        Process process = start(List.of(), CommandProcess.class, err, "query", journal.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("{\"seq\":1,");
        }
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(err).hasContent("");
    }

    @Test
    void textIsUtf8InEveryLocale() throws Exception {
        Path err = folder.resolve("err.txt");
        Process process = start(
                List.of("-Dstdout.encoding=US-ASCII", "-Dfile.encoding=US-ASCII"), CommandProcess.class, err, "glob");
        process.getOutputStream().write("/b?hne\t/bahne\n/grün/*\t/grün/日\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("1\n1\n");
    }

    /// The goal is 256 MB. What it really takes does not grow with the entries, only with the addresses.
    @Tag("thorough")
    @ParameterizedTest(name = "{0} addresses in {1} MB")
    @CsvSource({"1354, 64", "200000, 128"})
    void twoMillionEntriesGoThroughASmallHeap(int addresses, int megabytes) throws Exception {
        Path err = folder.resolve("err.txt");
        Process process = start(
                List.of("-Xmx" + megabytes + "m", "-XX:TieredStopAtLevel=4"),
                SmallHeap.class,
                err,
                folder.resolve("large.db").toString(),
                "2000000",
                Integer.toString(addresses));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        assertThat(out.lines()).hasSize(11).allMatch(line -> line.endsWith(" 2000000"), "all entries");
    }

    private Ended run(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Ended run(List<String> options, String... arguments) throws Exception {
        Path err = folder.resolve("err.txt");
        Process process = start(options, CommandProcess.class, err, arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(err));
    }

    private static Process start(List<String> options, Class<?> program, Path err, String... arguments)
            throws IOException {
        return new ProcessBuilder(JavaCommand.of(program, options, arguments))
                .redirectError(err.toFile())
                .start();
    }
}
