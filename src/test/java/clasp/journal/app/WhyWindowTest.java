package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *Why this value?* can be asked wherever there is a param, and the answer is the chain of its entries.
@Tag("thorough")
class WhyWindowTest {
    @TempDir
    private Path folder;

    private OpenWindow window;

    /// Two params of two writers, and a snapshot in the middle. The entry of the other param is selected.
    @BeforeEach
    void open() {
        Path file = folder.resolve("two.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.append(set("/a", "0.2", 1, "desk"));
            journal.append(set("/a", "0.5", 2, "panel"));
            journal.append(set("/b", "7", 1, "desk"));
            journal.snapshot(
                    List.of(new Param("/a", "0.5", 2, "panel", micros(2)), new Param("/b", "7", 1, "desk", micros(1))));
            journal.append(set("/a", "0.8", 3, "desk"));
            journal.append(set("/b", "8", 2, "desk"));
        }
        window = OpenWindow.on(file, 1200, 800);
        window.reveal(5);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void ofARowOfTheEntryTable() {
        window.chooseFromMenu(window.find(".entry-cell.value", "0.8"), "why");
        thereIsTheChainOfA("4", "set by entry 4, written by desk.");
        window.screenshots("why-entry-table");
    }

    @Test
    void ofTheEntryInTheDetailPane() {
        window.reveal(4);
        window.click("#detailMenu");
        window.click("#why");
        thereIsTheChainOfA("4", "set by entry 4, written by desk.");
    }

    @Test
    void ofALineOfTheAddressTree() {
        window.chooseFromMenu(window.find(".address-row .name", "/a"), "addressWhy");
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
    }

    @Test
    void ofALineOfTheAddressTreeByTheKey() {
        window.robot().clickOn(window.find(".address-row .name", "/a"));
        window.settle();
        window.press(KeyCode.F2);
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
    }

    @Test
    void ofAParamOfASnapshot() {
        lookAtTheSnapshot();
        window.chooseFromMenu(window.find("#params .table-cell", "/a"), "why");
        thereIsTheChainOfA("3", "as the snapshot has it.");
    }

    @Test
    void ofAParamOfASnapshotByTheKey() {
        lookAtTheSnapshot();
        window.robot().clickOn(window.find("#params .table-cell", "/a"));
        window.press(KeyCode.F2);
        thereIsTheChainOfA("3", "as the snapshot has it.");
    }

    @Test
    void ofAChangeBetweenASnapshotAndTheCurrentState() {
        lookAtTheSnapshot();
        window.click("#compareWith");
        window.press(KeyCode.DOWN, KeyCode.ENTER);
        window.chooseFromMenu(window.find("#changes .table-cell", "/a"), "why");
        window.awaitText("#whyTitle", "/a");
    }

    @Test
    void ofAParamOfTheStateTable() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.awaitText("#whyTitle", "/b");
        window.chooseFromMenu(window.find("#stateTable .table-cell", "/a"), "why");
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
        window.screenshots("why-state-table");
    }

