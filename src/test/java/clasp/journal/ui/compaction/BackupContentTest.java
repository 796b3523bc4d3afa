package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of a backup before it takes the journal's place.
class BackupContentTest {
    private static final int ENTRIES = 2_000;

    @TempDir
    private Path folder;

    private Path backup = Path.of("");

    @BeforeEach
    void write() {
        backup = SceneJournal.write(folder.resolve("backup.db"), ENTRIES);
    }

    @Test
    void aWholeOneLacksNothing() throws Exception {
        BackupContent content = look();
        assertThat(content.entries()).isEqualTo(ENTRIES);
        assertThat(content.lacks()).isEmpty();
    }

    @Test
    void ofADamagedOneItIsSaidWhatIsMissingAndWhatCanBeReadIsCounted() throws Exception {
        DamagedFiles.loseLeafWith("value-1000-", backup);
        BackupContent content = look();
        assertThat(content.entries()).isBetween(ENTRIES - 100L, ENTRIES - 2L);
        assertThat(content.lacks())
                .singleElement()
                .asString()
                .startsWith("It is damaged in places: entries are missing from seq 95");
    }

    private BackupContent look() throws Exception {
        return BackupContent.of(
                backup,
                Optional.empty(),
                (progress, cancellation) -> new SqliteJournals().open(backup, progress, cancellation),
                Progress.NONE,
                Cancellation.none());
    }
}
