package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.OwnLanguage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Why a file is no journal, and what is wrong with one, is said in the language of the process.
@OwnLanguage("de-DE")
class GermanRefusalsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoDatabase() throws Exception {
        refused(
                folder.resolve("nothing.db"),
                "Es gibt keine Datei „%s“. Vielleicht wurde sie verschoben, umbenannt oder gelöscht."
                        .formatted(folder.resolve("nothing.db")));
        refused(
                Files.createFile(folder.resolve("empty.db")),
                "„empty.db“ ist leer (0 Bytes), also ist kein Journal darin. Hat ein Router sie gerade erst angelegt,"
                        + " versuchen Sie es noch einmal, wenn er etwas geschrieben hat.");
        refused(
                Files.writeString(folder.resolve("notes.txt"), "Notizen\n".repeat(20)),
                "„notes.txt“ ist keine SQLite-Datenbank, also kein CLASP-Journal: Sie sieht wie eine Textdatei aus."
                        + " Wählen Sie die Datenbank des Routers, deren Name oft auf .db endet.");
    }

    @Test
    void aDatabaseThatIsNoJournal() throws Exception {
        refused(
                database("songs.db", "CREATE TABLE songs (title)"),
                "„songs.db“ ist eine SQLite-Datenbank, aber kein CLASP-Journal: Sie hat die Tabelle songs, aber keine"
                        + " Tabelle journal_entries. Wählen Sie die Datei, in der der Router sein Journal führt.");
        refused(
                database(
                        "part.db",
                        "CREATE TABLE journal_entries (seq INTEGER PRIMARY KEY, timestamp, author,"
                                + " address, signal_type, value_json, revision)"),
                "„part.db“ ist kein CLASP-Journal: Die Tabelle journal_entries hat keine Spalte msg_type. Ein anderes"
                        + " Programm hat sie geschrieben, oder ein CLASP, das älter oder neuer ist als dieses"
                        + " Programm.");
    }

    @Test
    void whatIsWrongWithAJournal() throws Exception {
        Path whole = journal(400);
        byte[] bytes = Files.readAllBytes(whole);
        int pages = bytes.length / 4096;
        Path cut = Files.write(folder.resolve("cut.db"), Arrays.copyOf(bytes, (pages - 2) * 4096));
        try (JournalReader journal = open(cut)) {
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .startsWith("„cut.db“ ist abgeschnitten: 2 von " + pages
                            + " Seiten fehlen am Ende. Alles, was sich noch lesen lässt,"
                            + " wird aus einer privaten Kopie gezeigt");
        }
    }

    @Test
    void aJournalThatIsWrittenToIsNotCompacted() throws Exception {
        Path file = journal(3);
        try (SqliteJournal writer = new SqliteJournals().openForWriting(file, null);
                JournalReader journal = open(file)) {
            writer.append(Entries.set("/a", "1"));
            assertThat(journal.info().notes())
                    .containsExactly("Dieses Programm schreibt dieses Journal. Was es hinzufügt, erscheint hier.");
            assertThat(journal.compaction())
                    .isEqualTo(new CompactionAccess.Unavailable(
                            "„a.db“ wird gerade von diesem Programm geschrieben. Beenden Sie das zuerst."));
        }
    }

    @Test
    void whatFailsInTheMiddleNamesWhatWasTried() {
        var locked = new SQLiteException("database is locked", SQLiteErrorCode.SQLITE_BUSY);
        assertThat(JdbcErrors.of(locked, Attempt.to("store.tried.entry", 12_044), "a.db"))
                .hasMessage("„a.db“: Das Lesen des Eintrags 12044 schlug fehl. Ein anderes Programm hält die Datei"
                        + " gesperrt. Versuchen Sie es noch einmal, wenn dieses Programm damit fertig ist, oder"
                        + " schließen Sie es (SQLite sagt: database is locked).");
    }

    @Test
    void reasonsAndRoomThatLacks() {
        assertThat(FileReason.of(new AccessDeniedException("a.db"))).isEqualTo("keine Berechtigung");
        assertThat(FileReason.of(new IOException("No space left on device")))
                .isEqualTo("kein Platz mehr auf dem Datenträger");
        assertThat(Room.free(1_899_999_999)).isEqualTo("1,8 GB");
    }

    private void refused(Path file, String sentence) {
        assertThatThrownBy(() -> open(file).close())
                .isInstanceOf(JournalException.class)
                .hasMessage(sentence);
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private Path journal(int entries) {
        Path file = folder.resolve("a.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            for (int i = 0; i < entries; i++) {
                journal.append(Entries.set("/a/" + i, "\"" + "x".repeat(60) + "\""));
            }
        }
        return file;
    }

    private Path database(String name, String sql) throws Exception {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return file;
    }
}