    /// The key asks about the param under the keyboard, not about the entry that is selected above.
    @Test
    void ofAParamOfTheStateTableByTheKey() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.robot().clickOn(window.find("#stateTable .table-cell", "/a"));
        window.press(KeyCode.F2);
        window.settle();
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
    }

    @Test
    void ofARowOfTheComparison() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.click("#recovery-tab-compare");
        window.chooseFromMenu(window.find("#differenceTable .table-cell", "/a"), "why");
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
    }

    @Test
    void ofAParamThatACrashLoses() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.click("#recovery-tab-crash");
        window.chooseFromMenu(window.find("#lossTable .table-cell", "/a"), "why");
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
    }

    @Test
    void ofWhatHappenedBefore() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.click("#recovery-tab-moments");
        window.chooseFromMenu(window.find("#momentsTable .table-cell", "/a"), "why");
        window.awaitText("#whyTitle", "/a");
    }

    @Test
    void ofALifelineByTheKey() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.find("#lifelines");
        window.settle();
        window.robot().clickOn(window.find("#lifelineList .lifeline-cell .mono", "/a"));
        window.press(KeyCode.F2);
        window.awaitGone("#lifelines");
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
    }

    @Test
    void ofNothingItIsSaidWhatToDo() {
        window.close();
        window = OpenWindow.on(folder.resolve("two.db"), 1024, 700);
        window.settle();
        window.press(KeyCode.F2);
        window.awaitText("#statusLine .label", "Select an entry, a param or a single address first");
        window.screenshots("why-nothing");
        assertThat(window.sees("#whyChain")).isFalse();
        window.reveal(4);
        window.awaitText("#statusLine .label", "5 entries");
        window.press(KeyCode.F2);
        thereIsTheChainOfA("4", "set by entry 4, written by desk.");
    }

    /// It stands for all addresses, so it has no value.
    @Test
    void ofAFolderOfAddressesItIsSaidWhatToDo() {
        window.robot().clickOn(window.find(".address-row .name", "All"));
        window.settle();
        window.press(KeyCode.F2);
        window.awaitText("#statusLine .label", "Select an entry, a param or a single address first");
    }

    /// Beside two journals or files there is no chain; asking leads back to where there is one.
    @Test
    void alsoWhenTheViewIsAboutFiles() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.click("#recovery-tab-evidence");
        window.awaitGone("#whyChain");
        window.chooseFromMenu(window.find(".entry-cell.value", "0.8"), "why");
        thereIsTheChainOfA("4", "set by entry 4, written by desk.");
    }

    /// Whoever asked about one param and then selects another does not look at the old answer.
    @Test
    void ofWhateverIsSelectedNext() {
        window.chooseFromMenu(window.find(".entry-cell.value", "0.8"), "why");
        thereIsTheChainOfA("4", "set by entry 4, written by desk.");
        window.robot().clickOn(window.find(".entry-cell.seq", "3"));
        window.awaitText("#whyTitle", "/b");
        window.settle();
        assertThat(window.text("#whySummary")).isEqualTo("7 at revision 1, as the snapshot has it.");
    }

    @Test
    void ofTheSameAddressWhateverIsSelectedWhilePinned() {
        window.chooseFromMenu(window.find(".entry-cell.value", "0.8"), "why");
        window.awaitText("#whyTitle", "/a");
        window.settle();
        window.click("#whyPin");
        window.robot().clickOn(window.find(".entry-cell.seq", "5"));
        window.awaitText("#cursorPlace", "seq 5 of 5");
        thereIsTheChainOfA("5", "set by entry 4, written by desk.");
        window.awaitText("#whyCursor", "The cursor is at an entry of /b");
        window.screenshots("why-pinned");
        window.click("#whyCursor");
        window.awaitText("#whyTitle", "/b");
        window.awaitGone("#whyCursor");
    }

    private void lookAtTheSnapshot() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        window.robot().clickOn(window.find(".state-cell .name", "Snapshot 1"));
        window.find("#params .table-cell", "0.5");
    }

    /// Newest first, each with its value, writer and time, down to the snapshot and what it covers.
    private void thereIsTheChainOfA(String cursor, String summary) {
        window.awaitText("#cursorPlace", "seq " + cursor + " of 5");
        window.awaitText("#whyTitle", "/a");
        window.awaitText("#whySummary", summary);
        window.settle();
        assertThat(window.textsInFront("#whyChain .value"))
                .isEqualTo(cursor.equals("3") ? List.of("0.5", "0.5", "0.2") : List.of("0.8", "0.5", "0.5", "0.2"));
        assertThat(window.textsInFront("#whyChain .origin")).last().asString().contains("revision 1", "desk");
    }

    private static Entry set(String address, String value, long revision, String writer) {
        return new Entry(0, micros(revision), writer, address, "param", value, revision, MsgType.SET);
    }

    private static long micros(long second) {
        return (1_773_518_400L + second) * 1_000_000;
    }
}
