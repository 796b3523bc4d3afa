package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.ui.fx.TimeDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailViewTest extends DetailScreen {
    @Test
    void inALowPaneTheValueCountsMoreThanWhatTheHeaderSays() {
        open(330, 330);
        select(add(OPACITY, "0.5"));
        assertThat(window.robot().lookup("#field-author").tryQuery()).isPresent();
        assertThat(window.robot().lookup("#field-seq").tryQuery()).isEmpty();
        assertThat(window.robot().lookup("#field-size").tryQuery()).isEmpty();
    }

    @Test
    void emptyPaneSaysWhatToDo() {
        open(340);
        window.screenshots("detail-empty");
        assertThat(text(".hint")).isEqualTo("Select an entry to see it whole.");
    }

    @Test
    void failureIsToldWithAWayToTryAgain() {
        Entry entry = add("/a", "1");
        open(340);
        journal.failWith("The file session.db has vanished. Is its disk still connected?");
        window.run(() -> browsing.selected().set(entry));
        window.await("failure", () -> model.content().get() instanceof DetailContent.Failed);
        window.nextFrame();
        window.screenshots("detail-failure");
        journal.failWith("");
        window.robot().clickOn(".detail > .message .try-again");
        window.await("recovered", () -> model.content().get() instanceof DetailContent.Shown);
    }

    @Test
    void fieldsAreShownExactly() {
        open(340);
        var entry = new Entry(12_044, -1L, "13a1", OPACITY, "param", "9223372036854775807", -1L, MsgType.SET);
        journal.add(entry);
        select(entry);
        assertThat(text(".title")).isEqualTo("Entry 12044");
        assertThat(field("seq")).isEqualTo("12044");
        assertThat(field("micros")).isEqualTo("18446744073709551615 µs");
        assertThat(field("time")).isEqualTo("+586524-01-19 08:01:49.551615 UTC");
        assertThat(field("revision")).isEqualTo("18446744073709551615");
        assertThat(field("message")).isEqualTo("SET 0x21");
        assertThat(field("size")).isEqualTo("19 bytes");
        window.run(() -> browsing.timeDisplay().set(TimeDisplay.SINCE_FIRST));
        assertThat(field("time")).isEqualTo("+0.000000 since first");
        assertThat(field("utc")).isEqualTo("+586524-01-19 08:01:49.551615");
    }

    private String field(String key) {
        return window.get(() -> this.<TextField>find("#field-" + key).getText());
    }

    @Test
    void diffTellsWhatChanged() {
        add("/lumen/scene/0", "{\"name\":\"Intro\",\"count\":9223372036854775806,\"x\":1,\"old\":[1,2]}");
        Entry entry =
                add("/lumen/scene/0", "{\"name\":\"Outro\",\"count\":9223372036854775807,\"x\":1.0,\"new\":true}");
        open(340);
        select(entry);
        choose(DetailTab.DIFF);
        window.await("diff", () -> text("#diffVerdict").equals("5 parts of the value changed."));
        window.nextFrame();
        window.screenshots("detail-diff");
        window.robot().clickOn("#previousEntry");
        assertThat(revealed).containsExactly(1L);
        select(journal.entry(1).orElseThrow());
        assertThat(text("#diffVerdict")).isEqualTo("The journal holds no earlier entry at this address.");
        window.screenshots("detail-diff-none");
    }

    @Test
    void worksInANarrowAndInAWidePane() {
        List<Entry> entries = addNumbers(30);
        open(300);
        select(entries.get(20));
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 30);
        window.nextFrame();
        window.screenshots("detail-narrow");
        choose(DetailTab.DIFF);
        window.await("diff", () -> text("#diffVerdict").startsWith("The value"));
        window.nextFrame();
        window.screenshots("detail-narrow-diff");
    }

    @Test
    void usesTheRoomOfAWidePane() {
        List<Entry> entries = addNumbers(200);
        add(OPACITY, "\"off\"");
        open(640);
        select(entries.get(120));
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 201);
        window.nextFrame();
        window.screenshots("detail-wide");
    }

    @Test
    void menuCopiesAndSaves(@TempDir Path folder) throws Exception {
        saveTo = folder;
        Entry entry = add("/a/b", "{\"x\":1.0}");
        open(340);
        select(entry);
        window.robot().clickOn("#detailMenu");
        window.nextFrame();
        window.robot().clickOn("Copy value");
        assertThat(clipboard()).isEqualTo("{\"x\":1.0}");
        window.screenshots("detail-copied");
        window.robot().clickOn("#copyAddress");
        assertThat(clipboard()).isEqualTo("/a/b");
        window.robot().clickOn("#detailMenu");
        window.nextFrame();
        window.robot().clickOn("Save value to file…");
        window.await("saved", () -> text("#detailReport").startsWith("9 bytes written"));
        assertThat(Files.readString(folder.resolve("list-entry-1.json"))).isEqualTo("{\"x\":1.0}");
    }
}
