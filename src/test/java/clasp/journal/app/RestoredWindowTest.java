package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Damage;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.OwnLanguage;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A backup takes the place of a file that cannot be opened, or of one that is damaged.
@OwnLanguage
class RestoredWindowTest {
    private static final int ENTRIES = 4_000;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path backup = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = SceneJournal.write(folder.resolve("show.db"), ENTRIES);
        backup = Files.copy(file, folder.resolve("show-backup.db"));
    }

    @Test
    void aFileWithoutItsFirstPageIsRestoredByTheCommand() throws Exception {
        DamagedFiles.loseFirstPage(file);
        restoresByTheCommand();
    }

    @Test
    void soIsOneOfWhichNothingIsLeft() throws Exception {
        Files.write(file, new byte[100_000]);
        restoresByTheCommand();
    }

    private void restoresByTheCommand() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        try (var window = OpenWindow.on(file, 1024, 700)) {
            window.find("#openingRestore");
            window.settle();
            window.screenshots("window-failed-restore");
            window.willOpen(backup);
            window.command("restore backup");
            window.find("#confirmRestore");
            assertThat(window.text("#journalKept")).contains("stays beside it as “show-replaced.db”");
            window.click("#confirmRestore");
            window.find("#keptCopy");
            window.settle();
            window.screenshots("window-failed-restored");
            window.click("#close");
            window.awaitText(".status-line .label", "4,000 entries");
            assertThat(window.journal().damage()).isEqualTo(Damage.NONE);
        }
        assertThat(file).hasSameBinaryContentAs(backup);
        assertThat(folder.resolve("show-replaced.db")).hasBinaryContent(bytes);
    }

    @Test
    void whoeverChoosesNoBackupFindsAllAsItWas() throws Exception {
        byte[] bytes = new byte[100_000];
        Files.write(file, bytes);
        try (var window = OpenWindow.on(file, 1024, 700)) {
            window.click("#openingRestore");
            window.settle();
            window.awaitGone(".compaction-view");
            window.willOpen(backup);
            window.click("#openingRestore");
            window.click("#keep");
            window.awaitGone(".compaction-view");
            assertThat(window.sees("#openingRestore")).isTrue();
        }
        assertThat(file).hasBinaryContent(bytes);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("show.db", "show-backup.db");
    }

    @Test
    void ofAFileThatIsNotThereNothingCanBeReplaced() throws Exception {
        Files.delete(file);
        try (var window = OpenWindow.on(file, 1024, 700)) {
            window.find(".opening .sentence");
            assertThat(window.sees("#openingRestore")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.type("restore backup");
            assertThat(window.find("#paletteList .command-cell").getPseudoClassStates())
                    .contains(PseudoClass.getPseudoClass("unavailable"));
        }
    }

    @Test
    void theCopyThatIsKeptIsOpenedAndItsPathCopied() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (var window = OpenWindow.on(file, 1024, 700)) {
            window.willOpen(backup);
            window.command("restore backup");
            window.click("#confirmRestore");
            window.click("#copyPath");
            assertThat(FxStage.<String>call(() -> Clipboard.getSystemClipboard().getString()))
                    .endsWith("show-replaced.db");
            window.settle();
            window.screenshots("window-restored-kept");
            window.click("#openKept");
            window.awaitGone(".compaction-view");
            window.settle();
            assertThat(window.title()).startsWith("show-replaced.db");
            assertThat(window.journal().damage()).isEqualTo(Damage.SALVAGED);
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1024,700", "de,1024,700", "en,800,600", "de,800,600", "de,1440,900"})
    void theQuestionBeforeThatIsReadWithoutScrolling(String language, int width, int height) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (var window = OpenWindow.on(file, width, height)) {
            window.willOpen(backup);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.click("#restoreOther");
            window.find("#confirmRestore");
            window.settle();
            window.screenshots("window-restore-question-" + language + "-" + width);
            assertThat(FxStage.<Boolean>call(() -> window.root().lookupAll(".compaction-view .scroll-bar").stream()
                            .map(ScrollBar.class::cast)
                            .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())))
                    .as("scrolls")
                    .isFalse();
        }
    }
}
