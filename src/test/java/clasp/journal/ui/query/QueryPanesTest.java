package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class QueryPanesTest extends QueryBarScreen {
    @Test
    void theTimePaneSetsMicrosecondsAndRefusesAReversedRange() {
        open(1_000);
        set("type:param");
        click("#timeMenu");
        window.robot().write("2024-02-21 07:20:00.000250", 0);
        click("#time-to");
        window.robot().write("2024-02-21 07:20:00.000249", 0);
        window.nextFrame();
        Label problem = find("#timeProblem");
        assertThat(window.get(problem::getText)).contains("ends before it begins");
        assertThat(window.get(() -> this.<Button>find("#applyTime").isDisabled()))
                .isTrue();
        captures("query-time-reversed");
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("type:param");
        press(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
        window.robot().write("51", 0);
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("type:param from:2024-02-21T07:20:00.000250Z to:2024-02-21T07:20:00.000251Z");
        assertThat(shown("#time-from")).isFalse();
        click("#timeMenu");
        captures("query-time");
    }

    @Test
    void theCalendarChangesTheDayOnly() {
        open(1_000);
        set("from:2024-02-21T07:20:00.000250Z");
        click("#timeMenu");
        click("#day-from");
        captures("query-calendar");
        window.robot()
                .clickOn(window.robot()
                        .lookup(node -> node instanceof DateCell cell
                                && cell.getText().equals("24")
                                && cell.getStyleClass().contains("day-cell"))
                        .<Node>query());
        window.nextFrame();
        assertThat(window.get(() -> this.<TextField>find("#time-from").getText()))
                .isEqualTo("2024-02-24 07:20:00.000250");
        click("#applyTime");
        assertThat(inForce()).isEqualTo("from:2024-02-24T07:20:00.000250Z");
    }

    @Test
    void presetsSetTheTime() {
        open(1_000);
        window.run(() -> browsing.visibleTime().set(new TimeRange(T, T + 5)));
        click("#timeMenu");
        assertThat(window.get(() -> this.<Button>find("#preset-selected_1s").isDisabled()))
                .isTrue();
        click("#preset-visible");
        assertThat(window.get(() -> browsing.query().get().time())).isEqualTo(new TimeRange(T, T + 5));
        click("#timeMenu");
        click("#preset-last_10s");
        window.await(
                "the last ten seconds",
                () -> browsing.query().get().time().equals(new TimeRange(T + 34_512 - 10_000_000, -1L)));
    }

    @Test
    void theTypesPaneSetsTheTypesAndFollowsTheText() {
        open(1_000);
        click("#typesMenu");
        assertThat(window.get(() -> this.<CheckBox>find("#type-every").isSelected()))
                .isTrue();
        click("#type-event");
        click("#type-param");
        assertThat(inForce()).isEqualTo("type:event,param");
        assertThat(window.get(() -> this.<Button>find("#typesMenu").getText())).isEqualTo("param, event");
        captures("query-types");
        set("type:gesture");
        assertThat(window.get(() -> this.<CheckBox>find("#type-gesture").isSelected()))
                .isTrue();
        assertThat(window.get(() -> this.<CheckBox>find("#type-param").isSelected()))
                .isFalse();
        click("#type-every");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void thePatternPaneCompletesAndSetsThePattern() {
        open(1_000);
        set("type:param");
        click("#patternMenu");
        window.robot().write("/mi", 0);
        window.await("addresses", () -> model.patternWords().found().size() == 1);
        captures("query-pattern");
        window.await("addresses", () -> model.patternWords().found().size() == 1);
        press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("/midi/note type:param");
        click("#patternMenu");
        assertThat(window.get(() -> this.<TextField>find("#pattern").getText())).isEqualTo("/midi/note");
        click("#anyPattern");
        assertThat(inForce()).isEqualTo("type:param");
    }

    @Test
    void controlsAdmitWhatOnlyTheTextSays() {
        open(1_000);
        set("(/lumen/** type:param from:2024-02-21) or /midi/**");
        for (String control : List.of("#patternMenu", "#timeMenu", "#typesMenu")) {
            assertThat(window.get(() -> this.<Button>find(control).getText())).isEqualTo("in the text");
        }
        window.screenshots("query-in-the-text");
    }

    @Test
    void enterAppliesTheFirstSavedFilterWhereNothingIsTyped() {
        open(1_000);
        window.run(() -> model.named().save("Loud params", "type:param value>0.25"));
        click("#namedMenu");
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("type:param value>0.25");
        assertThat(shown("#namedFilters")).isFalse();
    }

    @Test
    void aFilterIsSavedUnderANameAndAppliedAgain() {
        open(1_000);
        type("type:param value>0.25");
        click("#namedMenu");
        window.robot().write("Loud params", 0);
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("type:param value>0.25");
        set("/midi/**");
        window.run(() -> model.named().save("MIDI without clocks", "/midi/** -/midi/clock/**"));
        click("#namedMenu");
        captures("query-named");
        assertThat(shown("#namedHint")).isTrue();
        window.robot().clickOn("Loud params");
        window.nextFrame();
        assertThat(inForce()).isEqualTo("type:param value>0.25");
        assertThat(shown("#namedFilters")).isFalse();
    }

    @Test
    void savedFiltersAreRenamedAndDeletedByKeys() {
        open(1_000);
        set("/midi/**");
        window.run(() -> model.named().save("one", "/a/**"));
        window.run(() -> model.named().save("two", "/b/**"));
        click("#namedMenu");
        ListView<NamedFilter> list = find("#namedFilters");
        window.run(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        press(KeyCode.F2);
        captures("query-named-renaming");
        TextField newName = find("#newName");
        assertThat(window.get(newName::getHeight))
                .as("as high as a field in which a name is given")
                .isGreaterThanOrEqualTo(
                        window.get(() -> this.<TextField>find("#filterName").getHeight()));
        assertThat(window.get(newName::getWidth))
                .as("as wide as there is room")
                .isGreaterThan(window.get(() -> list.getWidth() * 0.7));
        window.robot().write("zero", 0);
        press(KeyCode.ENTER);
        assertThat(window.get(() -> List.copyOf(list.getItems())))
                .containsExactly(new NamedFilter("two", "/b/**"), new NamedFilter("zero", "/a/**"));
        window.run(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        press(KeyCode.DELETE);
        assertThat(window.get(() -> List.copyOf(list.getItems()))).containsExactly(new NamedFilter("zero", "/a/**"));
        window.robot().clickOn("Undo");
        window.nextFrame();
        assertThat(window.get(() -> list.getItems().size())).isEqualTo(2);
    }

    /// A list of nothing took the key for itself: only the mouse led out of there.
    @Test
    void escapeClosesTheSavedFiltersAlsoWhereThereAreNone() {
        open(1_000);
        openSavedFilters();
        captures("query-named-nothing");
        assertThat(shown("#namedHint")).as("keys for what is not there").isFalse();
        press(KeyCode.ESCAPE);
        assertThat(shown("#namedFilters")).isFalse();
        assertThat(window.get(() -> bar.getScene().getFocusOwner().getId())).isEqualTo("namedMenu");
    }

    @Test
    void escapeLeavesANameThatIsBeingChangedBeforeItClosesThem() {
        open(1_000);
        window.run(() -> model.named().save("one", "/a/**"));
        openSavedFilters();
        press(KeyCode.HOME, KeyCode.F2);
        window.robot().write("two", 0);
        press(KeyCode.ESCAPE);
        ListView<NamedFilter> list = find("#namedFilters");
        assertThat(window.get(() -> List.copyOf(list.getItems()))).containsExactly(new NamedFilter("one", "/a/**"));
        assertThat(shown("#newName")).isFalse();
        press(KeyCode.ESCAPE);
        assertThat(shown("#namedFilters")).isFalse();
    }

    @Test
    void escapeClosesACalendarBeforeThePaneThatItIsOf() {
        open(1_000);
        click("#timeMenu");
        click("#day-from");
        press(KeyCode.ESCAPE);
        assertThat(window.get(() -> this.<DatePicker>find("#day-from").isShowing()))
                .isFalse();
        assertThat(shown("#time-from")).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(shown("#time-from")).isFalse();
    }

    @Test
    void aShortcutClosesWhatIsOpened() {
        open(1_000);
        window.run(() ->
                bar.getScene().getAccelerators().put(KeyCombination.valueOf("Shortcut+L"), () -> bar.focusQuery()));
        openSavedFilters();
        window.robot().push(KeyCode.CONTROL, KeyCode.L);
        window.nextFrame();
        assertThat(shown("#namedFilters")).isFalse();
        window.robot().write("/a", 0);
        window.nextFrame();
        assertThat(window.get(() -> field().getText())).isEqualTo("/a");
    }

    /// `F2` asks why a value is so elsewhere in the window.
    @Test
    void f2RenamesWhereverTheKeyboardIsAmongTheSavedFilters() {
        open(1_000);
        var asked = new AtomicBoolean();
        window.run(() -> {
            bar.getScene().getAccelerators().put(KeyCombination.valueOf("F2"), () -> asked.set(true));
            model.named().save("one", "/a/**");
        });
        type("type:param");
        click("#namedMenu");
        assertThat(window.get(() -> find("#filterName").isFocused())).isTrue();
        press(KeyCode.F2);
        window.robot().write("two", 0);
        press(KeyCode.ENTER);
        ListView<NamedFilter> list = find("#namedFilters");
        assertThat(window.get(() -> List.copyOf(list.getItems()))).containsExactly(new NamedFilter("two", "/a/**"));
        press(KeyCode.DELETE);
        window.run(() -> find("#filterName").requestFocus());
        press(KeyCode.F2);
        assertThat(shown("#namedFilters"))
                .as("also where there is none to rename")
                .isTrue();
        assertThat(asked).isFalse();
    }

    @Test
    void oneOfTheSavedFiltersIsMarkedWheneverTheyHaveTheKeyboard() {
        open(1_000);
        window.run(() -> model.named().save("one", "/a/**"));
        window.run(() -> model.named().save("two", "/b/**"));
        window.run(() -> model.named().save("three", "/c/**"));
        openSavedFilters();
        assertThat(marked()).as("where nothing can be saved").isEqualTo("one");
        press(KeyCode.F2);
        window.robot().write("zero", 0);
        press(KeyCode.ENTER);
        assertThat(marked()).as("the one that was renamed").isEqualTo("zero");
        captures("query-named-marked");
        press(KeyCode.F2);
        press(KeyCode.ESCAPE);
        assertThat(marked()).as("the one that keeps its name").isEqualTo("zero");
        press(KeyCode.DELETE);
        assertThat(marked()).as("the one before, as it was the last").isEqualTo("two");
        press(KeyCode.ESCAPE);
        set("/b/**");
        openSavedFilters();
        press(KeyCode.DOWN);
        assertThat(marked()).as("the one in force").isEqualTo("two");
    }

    private String marked() {
        ListView<NamedFilter> list = find("#namedFilters");
        return window.get(() -> {
            NamedFilter selected = list.getSelectionModel().getSelectedItem();
            return list.isFocused() && selected != null ? selected.name() : "none";
        });
    }

    @Test
    void theDownKeyLeadsFromTheNameToTheSavedFilters() {
        open(1_000);
        window.run(() -> model.named().save("one", "/a/**"));
        window.run(() -> model.named().save("two", "/b/**"));
        type("type:param");
        click("#namedMenu");
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("/b/**");
    }

    @Test
    void whatCannotBeSavedHasNoFieldForAName() {
        open(1_000);
        openSavedFilters();
        assertThat(window.get(() -> find("#filterName").getParent().isVisible()))
                .isFalse();
        press(KeyCode.ESCAPE);
        type("type:param");
        click("#namedMenu");
        assertThat(window.get(() -> find("#filterName").getParent().isVisible()))
                .isTrue();
    }

    private void openSavedFilters() {
        window.run(() -> find("#namedMenu").requestFocus());
        press(KeyCode.ENTER);
        assertThat(shown("#namedFilters")).isTrue();
    }
}
