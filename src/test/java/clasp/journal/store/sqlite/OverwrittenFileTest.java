package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.ReplacedException;
import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another program puts another journal into the very file that is open: the same inode, other content.
class OverwrittenFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatNobodyHadOpenIsNoticedAlsoWithTheSameSize() throws Exception {
        Path file = journal("a.db", "/one", 10);
        Path other = journal("b.db", "/two", 10);
        assertThat(Files.size(file)).isEqualTo(Files.size(other));
        try (JournalReader journal = open(file)) {
            assertThat(journal.state().latestSeq()).isEqualTo(10);
            Object inode = Files.getAttribute(file, "unix:ino");
            Files.write(file, Files.readAllBytes(other));
            assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
            assertThatThrownBy(journal::state).isInstanceOf(ReplacedException.class);
            assertThatThrownBy(() -> journal.entry(1)).isInstanceOf(ReplacedException.class);
        }
        try (JournalReader again = open(file)) {
            assertThat(again.entry(1).orElseThrow().address()).isEqualTo("/two");
        }
    }

    @Test
    void aFileThatItsWriterHasOpenIsNoticedToo() throws Exception {
        Path file = journal("a.db", "/one", 10);
        Path another = journal("b.db", "/two", 20);
        try (ChildProcess writer = ChildProcess.start("append", file);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            writer.step();
            statement.execute("ATTACH '" + another + "' AS another");
            statement.execute("SELECT count(*) FROM main.journal_entries");
            try (JournalReader journal = open(file)) {
                assertThat(journal.info().access()).asString().contains("live");
                assertThat(journal.state().latestSeq()).isEqualTo(11);
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("DELETE FROM main.journal_entries");
                statement.execute("INSERT INTO main.journal_entries SELECT * FROM another.journal_entries");
                statement.execute("COMMIT");
                assertThatThrownBy(journal::state).isInstanceOf(ReplacedException.class);
                assertThatThrownBy(journal::state)
                        .as("as long as it is another one")
                        .isInstanceOf(ReplacedException.class);
            }
        }
    }

    private Path journal(String name, String address, int entries) {
        Path file = folder.resolve(name);
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(Collections.nCopies(entries, Entries.set(address, "1")));
        }
        return file;
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
