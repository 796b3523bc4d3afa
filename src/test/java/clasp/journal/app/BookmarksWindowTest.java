package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.bookmarks.EarlierBookmark;
import clasp.journal.model.Entry;
import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.FxStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries are marked, with notes, and found again.
@Tag("thorough")
class BookmarksWindowTest {
    /// A SET at an address that has been set before.
    private static final long LATE = 2_410;

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 3_000);
    }

    @Test
    void aMarkIsSeenAndGoneToAndTakenAway() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            mark(window, 100, "");
            mark(window, 2_000, "here the lights went out");
            window.screenshots("bookmarks");
            assertThat(window.text("#entryNote")).isEqualTo("here the lights went out");
            assertThat(marked(window)).containsExactly("2000");
            window.press(KeyCode.F4);
            window.settle();
            assertThat(marked(window)).containsExactly("100");
            window.press(KeyCode.SHIFT, KeyCode.F4);
            window.settle();
            assertThat(marked(window)).containsExactly("2000");
            // A note is not thrown away unasked.
            window.press(KeyCode.CONTROL, KeyCode.B);
            window.awaitText("#question .sentence", "here the lights went out");
            window.screenshots("bookmark-removing");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#question");
            assertThat(marked(window)).containsExactly("2000");
            window.press(KeyCode.CONTROL, KeyCode.B);
            window.click("#questionYes");
            window.settle();
            assertThat(marked(window)).isEmpty();
        }
    }

    @Test
    void theListLeadsToAnEntryAndIsExported() throws Exception {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            mark(window, 7, "=1+1");
            mark(window, 2_500, "second, with \"quotes\"");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.find("#bookmarks");
            window.screenshots("bookmark-list");
            assertThat(window.texts("#bookmarkTable .table-cell")).contains("7", "2500", "second, with \"quotes\"");
            Path target = folder.resolve("bookmarks.csv");
            window.willSave(target);
            window.click("#bookmarksExport");
            window.settle();
            assertThat(Files.readAllLines(target))
                    .hasSize(3)
                    .anyMatch(line -> line.startsWith("7,") && line.contains("'=1+1") && line.endsWith("show.db"))
                    .anyMatch(line -> line.contains("\"second, with \"\"quotes\"\"\""));
            window.click("#bookmarkTable");
            window.press(KeyCode.HOME);
            window.press(KeyCode.ENTER);
            window.awaitGone("#bookmarks");
            window.settle();
            assertThat(marked(window)).containsExactly("7");
        }
    }

    @Test
    void theMenuOfAMarkTakesItAwayAndLeadsToIt() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            mark(window, 7, "");
            mark(window, 2_500, "");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.find("#bookmarks");
            window.chooseFromMenu(window.find("#bookmarkTable .table-cell", "2500"), "bookmarkMenuRemove");
            var table = (TableView<?>) window.find("#bookmarkTable");
            FxStage.await("one mark to be left", () -> table.getItems().size() == 1);
            window.chooseFromMenu(window.find("#bookmarkTable .table-cell", "7"), "bookmarkMenuGo");
            window.awaitGone("#bookmarks");
            window.settle();
            assertThat(marked(window)).containsExactly("7");
        }
    }

    @Test
    void marksAreFoundInACopyButNotInAnotherJournal() throws Exception {
        Path file = folder.resolve("settings.json");
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            mark(window, 3, "kept");
        }
        Path copy = Files.copy(journal, folder.resolve("copy.db"));
        Path other = folder.resolve("other.db");
        Files.copy(journal, other);
        alter(other);
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(copy, settings, 1000, 700)) {
            window.settle();
            assertThat(marked(window)).containsExactly("3");
            window.open(other);
            assertThat(marked(window)).isEmpty();
        }
    }

    /// It numbers the revisions of what stays anew.
    @Test
    void marksAndNotesAreFoundAfterACompactionForClaspRouter() {
        Path file = folder.resolve("settings.json");
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            mark(window, LATE, "here the lights went out");
        }
        compactForClaspRouter();
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            window.press(KeyCode.F4);
            window.settle();
            assertThat(marked(window)).containsExactly("" + LATE);
            assertThat(window.text("#entryNote")).isEqualTo("here the lights went out");
        }
    }

    @Test
    void aMarkOfAnEarlierVersionIsFoundAndOutlivesSuchACompactionFromThenOn() {
        Path file = folder.resolve("settings.json");
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {})) {
            settings.write("bookmarks", Map.of("bookmarks", List.of(EarlierBookmark.of(entry(LATE), "from long ago"))));
        }
        for (int run = 0; run < 2; run++) {
            try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                    var window = OpenWindow.on(journal, settings, 1000, 700)) {
                window.press(KeyCode.F4);
                window.settle();
                assertThat(marked(window)).containsExactly("" + LATE);
                assertThat(window.text("#entryNote")).isEqualTo("from long ago");
            }
            if (run == 0) {
                compactForClaspRouter();
            }
        }
    }

    @Test
    void oneBadMarkIsLeftOutAndTheOthersStay() throws Exception {
        Path file = folder.resolve("settings.json");
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            mark(window, 3, "first");
            mark(window, 7, "second");
            mark(window, 9, "third");
        }
        String damaged = Files.readString(file).replaceAll("\"seq\" : 7\\b", "\"seq\" : \"a\"");
        Files.writeString(file, damaged);
        List<String> warnings = new ArrayList<>();
        try (var settings = new FileSettings(file, Runnable::run, warnings::add);
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            mark(window, 11, "fourth");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.find("#bookmarks");
            assertThat(window.texts("#bookmarkTable .table-cell"))
                    .contains("first", "third", "fourth")
                    .doesNotContain("second");
        }
        assertThat(warnings).singleElement().asString().contains("“bookmarks”", "bookmarks[1].seq");
        assertThat(folder.resolve("settings.json.damaged")).hasContent(damaged);
    }

    @Test
    void anEmptyListSaysHowToMark() {
        try (var window = OpenWindow.on(journal, Settings.inMemory(), 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.awaitText("#bookmarkTable .label", "Ctrl+B");
            window.screenshots("bookmark-list-empty");
        }
    }

    private Entry entry(long seq) {
        try (JournalReader read = new SqliteJournals().open(journal, Progress.NONE, Cancellation.none())) {
            return read.entry(seq).orElseThrow();
        }
    }

    private void compactForClaspRouter() {
        Entry before = entry(LATE);
        try (JournalReader open = new SqliteJournals().open(journal, Progress.NONE, Cancellation.none())) {
            ((CompactionAccess.Available) open.compaction())
                    .compactor()
                    .compact(
                            new CompactionOrder(2_000, null, true, true, true),
                            CompactionProgress.NONE,
                            Cancellation.none());
        }
        assertThat(entry(LATE).revision()).isNotEqualTo(before.revision());
    }

    private static void mark(OpenWindow window, long seq, String note) {
        window.reveal(seq);
        if (note.isEmpty()) {
            window.press(KeyCode.CONTROL, KeyCode.B);
        } else {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.find("#note");
            window.type(note);
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.awaitGone("#note");
        }
        window.settle();
    }

    private static List<String> marked(OpenWindow window) {
        return window.textsInFront(".entry-line:marked .entry-cell.seq");
    }

    /// Another session in which other things happened under the same seqs.
    private static void alter(Path file) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE journal_entries SET timestamp = timestamp + 1");
        }
    }
}
