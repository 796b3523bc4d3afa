package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.bookmarks.BookmarkCsv;
import clasp.journal.export.CsvOptions;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exporter;
import clasp.journal.query.Filter;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSessions;
import clasp.journal.store.sqlite.SqliteSlices;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may read what the program writes: what people ask for follows the `umask` of their system, as with any editor;
/// what
/// it keeps for itself is theirs alone.
class WrittenFilesTest {
    private static final String OWN_FOLDER = "rwx------";
    private static final String OWN = "rw-------";

    /// What the other process made in this folder, by name; permissions of each.
    private static Map<String, String> written(Path folder, String umask) throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        List<String> java = JavaCommand.of(
                Writer.class, List.of("-Djava.io.tmpdir=" + folder.resolve("private")), folder.toString());
        Files.createDirectory(folder.resolve("private"));
        String command = "umask " + umask + "; exec "
                + java.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            Map<String, String> found = lines.map(line -> line.split("\t"))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));
            assertThat(process.waitFor()).isZero();
            return found;
        }
    }

    @ParameterizedTest
    @CsvSource({"022, rw-r--r--", "027, rw-r-----", "077, rw-------"})
    void whatIsAskedForFollowsTheUmask(String umask, String usual, @TempDir Path folder) throws Exception {
        assertThat(written(folder, umask))
                .containsEntry("asked/export.csv", usual)
                .containsEntry("asked/export.jsonl", usual)
                .containsEntry("asked/slice.db", usual)
                .containsEntry("asked/session.db", usual)
                .containsEntry("asked/bookmarks.csv", usual)
                .containsEntry("asked/new.db", usual)
                .containsEntry("asked/new.db-wal", usual)
                .containsEntry("asked/new.db-shm", usual)
                .containsEntry("asked/backup.db", usual)
                .containsEntry("asked/backup.jsonl", usual);
    }

    @Test
    void whatItKeepsForItselfIsTheUsersAlone(@TempDir Path folder) throws Exception {
        Map<String, String> found = written(folder, "000");
        assertThat(found)
                .containsEntry("config", OWN_FOLDER)
                .containsEntry("config/program", OWN_FOLDER)
                .containsEntry("config/program/settings.json", OWN)
                .containsEntry("run/clasp-journal-browser.sock", OWN)
                .containsEntry("run/clasp-journal-browser.lock", OWN);
        assertThat(found.entrySet().stream()
                        .filter(each -> each.getKey().matches("private/clasp-[^/]*"))
                        .map(each -> each.getKey().replaceAll("[0-9]+$", "") + " " + each.getValue()))
                .containsExactlyInAnyOrder(
                        "private/clasp-journal-copy- " + OWN_FOLDER, "private/clasp-journal-relay- " + OWN_FOLDER);
    }

    /// The other process: writes everything and prints the permissions while it has them open.
    static final class Writer {
        private static final Cancellation NONE = Cancellation.none();

        private Writer() {}

        static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Path asked = Files.createDirectory(folder.resolve("asked"));
            Path run = Files.createDirectory(
                    folder.resolve("run"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWN_FOLDER)));
            BookmarkCsv.write(List.of(), asked.resolve("bookmarks.csv"));
            writeFromMemory(asked);
            writeFromFile(asked);
            try (var settings = new FileSettings(
                    folder.resolve("config/program/settings.json"), Runnable::run, System.err::println)) {
                settings.write("a", 1);
            }
            HandoverPlace place = HandoverPlace.find(Map.of("XDG_RUNTIME_DIR", run.toString()), folder, "me")
                    .orElseThrow();
            try (var _ = Handover.claim(place).orElseThrow();
                    var copies = new TemporaryCopies();
                    SqliteJournal open = new SqliteJournals().create(asked.resolve("new.db"), null)) {
                copies.create();
                open.append(Entries.set("/a", "1"));
                Path left = Files.copy(
                        asked.resolve("new.db"),
                        Files.createDirectory(folder.resolve("left")).resolve("left.db"));
                Files.copy(asked.resolve("new.db-wal"), left.resolveSibling("left.db-wal"));
                try (JournalReader _ = new SqliteJournals().open(left, Progress.NONE, NONE)) {
                    print(folder);
                }
            }
        }

        private static void writeFromMemory(Path asked) {
            var journal = new MemoryJournal("memory", 10, 1, InstantSource.system());
            journal.append(Entries.set("/a", "1"));
            backUp(journal, asked.resolve("backup.jsonl"));
            new Exporter(new SqliteSessions(InstantSource.system()))
                    .export(
                            Selection.of(journal, Filter.ALL),
                            new ExportFormat.Slice(),
                            asked.resolve("session.db"),
                            Progress.NONE,
                            NONE);
        }

        private static void writeFromFile(Path asked) {
            Path file = asked.resolve("old.db");
            try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
                journal.append(Entries.set("/a", "1"));
            }
            var exporter = new Exporter(new SqliteSlices());
            try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, NONE)) {
                Map.of(
                                "export.csv", new ExportFormat.Csv(CsvOptions.EXACT),
                                "export.jsonl", new ExportFormat.JsonLines(),
                                "slice.db", new ExportFormat.Slice())
                        .forEach((name, format) -> exporter.export(
                                Selection.of(journal, Filter.ALL), format, asked.resolve(name), Progress.NONE, NONE));
                backUp(journal, asked.resolve("backup.db"));
            }
        }

        private static void backUp(JournalReader journal, Path backup) {
            ((CompactionAccess.Available) journal.compaction())
                    .compactor()
                    .compact(new CompactionOrder(1, backup, false, false), CompactionProgress.NONE, NONE);
        }

        private static void print(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.toList()) {
                    System.out.println(folder.relativize(each) + "\t"
                            + PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
                }
            }
        }
    }
}
