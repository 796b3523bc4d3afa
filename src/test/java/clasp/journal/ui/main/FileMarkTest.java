package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file counts as the same only while nobody wrote to it, be it through what lies beside it.
class FileMarkTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("show.db"), "as it was");
    }

    @Test
    void isTheSameWhileNothingHappens() {
        assertThat(mark()).isEqualTo(mark());
    }

    @Test
    void isAnotherWhereTheFileWasWritten() throws Exception {
        FileMark before = mark();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(mark()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-journal"})
    void isAnotherWhereSomethingWasWrittenBesideIt(String suffix) throws Exception {
        FileMark before = mark();
        Path beside = Files.writeString(folder.resolve("show.db" + suffix), "later");
        FileMark written = mark();
        assertThat(written).isNotEqualTo(before);
        Files.writeString(beside, "later still");
        FileMark longer = mark();
        assertThat(longer).isNotEqualTo(written);
        Files.setLastModifiedTime(beside, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(mark()).isNotEqualTo(longer);
        Files.delete(beside);
        assertThat(mark()).isEqualTo(before);
    }

    /// Whoever only opens a journal may leave one.
    @Test
    void isTheSameBesideALogWithNothingInIt() throws Exception {
        FileMark before = mark();
        Files.createFile(folder.resolve("show.db-wal"));
        assertThat(mark()).isEqualTo(before);
    }

    /// SQLite keeps its files beside the database itself.
    @Test
    void looksBesideTheFileThatALinkLeadsTo() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("show.db"), file);
        FileMark before = FileMark.of(link).orElseThrow();
        Files.writeString(folder.resolve("show.db-wal"), "later");
        assertThat(FileMark.of(link).orElseThrow()).isNotEqualTo(before);
    }

    private FileMark mark() {
        return FileMark.of(file).orElseThrow();
    }
}
