package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.MsgType;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalException;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ScannedEntries;
import clasp.journal.testing.SharedJournals;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final List<Entry> SHOW = Stream.generate(new ShowSimulator(ShowPlan.ofSeed(1))::next)
            .limit(2_000)
            .toList();

    private final Session session = new Session(
            (file, progress, cancellation) -> ScannedEntries.of(SHOW), (file, key, bad, progress, cancellation) -> {
                bad.accept(3);
                bad.accept(17);
                return new HmacReport(10, 2, 1);
            });

    @Test
    void queryPrintsEveryMatchAsJsonLines() {
        assertThat(session.run("query", "x.db", "--pattern", "/touch/*", "--types", "gesture,param"))
                .isZero();
        assertThat(session.out().lines().map(EntryJson::read))
                .containsExactlyElementsOf(SHOW.stream()
                        .filter(entry -> entry.address().startsWith("/touch/"))
                        .toList());
        assertThat(session.err()).isEmpty();
    }

    @Test
    void queryHonoursTheLimitWithAnyPattern() {
        assertThat(session.run("query", "x.db", "--pattern", "/lumen/*/3/**", "--limit", "7"))
                .isZero();
        assertThat(session.out().lines().map(EntryJson::read))
                .hasSize(7)
                .allSatisfy(entry -> assertThat(entry.address()).startsWith("/lumen/scene/3/"));
        assertThat(session.run("query", "x.db", "--limit", "0")).isZero();
        assertThat(session.out()).isEmpty();
    }

    @Test
    void allConditionsOfAQueryHoldTogether() {
        long from = SHOW.get(100).timestampMicros();
        long to = SHOW.get(200).timestampMicros();
        session.run("query", "x.db", "--from", from, "--to", to, "--filter", "type:param", "--pattern", "/lumen/**");
        assertThat(session.out().lines().map(EntryJson::read))
                .containsExactlyElementsOf(SHOW.subList(100, 201).stream()
                        .filter(entry -> entry.signalType().equals("param")
                                && entry.address().startsWith("/lumen/"))
                        .toList());
    }

    @Test
    void csvIsAsStoredUnlessItIsToBeGuardedAgainstFormulas() {
        var odd = new Session(
                (file, progress, cancellation) -> ScannedEntries.of(List.of(
                        Entries.at(1, "/a").withSeq(1),
                        new Entry(2, 2, "=cmd|' /C calc'!A0", "@b", "param", "-1.5", null, MsgType.SET))),
                (file, key, bad, progress, cancellation) -> new HmacReport(0, 0, 0));
        assertThat(odd.run("query", "x.db", "--format", "csv")).isZero();
        assertThat(odd.out()).contains("2,2,=cmd|' /C calc'!A0,@b,param,-1.5,");
        assertThat(odd.run("query", "x.db", "--format", "csv", "--guard-formulas"))
                .isZero();
        assertThat(odd.out())
                .contains("2,2,'=cmd|' /C calc'!A0,'@b,param,-1.5,")
                .contains("1,1,");
    }

    @Test
    void onlyCsvIsGuardedAgainstFormulas() {
        assertThat(session.run("query", "x.db", "--guard-formulas")).isEqualTo(2);
        assertThat(session.err()).contains("--guard-formulas is for --format csv.");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void csvHasAHeaderAndARowForEachEntry() {
        assertThat(session.run("query", "x.db", "--format", "csv", "--limit", 5))
                .isZero();
        assertThat(session.out().lines()).hasSize(6).first().asString().startsWith("seq,timestamp,author,address");
    }

    @Test
    void countPrintsTheNumberOfMatchesUpToTheLimit() {
        session.run("count", "x.db", "--types", "event");
        assertThat(session.out())
                .isEqualTo(SHOW.stream()
                                .filter(entry -> entry.signalType().equals("event"))
                                .count() + "\n");
        session.run("count", "x.db", "--limit", "12");
        assertThat(session.out()).isEqualTo("12\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        query                                        | FILE
        query x.db --from 2 --to 1                   | --from (2) is later than --to (1)
        query x.db --from -5                         | microseconds
        query x.db --from 18446744073709551616       | microseconds
        query x.db --limit -1                        | must not be negative
        query x.db --limit ten                       | is not a whole number
        query x.db --limit 9223372036854775808       | is not a whole number up to 9223372036854775807
        compact x.db --before x                      | is not a whole number
        query x.db --format xml                      | jsonl
        query x.db --nonsense 5                      | There is no option '--nonsense'.
        query x.db y.db                              | y.db' is one word too many
        query x.db --from yesterday                  | --filter 'from:2024-02-21'
        count x.db --from 18446744073709551615 --to 0| is later than
        compact x.db                                 | Missing required argument
        compact x.db --before 1 --safe               | --before=SEQ, --safe are mutually exclusive
        compact x.db --before -1                     | must not be negative
        verify x.db                                  | --hmac-key
        verify x.db --hmac-key 1234                  | 64 hexadecimal digits
        generate x.db                                | --entries
        generate x.db --entries -1                   | must not be negative
        generate x.db --entries 1 --addresses 5      | 100
        """)
    void wrongUsageIsOneSentenceAndStatusTwo(String line, String expected) {
        assertThat(session.run((Object[]) line.strip().split(" +"))).isEqualTo(ExitStatus.USAGE);
        assertThat(session.err())
                .contains(expected)
                .contains("--help")
                .hasLineCount(2)
                .doesNotContain("Exception", "Error:", "index");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void whatCannotBeOpenedIsOneSentenceAndStatusOne() {
        Session without = Session.withoutFiles();
        for (String command : List.of("query", "count", "snapshots", "recover", "problems")) {
            assertThat(without.run(command, "none.db")).isEqualTo(ExitStatus.FAILED);
            assertThat(without.err()).isEqualTo("There is no file none.db.\n");
        }
        assertThat(without.run("compact", "none.db", "--safe")).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void aMalformedPatternIsSaidAndMatchesAsInClasp() {
        assertThat(session.run("query", "x.db", "--pattern", "/a[")).isZero();
        assertThat(session.err()).startsWith("The pattern is malformed.").hasLineCount(1);
    }

    @Test
    void aMalformedPatternInAFilterIsSaidToo() {
        assertThat(session.run("count", "x.db", "--filter", "type:param addr:/a["))
                .isZero();
        assertThat(session.err())
                .startsWith("The pattern at character 17 of the filter is malformed.")
                .hasLineCount(1);
    }

    @Test
    void anEmptyListOfTypesMeansAll() {
        for (String none : List.of("", ",", " ")) {
            assertThat(session.run("count", "x.db", "--types", none)).isZero();
            assertThat(session.out()).isEqualTo(SHOW.size() + "\n");
        }
        session.run("count", "x.db", "--types", "param,event");
        String both = session.out();
        session.run("count", "x.db", "--types", " param , event,param");
        assertThat(session.out()).isEqualTo(both);
        assertThat(session.err()).isEmpty();
    }

    @Test
    void aTypeThatClaspDoesNotHaveIsMentioned() {
        assertThat(session.run("count", "x.db", "--types", "PARAM")).isZero();
        assertThat(session.out()).isEqualTo("0\n");
        assertThat(session.err()).contains("'PARAM'").hasLineCount(1);
    }

    @Test
    void nothingIsNoNameOfAFile() {
        assertThat(session.run("count", "")).isEqualTo(ExitStatus.USAGE);
        assertThat(session.err()).contains("A file needs a name").doesNotContain("Exception");
    }

    @Test
    void aNameThatTheSystemCannotHaveIsOneSentence() {
        assertThat(session.run("count", "a\0b")).isEqualTo(ExitStatus.USAGE);
        assertThat(session.err()).contains("cannot be a file name").doesNotContain("Exception", "java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query",
                "count",
                "snapshots",
                "recover",
                "problems",
                "diff",
                "compact",
                "verify",
                "glob",
                "frames",
                "generate",
                "open"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(session.run(command, "--help")).isZero();
        assertThat(session.out()).contains("Usage: ", command);
        assertThat(session.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        String closing = session.out().strip().replaceFirst("(?s).*\n\n", "");
        if (!closing.startsWith("Usage: ")) {
            assertThat(closing.lines().toList().subList(0, (int) closing.lines().count() - 1))
                    .as("lines of the closing words that are not the last")
                    .allSatisfy(line -> assertThat(line.length()).isGreaterThan(80));
        }
        session.run("help", command);
        assertThat(session.out()).contains(command);
    }

    @Test
    void theProgramExplainsItselfAndItsVersion() {
        assertThat(session.run("--help")).isZero();
        assertThat(session.out())
                .contains(
                        "query",
                        "count",
                        "snapshots",
                        "recover",
                        "problems",
                        "diff",
                        "compact",
                        "verify",
                        "glob",
                        "frames",
                        "generate",
                        "open")
                .contains("clasp-journal-browser [--new-window] [FILE...]", "--screenshot OUT.png [FILE] [--dark]");
        assertThat(session.run("--version")).isZero();
        assertThat(session.out()).startsWith("Clasp Journal Browser ");
    }

    @Test
    void verifyPrintsBadSeqsAndWhatAnHmacProves() {
        assertThat(session.run("verify", "x.db", "--hmac-key", "00".repeat(32))).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEqualTo("3\n17\n");
        assertThat(session.err())
                .contains("10 entries have a right HMAC, 2 a wrong one, 1 none")
                .contains("proves nothing");
    }

    @Test
    void globAnswersEachLine() {
        assertThat(session.input("/a/*\t/a/b\n/a/*\t/a/b/c\n!/a\t/b\n").run("glob"))
                .isZero();
        assertThat(session.out()).isEqualTo("1\n0\n1\n");
        assertThat(session.input("/a\t/a\nno tab\n").run("glob")).isEqualTo(ExitStatus.FAILED);
        assertThat(session.out()).isEqualTo("1\n");
        assertThat(session.err()).contains("Line 2");
    }

    @Test
    void globAgreesWithClaspOnEveryLine() throws IOException {
        Path oracle = SharedJournals.file("glob-open.tsv");
        List<String> lines = Files.readAllLines(oracle);
        String input = lines.stream()
                .map(line -> line.substring(0, line.lastIndexOf('\t')) + "\n")
                .collect(Collectors.joining());
        session.input(input).run("glob");
        assertThat(session.out().lines())
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                        .toList());
    }

    @Test
    void openHandsTheFilesToTheWindow() {
        assertThat(session.run("open", "a.db", "b.db")).isZero();
        assertThat(session.opened).containsExactly(Path.of("a.db"), Path.of("b.db"));
    }

    @Test
    void aReaderThatHasEnoughIsNoFailure() {
        assertThat(failingOutput("Broken pipe")).isEqualTo(ExitStatus.OK);
        assertThat(failingOutput("No space left on device")).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void aFullDiskIsSaidOnce() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        failingOutput("No space left on device", err);
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("No space left");
    }

    @Test
    void tooLittleMemoryIsASentence() {
        Session broken = new Session(
                (file, progress, cancellation) -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                (file, key, bad, progress, cancellation) -> {
                    throw new JournalException("no");
                });
        assertThat(broken.run("count", "x.db")).isEqualTo(ExitStatus.FAILED);
        assertThat(broken.err()).hasLineCount(1).contains("memory");
    }

    @Test
    void anythingUnexpectedIsASentenceToo() {
        Session broken = new Session(
                (file, progress, cancellation) -> {
                    throw new IllegalStateException("surprise");
                },
                (file, key, bad, progress, cancellation) -> {
                    throw new JournalException("no");
                });
        assertThat(broken.run("count", "x.db")).isEqualTo(ExitStatus.FAILED);
        assertThat(broken.err()).hasLineCount(1).contains("surprise");
    }

    @Test
    void onlyCommandsAndGeneralOptionsConcernTheCommandLine() {
        assertThat(Cli.concerns(List.of("query", "x.db"))).isTrue();
        assertThat(Cli.concerns(List.of("--help"))).isTrue();
        assertThat(Cli.concerns(List.of("session.db"))).isFalse();
        assertThat(Cli.concerns(List.of("--screenshot", "x.png"))).isFalse();
        assertThat(Cli.concerns(List.of())).isFalse();
    }

    private static int failingOutput(String message) {
        return failingOutput(message, OutputStream.nullOutputStream());
    }

    /// With a buffer before it, which tries again when it is flushed.
    private static int failingOutput(String message, OutputStream err) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(message);
            }
        };
        Console console = new Console(new ByteArrayInputStream(new byte[0]), new BufferedOutputStream(out), err);
        Tools tools = new Tools(
                console,
                (file, progress, cancellation) -> ScannedEntries.of(SHOW),
                (file, key, bad, progress, cancellation) -> new HmacReport(0, 0, 0),
                files -> 0);
        return new Cli(tools).run(List.of("query", "x.db"));
    }
}
