package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window on real journal files.
class WindowTest {
    private static final int ENTRIES = 5_000;

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), ENTRIES);
    }

    @Test
    void theEntriesOfAFileAreShownAndTheFileStaysAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(journal);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.awaitText(".status-line .label", "5,000 entries");
            assertThat(window.texts(".entry-cell.seq")).contains("1", "2", "3");
            assertThat(window.texts(".status-line .label")).contains("read-only");
        }
        assertThat(journal).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm}");
    }

    @Test
    void aTypedPatternShowsItsEntriesOnly() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/lumen/**");
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", String.format("%,d of 5,000", matches("/lumen/**")));
            window.settle();
            assertThat(window.texts(".entry-cell.address"))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("/lumen/"));
            window.press(KeyCode.ALT, KeyCode.LEFT);
            window.awaitText(".status-line .label", "5,000 entries");
        }
    }

    @Test
    void aDragOnTheTimelineSetsTheTimeRange() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.drag(window.find(".timeline .strip"), 0.25, 0.5);
            window.awaitText(".status-line .label", " of 5,000");
            String status = window.texts(".status-line .label").getFirst();
            long shown = Long.parseLong(status.substring(0, status.indexOf(' ')).replace(",", ""));
            assertThat(shown).isBetween(ENTRIES / 8L, ENTRIES * 3L / 8);
        }
    }

    @Test
    void snapshotsAreOpenedAndCompared() {
        try (var window = OpenWindow.onDemo(1000, 700)) {
            window.click("#command-snapshots");
            window.awaitText(".state-cell .name", "Snapshot 3");
            window.settle();
            assertThat(window.sees("#params")).isTrue();
            window.click("#compareWith");
            window.press(KeyCode.DOWN, KeyCode.ENTER);
            window.find("#changes");
            window.settle();
            window.screenshots("window-snapshots");
            window.click("#reveal");
            window.settle();
            assertThat(window.sees("#entryTable")).isTrue();
        }
    }

    @Test
    void oneClickCompactsAndTheBackupBringsEverythingBack() {
        List<String> before = lines(journal);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.click("#command-compact");
            window.fill("#cut-keep_last-text", "1000");
            window.awaitText("#compact", "4,000 entries");
            window.settle();
            window.screenshots("window-compaction");
            if (window.sees("#understood")) {
                window.click("#understood");
            }
            window.click("#compact");
            window.find("#restore");
            assertThat(lines(journal)).isEqualTo(before.subList(4_000, ENTRIES));
            window.awaitText(".status-line .label", "1,000 entries");
            window.click("#restore");
            window.click("#confirmRestore");
            window.awaitText(".outcome .title", "restored");
            assertThat(lines(journal)).isEqualTo(before);
            window.awaitText(".status-line .label", "5,000 entries");
        }
    }

    @Test
    void whatIsShownIsExportedAndNothingElse() throws Exception {
        Path target = folder.resolve("levels.csv");
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/lumen/**");
            window.press(KeyCode.ENTER);
            long matches = matches("/lumen/**");
            window.awaitText(".status-line .label", String.format("%,d of 5,000", matches));
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.willSave(target);
            window.click("#browse");
            window.click("#export");
            window.awaitText("#outcome", String.format("Exported %1$,d of %1$,d entries", matches));
            window.press(KeyCode.ESCAPE);
        }
        List<String> exported = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(target)) {
            csv.forEach(line ->
                    exported.add(line.getField("seq") + " " + line.getField("address") + " " + line.getField("value")));
        }
        List<String> stored = new ArrayList<>();
        try (JournalReader reader = open(journal)) {
            reader.scan(
                    Query.parse("/lumen/**").filter(),
                    SeqRange.ALL,
                    entry -> stored.add(entry.seq() + " " + entry.address() + " " + entry.valueJson()),
                    Cancellation.none());
        }
        assertThat(exported).isNotEmpty().isEqualTo(stored);
    }

    @Test
    void aDialogHasTheKeyboardForItself() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.find("#compact");
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("show.db");
            for (int i = 0; i < 30; i++) {
                window.press(KeyCode.TAB);
                assertThat(window.focusIsWithin("#overlay")).isTrue();
            }
            window.press(KeyCode.ESCAPE);
            assertThat(window.sees("#compact")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).isEmpty();
        }
    }

    @Test
    void whatIsNoJournalIsToldInItsTab() throws Exception {
        Path note = Files.writeString(folder.resolve("note.db"), "Dear diary");
        try (var window = OpenWindow.on(note, 1000, 700)) {
            window.awaitText(".opening .label", "note.db could not be opened");
            window.screenshots("window-not-a-journal");
            window.open(journal);
            window.awaitText(".status-line .label", "5,000 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("note.db", "show.db");
        }
    }

    @Test
    void theNameOfAFileIsOneLineWhateverIsInIt() throws Exception {
        Path note = Files.writeString(folder.resolve("a\nnote.db"), "Dear diary");
        Path odd = Files.copy(journal, folder.resolve("a\nshow.db"));
        try (var window = OpenWindow.on(note, 1000, 700)) {
            assertThat(window.title()).startsWith("a␊note.db – ");
            window.open(odd);
            window.awaitText(".status-line .label", "5,000 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label"))
                    .containsExactly("a␊note.db", "a␊show.db");
            assertThat(window.title()).startsWith("a␊show.db – ");
        }
    }

    @Test
    void aFileThatIsOpenComesToTheFrontInsteadOfOpeningTwice() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.willOpen(folder.resolve(".").resolve("show.db"));
            window.press(KeyCode.CONTROL, KeyCode.O);
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("show.db");
        }
    }

    @Test
    void withoutAJournalTheWindowOffersWhatCanBeDone() {
        try (var window = OpenWindow.empty(1000, 700)) {
            window.screenshots("window-welcome");
            assertThat(window.texts(".welcome .button"))
                    .containsExactly("Open…", "Connect…", "Record…", "Host…", "Demo");
            window.robot().clickOn("Demo");
            window.awaitText(".status-line .label", "entries");
            window.settle();
        }
    }

    @Test
    void panesAreRememberedForTheNextRun() {
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.on(journal, settings, 1200, 700)) {
            assertThat(window.sees(".addresses")).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertThat(window.sees(".addresses")).isFalse();
        }
        try (var window = OpenWindow.on(journal, settings, 1200, 700)) {
            assertThat(window.sees(".addresses")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertThat(window.sees(".addresses")).isTrue();
        }
    }

    @Test
    void theWindowLooksGoodInEverySize() {
        try (var window = OpenWindow.onDemo(1440, 900)) {
            window.revealBeforeTheGap();
            window.robot().clickOn("History");
            window.find(".plot");
            window.settle();
            window.screenshots("window");
        }
        try (var window = OpenWindow.onDemo(1024, 700)) {
            window.revealBeforeTheGap();
            window.screenshots("window-narrow");
            assertThat(width(window, "#entryTable")).isGreaterThan(650);
        }
        try (var window = OpenWindow.onDemo(800, 600)) {
            window.screenshots("window-small");
            assertThat(width(window, "#entryTable")).isGreaterThan(750);
            window.revealBeforeTheGap();
            window.click("#command-detail");
            window.settle();
            window.screenshots("window-small-detail");
            assertThat(width(window, "#entryTable")).isGreaterThan(400);
            assertThat(width(window, ".detail")).isGreaterThan(280);
        }
    }

    private static double width(OpenWindow window, String selector) {
        return window.find(selector).getBoundsInLocal().getWidth();
    }

    private long matches(String pattern) {
        try (JournalReader reader = open(journal)) {
            return reader.count(Query.parse(pattern).filter(), Progress.NONE, Cancellation.none());
        }
    }

    private static List<String> lines(Path file) {
        try (JournalReader reader = open(file)) {
            var lines = new ArrayList<String>();
            reader.scan(Filter.ALL, SeqRange.ALL, entry -> lines.add(entry.toString()), Cancellation.none());
            return lines;
        }
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
