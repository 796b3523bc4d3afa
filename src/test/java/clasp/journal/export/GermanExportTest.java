package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.OwnLanguage;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why nothing can be exported to a place is said in the language of the process.
@OwnLanguage("de-DE")
class GermanExportTest {
    @TempDir
    private Path folder;

    @Test
    void aPlaceWhereNoFileCanBe() {
        assertThatThrownBy(() -> new NewFile(folder).close())
                .hasMessage(folder
                        + " kann nicht geschrieben werden: Das ist ein Ordner. Geben Sie den Namen einer Datei an.");
        Path nowhere = folder.resolve("nowhere/a.csv");
        assertThatThrownBy(() -> new NewFile(nowhere).close())
                .hasMessage(nowhere + " kann nicht geschrieben werden: Den Ordner gibt es nicht. Legen Sie ihn an, oder"
                        + " wählen Sie einen anderen.");
    }

    @Test
    void theCommonWordsOfTheSystemAreGerman() {
        assertThat(NewFile.failure(Path.of("a.csv"), new FileSystemException("a.csv", null, "No space left on device")))
                .hasMessage(
                        "a.csv kann nicht geschrieben werden: kein Platz mehr auf dem Datenträger. Schaffen Sie dort"
                                + " Platz, oder wählen Sie einen anderen Ordner.");
    }

    @Test
    void theJournalItself() throws Exception {
        Path file = folder.resolve("a.db");
        new SqliteJournals().create(file, null).close();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThatThrownBy(() -> ExportTarget.check(journal, file))
                    .hasMessage(
                            file + " kann nicht geschrieben werden: Das ist das Journal, das exportiert werden soll."
                                    + " Wählen Sie einen anderen Namen.");
            Path other = folder.resolve("b.db");
            Files.writeString(folder.resolve("b.db-wal"), "x");
            assertThatThrownBy(() -> ExportTarget.check(journal, other))
                    .hasMessage(other + " kann nicht geschrieben werden: Daneben liegt b.db-wal, also kann eine"
                            + " Datenbank dieses Namens in Gebrauch sein. Wählen Sie einen anderen Namen.");
        }
    }
}
