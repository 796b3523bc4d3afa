package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionSnapshot;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compaction and a new journal where there is no room. A disk cannot be filled everywhere; SQLite is told that the
/// file
/// may not grow, or finds beside it what a full disk left.
class FullDiskTest {
    @TempDir
    Path folder;

    private JournalFile file;
    private List<Entry> before;

    @BeforeEach
    void writeAJournal() {
        Path path = folder.resolve("show.db");
        try (SqliteJournal journal = new SqliteJournals().create(path, null)) {
            journal.appendAll(IntStream.range(0, 3_000)
                    .mapToObj(i -> Entries.set("/a/" + i, "[" + i + "]"))
                    .toList());
        }
        file = JournalFile.existing(path);
        before = JournalRows.entries(path);
    }

    @Test
    void ofAJournalThatCannotBeMadeNothingIsLeft() throws Exception {
        Path inTheWay = Files.createDirectory(folder.resolve("new.db-wal"));
        assertThatThrownBy(() -> new SqliteJournals().create(folder.resolve("new.db"), null))
                .isInstanceOf(JournalException.class);
        assertThat(folder.resolve("new.db")).doesNotExist();
        assertThat(folder.resolve("new.db-shm")).doesNotExist();
        Files.delete(inTheWay);
        new SqliteJournals().create(folder.resolve("new.db"), null).close();
        assertThat(folder.resolve("new.db")).isNotEmptyFile();
    }

    @Test
    void theOldJournalStaysWhenTheSnapshotHasNoRoom() throws Exception {
        Optional<CompactionSnapshot> snapshot;
        try (JournalReader reader = new SqliteJournals().open(file.path(), Progress.NONE, Cancellation.none())) {
            snapshot = Optional.of(CompactionSnapshot.of(reader, Progress.NONE, Cancellation.none()));
        }
        try (CompactionRun run = CompactionRun.open(file, FileUse.of(file))) {
            run.connection().execute("PRAGMA max_page_count = 1");
            var order = new CompactionOrder(2_000, null, true, true);
            assertThatThrownBy(() -> run.compact(order, snapshot, 0, CompactionProgress.NONE, Cancellation.none()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("space")
                    .hasMessageContaining("as it was");
        }
        assertThat(names()).containsExactly("show.db");
        assertThat(JournalRows.entries(file.path())).isEqualTo(before);
        try (JournalReader reader = new SqliteJournals().open(file.path(), Progress.NONE, Cancellation.none())) {
            assertThat(reader.snapshots()).isEmpty();
        }
    }

    @Test
    void theNewJournalIsCompleteWhenNothingHasToGrow() throws Exception {
        try (CompactionRun run = CompactionRun.open(file, FileUse.of(file))) {
            run.connection().execute("PRAGMA max_page_count = 1");
            var order = new CompactionOrder(2_000, null, false, true);
            assertThat(run.compact(order, Optional.empty(), 0, CompactionProgress.NONE, Cancellation.none())
                            .removed())
                    .isEqualTo(1_999);
        }
        assertThat(names()).containsExactly("show.db");
        assertThat(JournalRows.entries(file.path())).isEqualTo(before.subList(1_999, 3_000));
    }

    @Test
    void whatSqliteBeganBesideTheFileIsRemoved() throws Exception {
        Files.write(file.wal(), new byte[0]);
        Files.write(file.shm(), new byte[3]);
        StillbornLog.remove(file);
        assertThat(names()).containsExactly("show.db");
        assertThat(JournalRows.entries(file.path())).isEqualTo(before);
    }

    @Test
    void aLogWithSomethingInItStays() throws Exception {
        Files.write(file.wal(), new byte[40]);
        Files.write(file.shm(), new byte[3]);
        StillbornLog.remove(file);
        assertThat(names()).contains("show.db-wal", "show.db-shm");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
