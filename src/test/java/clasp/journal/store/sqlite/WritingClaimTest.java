package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two that write to one journal would lose entries: the snapshot of each speaks of seqs whose entries the other made.
class WritingClaimTest {
    private static final String REFUSAL = "“two.db” is being written by a router or a recording of this program"
            + " already, here or in another window. Two at once would lose entries, so nothing was changed. Stop the"
            + " other first, or choose another file.";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("two.db");
        new SqliteJournals().create(file, null).close();
    }

    private SqliteJournal write() {
        return new SqliteJournals().openForWriting(file, null);
    }

    private static long count(JournalReader journal) {
        return journal.count(Filter.ALL, Progress.NONE, Cancellation.none());
    }

    private JournalReader read() {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    @Test
    void whatAnotherProcessWritesIsNotWrittenUntilThatOneEndsOrIsKilled() throws Exception {
        try (ChildProcess child = ChildProcess.start("append", file)) {
            child.step();

            assertThatThrownBy(this::write).isInstanceOf(JournalException.class).hasMessage(REFUSAL);

            child.step();
            child.kill();
        }
        try (SqliteJournal journal = write()) {
            assertThat(journal.append(Entries.set("/a", "1"))).isEqualTo(3);
        }
        assertThat(folder)
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void anotherProcessIsKeptOutWhateverIsReadHereMeanwhile() throws Exception {
        try (SqliteJournal journal = write();
                ChildProcess child = ChildProcess.start("claim", file)) {
            journal.append(Entries.set("/a", "1"));
            try (JournalReader reader = read()) {
                assertThat(count(reader)).isEqualTo(1);
            }
            assertThatThrownBy(this::write).isInstanceOf(JournalException.class);

            child.begin();
            assertThat(child.answer()).isEqualTo(REFUSAL);
            journal.append(Entries.set("/a", "2"));
            journal.close();

            child.begin();
            assertThat(child.answer()).isEqualTo("written");
        }
    }

    @Test
    void aJournalThatIsCreatedIsClaimedFromThenOn() throws Exception {
        file = folder.resolve("new/two.db");
        Files.createDirectory(file.getParent());
        try (SqliteJournal journal = new SqliteJournals().create(file, null);
                ChildProcess child = ChildProcess.start("claim", file)) {
            for (int round = 1; round <= 2; round++) {
                child.begin();
                assertThat(child.answer()).isEqualTo(REFUSAL);
                journal.append(Entries.set("/a", "1"));
                journal.snapshot(List.of());
                journal.compact(1, 1);
                journal.settle();
                assertThat(count(journal)).isEqualTo(round);
            }
        }
    }

    @Test
    void aSecondWriterInThisProcessIsRefusedAndTheFirstGoesOn() {
        try (SqliteJournal first = write()) {
            assertThatThrownBy(this::write).hasMessage(REFUSAL);

            assertThat(first.append(Entries.set("/a", "1"))).isEqualTo(1);
        }
        try (SqliteJournal second = write()) {
            assertThat(count(second)).isEqualTo(1);
        }
    }

    @Test
    void aLinkLeadsToTheSameJournal() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("other.db"), file);
        try (SqliteJournal first = write()) {
            assertThatThrownBy(() -> new SqliteJournals().openForWriting(link, null))
                    .hasMessageContaining("is being written");
            assertThat(first.append(Entries.set("/a", "1"))).isEqualTo(1);
        }
    }

    @Test
    void whoOnlyReadsIsNotKeptOutAndKeepsNobodyOut() throws Exception {
        try (JournalReader before = read();
                ChildProcess child = ChildProcess.start("append", file)) {
            assertThat(count(before)).isZero();
            child.step();
            try (JournalReader during = read()) {
                assertThat(count(during)).isEqualTo(1);
            }
            assertThat(count(before)).isEqualTo(1);
        }
    }
}
