package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Hmacs;
import clasp.journal.model.Param;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands that read a journal read what is left of a damaged one, too, when told to.
class WhatIsLeftCommandTest {
    private static final int ENTRIES = 2_000;
    private static final String KEY = "11".repeat(32);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("show.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, Hmacs.withKey(KEY))) {
            journal.appendAll(IntStream.rangeClosed(1, ENTRIES)
                    .mapToObj(i -> Entries.set("/scene/" + i % 90, "\"no " + i + ".\""))
                    .toList());
        }
    }

    @Test
    void aFileWithoutItsFirstPageIsRead() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 4_096, (byte) 0);
        Files.write(file, bytes);
        assertThat(run("query", file)).isEqualTo(ExitStatus.FAILED);
        assertThat(err()).contains("With --what-is-left, 'query' reads all that can still be read of the file.");
        assertThat(run("query", file, "--what-is-left")).isEqualTo(ExitStatus.FAILED);
        assertThat(lines()).hasSize(ENTRIES);
        assertThat(err()).contains("Every seq from 1 to 2000 is there.").doesNotContain("With --what-is-left");
        assertThat(run("count", file, "--what-is-left", "--pattern", "/scene/7"))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(lines()).containsExactly("23");
        assertThat(run("verify", file, "--what-is-left", "--hmac-key", KEY)).isEqualTo(ExitStatus.FAILED);
        assertThat(err()).contains("2000 entries have a right HMAC, 0 a wrong one, 0 none.");
        assertThat(run("problems", file, "--what-is-left", "--hmac-key", KEY)).isEqualTo(ExitStatus.FAILED);
        assertThat(out()).contains("damaged").doesNotContain("HMAC");
        assertThat(run("recover", file, "--what-is-left")).isEqualTo(ExitStatus.FAILED);
        assertThat(lines()).hasSize(90);
        assertThat(run("diff", file, file, "--what-is-left")).isEqualTo(ExitStatus.FAILED);
        assertThat(lines()).isEmpty();
        assertThat(run("snapshots", file, "--what-is-left")).isEqualTo(ExitStatus.FAILED);
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "count"})
    void whoMeetsDamageIsToldHowAllThatIsLeftIsRead(String command) throws Exception {
        DamagedFiles.loseLeafWith("\"no 1000.\"", file);
        assertThat(run(command, file)).isEqualTo(ExitStatus.FAILED);
        assertThat(err()).contains("With --what-is-left, '" + command + "' reads all that can still be read");
        assertThat(run(command, file, "--what-is-left")).isEqualTo(ExitStatus.FAILED);
        assertThat(err()).contains("Of the seqs from 1 to 2000,").doesNotContain("With --what-is-left");
    }

    /// There is no hint where there is no such option.
    @Test
    void compactionReadsNoPart() throws Exception {
        DamagedFiles.loseLeafWith("\"no 1000.\"", file);
        assertThat(run("compact", file, "--before", 500)).isEqualTo(ExitStatus.FAILED);
        assertThat(err()).contains("damaged").doesNotContain("--what-is-left");
        assertThat(run("compact", file, "--before", 500, "--what-is-left")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aSoundFileIsReadTheSame() {
        for (List<Object> command : List.<List<Object>>of(
                List.of("query", file),
                List.of("count", file),
                List.of("snapshots", file),
                List.of("recover", file),
                List.of("problems", file, "--hmac-key", KEY),
                List.of("diff", file, file),
                List.of("verify", file, "--hmac-key", KEY))) {
            int status = run(command.toArray());
            String printed = out();
            String said = err();
            List<Object> left = new ArrayList<>(command);
            left.add("--what-is-left");
            assertThat(run(left.toArray())).as(left.toString()).isEqualTo(status);
            assertThat(out()).isEqualTo(printed);
            assertThat(err()).isEqualTo(said);
        }
    }

    /// The state is right, as the snapshot has what is lost, but the file is not sound.
    @ParameterizedTest
    @ValueSource(strings = {"recover", "diff"})
    void damageBeforeTheSnapshotIsSaidByWhatDoesNotReadThere(String command) throws Exception {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, Hmacs.withKey(KEY))) {
            journal.snapshot(List.of(new Param("/scene/1", "1", 1, "author", 1)));
        }
        Object[] arguments = command.equals("diff") ? new Object[] {command, file, file} : new Object[] {command, file};
        assertThat(run(arguments)).isZero();
        List<String> printed = lines();
        DamagedFiles.loseLeafWith("\"no 1000.\"", file);
        assertThat(run(arguments)).isEqualTo(ExitStatus.FAILED);
        assertThat(lines()).isEqualTo(printed);
        assertThat(err())
                .contains("All that this needs of the journal could be read.", "Missing are the entries after seq");
    }

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        var console = new Console(new ByteArrayInputStream(new byte[0]), out, err);
        return new Cli(Tools.of(console, files -> 0))
                .run(Stream.of(arguments).map(Object::toString).toList());
    }

    private List<String> lines() {
        return out().lines().toList();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
