package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Filter;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.SceneJournal;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file whose disk has lost a page of it: the window says so, and shows and exports what is left.
class DamagedWindowTest {
    private static final int ENTRIES = 4_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = SceneJournal.write(folder.resolve("show.db"), ENTRIES);
    }

    /// An index still told of those that are lost.
    @Test
    void asSoonAsDamageIsKnownTheTotalsAreOfWhatCanBeRead() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.reveal(2_090);
            window.find(".notice-bar .remedy");
            long readable = window.journal().count(Filter.ALL, Progress.NONE, Cancellation.none());
            assertThat(readable).isLessThan(ENTRIES);
            String total = "%,d".formatted(readable);
            window.awaitText(".status-line .label", total);
            window.awaitText(".addresses .label", total);
            window.settle();
            window.screenshots("window-damaged-totals");
        }
    }

    @Test
    void theEntryBehindTheDamageIsShownAndItsHistoryGoesOnBeforeThat() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.reveal(2_090);
            window.settle();
            Node tabs = window.find("#detailTabs");
            FxStage.run(tabs::requestFocus);
            window.press(KeyCode.RIGHT);
            window.awaitText("#diffVerdict", "its previous entry may be lost");
            window.settle();
            window.screenshots("window-damaged-diff");
            window.press(KeyCode.RIGHT);
            window.awaitText("#historyExtent", "44 entries at this address · others may be lost");
            window.settle();
            window.screenshots("window-damaged-history");
        }
    }

    @Test
    void whatIsLeftOfAFileThatIsDamagedInItsMiddleIsShownAndExported() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find(".notice-bar .remedy");
            assertThat(notice(window)).contains("“show.db” is damaged, and some of it cannot be read");
            window.settle();
            window.screenshots("window-damaged");
            window.click(".notice-bar .remedy");
            window.awaitGone(".notice-bar .remedy");
            assertThat(notice(window)).contains("is shown from a private copy");
            window.settle();
            window.screenshots("window-damaged-left");
            Path slice = folder.resolve("left.csv");
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.willSave(slice);
            window.click("#browse");
            window.settle();
            window.click("#export");
            window.awaitText("#outcome", "Exported ");
            window.press(KeyCode.ESCAPE);
            try (var lines = Files.lines(slice)) {
                assertThat(lines.count()).isBetween(ENTRIES - 100L, ENTRIES - 1L);
            }
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void whoeverGoesToAnEntryThatIsLostComesToTheNextOneAndIsTold() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("3");
            keyboard.goTo("2000");
            window.awaitText(".status-line .label", "At 2000 the file is damaged and cannot be read: this is the next");
            window.settle();
            window.screenshots("window-damaged-there");
            String chosen =
                    window.textsInFront(".entry-line:chosen .entry-cell.seq").getFirst();
            assertThat(Long.parseLong(chosen)).isBetween(2_001L, 2_100L);
            assertThat(window.textsInFront(".entry-cell.value"))
                    .as("what is at both sides of the loss")
                    .contains("\"value-" + chosen + "-\"")
                    .anyMatch(value -> value.compareTo("\"value-2000-\"") < 0);
        }
    }

    @Test
    void theRecoveryViewOffersWhatIsLeftWhereItMeetsTheDamage() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.reveal(3_000);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.find(".state-pane .show-left");
            window.press(KeyCode.F2);
            window.find(".why-pane .show-left");
            window.settle();
            window.screenshots("window-damaged-recovery");
            window.click(".state-pane .show-left");
            window.awaitGone(".notice-bar .remedy");
            window.settle();
            assertThat(window.journal().damage()).isEqualTo(Damage.SALVAGED);
            assertThat(window.text("#stateSummary")).contains("90 params");
        }
    }

    @Test
    void inAReportOfProblemsDamageStandsAtItsPlace() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            Path report = folder.resolve("report.html");
            window.willSave(report);
            window.command("save report");
            window.awaitText("#reportResult", "written to report.html");
            List<Long> seqs = Pattern.compile("<td class=\"seq\">(\\d+)</td>")
                    .matcher(Files.readString(report))
                    .results()
                    .map(seq -> Long.valueOf(seq.group(1)))
                    .toList();
            assertThat(seqs).hasSizeGreaterThan(20).isSorted();
            assertThat(Files.readString(report)).contains("Part of the file is damaged");
        }
    }

    @Test
    void aFileThatDoesNotTellWhereItEndsIsOpenedWithWhatIsLeft() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find("#entryTable");
            assertThat(notice(window)).contains("is shown from a private copy");
        }
    }

    @Test
    void whatIsLeftIsShownByACommandAsSoonAsDamageIsMet() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find(".notice-bar .remedy");
            window.command("show what is left");
            window.awaitGone(".notice-bar .remedy");
            window.settle();
            assertThat(notice(window)).contains("is shown from a private copy");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.type("show what is left");
            assertThat(window.find("#paletteList .command-cell").getPseudoClassStates())
                    .as("once it is shown, there is no more to show")
                    .contains(PseudoClass.getPseudoClass("unavailable"));
            window.screenshots("window-damaged-command");
        }
    }

    @Test
    void ofAFileThatIsWholeTheSameCommandSaysSo() {
        try (var window = OpenWindow.on(file, 1024, 700)) {
            window.command("show what is left");
            window.find(".notice-bar .message");
            assertThat(notice(window)).contains("No damage was found in “show.db”: every entry and every snapshot");
            assertThat(window.journal().damage()).isEqualTo(Damage.NONE);
            window.screenshots("window-undamaged");
        }
    }

    @Test
    void aFileThatLacksItsFirstPageOffersWhatIsLeft() throws Exception {
        DamagedFiles.loseFirstPage(file);
        byte[] bytes = Files.readAllBytes(file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            assertThat(window.text("#openingLeft")).isEqualTo("Show what is left");
            assertThat(window.focusIsWithin("#openingLeft")).isTrue();
            window.settle();
            window.screenshots("window-damaged-first-page");
            window.click("#openingLeft");
            window.find("#entryTable");
            window.settle();
            assertThat(notice(window)).contains("Every seq from 1 to 4000 is there.");
        }
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void whatIsLeftOfAFileThatLacksItsFirstPageIsShownByTheCommandToo() throws Exception {
        DamagedFiles.loseFirstPage(file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find("#openingLeft");
            window.command("show what is left");
            window.find("#entryTable");
            window.settle();
            assertThat(window.journal().damage()).isEqualTo(Damage.SALVAGED);
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.type("show what is left");
            assertThat(window.find("#paletteList .command-cell").getPseudoClassStates())
                    .as("there is nothing damaged in front")
                    .contains(PseudoClass.getPseudoClass("unavailable"));
        }
    }

    @Test
    void whereWhatIsLeftCannotBeShownItIsOfferedOnceMore() throws Exception {
        DamagedFiles.loseFirstPage(file);
        byte[] bytes = Files.readAllBytes(file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find("#openingLeft");
            Files.write(file, new byte[1_000_000]);
            window.click("#openingLeft");
            window.awaitText(".opening .sentence", "it begins with zeros");
            Files.write(file, bytes);
            window.click("#openingLeft");
            window.find("#entryTable");
            window.settle();
            assertThat(window.journal().damage()).isEqualTo(Damage.SALVAGED);
        }
    }

    /// It is read as it is.
    @Test
    void ofADamagedFileThatSomebodyElseHasOpenNothingIsOfferedThatCannotBeDone() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (SqliteJournal writer = new SqliteJournals().openForWriting(file, null);
                var window = OpenWindow.on(file, 1280, 800)) {
            window.find(".opening .sentence");
            assertThat(window.text(".opening .sentence")).contains("Part of the file is damaged");
            assertThat(window.sees("#openingLeft")).isFalse();
            assertThat(writer.damage()).isEqualTo(Damage.NONE);
        }
    }

    @Test
    void theNextStartShowsWhatIsLeftAgainWhileTheFileIsTheSame() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (FileSettings settings = settings();
                var window = OpenWindow.on(file, settings, 1280, 800)) {
            window.click(".notice-bar .remedy");
            window.awaitGone(".notice-bar .remedy");
            window.settle();
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1280, 800)) {
            assertThat(notice(window)).contains("is shown from a private copy");
            assertThat(window.sees(".notice-bar .remedy")).isFalse();
            window.settle();
        }
        Files.write(file, whole);
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1280, 800)) {
            window.find("#entryTable");
            assertThat(window.journal().damage()).isEqualTo(Damage.NONE);
            assertThat(window.journal().info().notes()).isEmpty();
        }
    }

    @Test
    void aSessionFromBeforeThatWasRememberedOpensTheFileItself() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (FileSettings settings = settings();
                var window = OpenWindow.on(file, settings, 1280, 800)) {
            window.click(".notice-bar .remedy");
            window.awaitGone(".notice-bar .remedy");
            window.settle();
        }
        Path stored = folder.resolve("settings.json");
        ObjectNode session = (ObjectNode) JSON.readTree(stored.toFile());
        ObjectNode state = (ObjectNode) session.at("/session/windows/0/journals/0/state");
        assertThat(state.remove("leftOf")).isNotNull();
        JSON.writeValue(stored.toFile(), session);
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1280, 800)) {
            assertThat(window.text(".notice-bar .remedy")).isEqualTo("Show what is left");
        }
        assertThat(warnings).isEmpty();
    }

    private FileSettings settings() {
        return new FileSettings(folder.resolve("settings.json"), Runnable::run, warnings::add);
    }

    private static String notice(OpenWindow window) {
        return window.find(".notice-bar .message").getAccessibleText();
    }
}
