package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.ListJournal;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Screenshots;
import clasp.journal.ui.fx.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryBarViewTest {
    private static final long T = 1_708_500_000_000_000L;

    private final FxWindow window = new FxWindow();
    private final Settings settings = Settings.inMemory();
    private final ListJournal journal = new ListJournal(List.of());
    private Browsing browsing;
    private QueryBarViewModel model;
    private QueryBarView bar;

    @AfterEach
    void close() {
        window.run(() -> model.close());
        window.close();
    }

    private void open(double width) {
        for (int scene = 0; scene < 3; scene++) {
            for (String field : List.of("opacity", "hue", "speed")) {
                journal.add(Entries.set("/lumen/scene/" + scene + "/layer/0/" + field, "0.5"));
            }
        }
        journal.add(new Entry(0, T + 34_512, "13a1f6c2", "/midi/note", "event", "64", null, MsgType.PUBLISH));
        browsing = window.browsing(journal);
        window.show(
                () -> {
                    model = new QueryBarViewModel(browsing, window.tasks(), Later.onFxThread(), settings);
                    bar = new QueryBarView(model);
                    var page = new BorderPane();
                    page.setTop(bar);
                    return page;
                },
                width,
                460);
        window.run(() -> bar.focusQuery());
        window.nextFrame();
    }

    private TextField field() {
        return find("#query");
    }

    private <T extends Node> T find(String selector) {
        return window.robot().lookup(selector).query();
    }

    private boolean shown(String selector) {
        return window.robot()
                .lookup(selector)
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent();
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            window.robot().press(key).release(key);
            window.nextFrame();
        }
    }

    private void type(String text) {
        window.run(() -> bar.focusQuery());
        window.robot().write(text, 0);
        window.nextFrame();
    }

    private void click(String selector) {
        window.robot().clickOn(selector);
        window.nextFrame();
    }

    private String inForce() {
        return window.get(() -> browsing.query().get().text());
    }

    private void set(String text) {
        window.run(() -> browsing.query().set(Query.parse(text)));
        window.nextFrame();
    }

    private boolean tinted(String tint) {
        return window.get(() -> field().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals(tint)));
    }

    @Test
    void aTypedFilterIsApplied() {
        open(1_000);
        window.screenshots("query-empty");
        type("type:param value>0.25");
        window.await("applied", () -> browsing.query().get().text().equals("type:param value>0.25"));
        assertThat(tinted("sound")).isTrue();
        assertThat(tinted("wrong")).isFalse();
        set("/lumen/scene/** type:param,event from:2024-02-21T07:20:00Z to:+5m -addr:/lumen/test/**");
        window.screenshots("query-valid");
    }

    @Test
    void theMessageStandsBelowThePlaceThatIsWrong() {
        open(1_000);
        type("type:param value>high ");
        press(KeyCode.ENTER);
        window.await("message", () -> shown("#queryMessage"));
        window.nextFrame();
        assertThat(tinted("wrong")).isTrue();
        assertThat(inForce()).isEmpty();
        Bounds pointer = window.get(() -> {
            Node node = find("#queryMessage .pointer");
            return node.localToScreen(node.getBoundsInLocal());
        });
        double expected = window.get(() -> {
            Text text = (Text) field().lookup(".text");
            var before = new Text("type:param value>");
            before.setFont(text.getFont());
            return text.localToScreen(text.getBoundsInLocal()).getMinX()
                    + before.getLayoutBounds().getWidth();
        });
        assertThat(pointer.getCenterX()).isCloseTo(expected, org.assertj.core.data.Offset.offset(2.0));
        Bounds own = window.get(() -> field().localToScreen(field().getBoundsInLocal()));
        assertThat(pointer.getMinY()).isBetween(own.getMaxY() - 2, own.getMaxY() + 4);
        captures("query-invalid");
        press(KeyCode.ESCAPE);
        assertThat(window.get(() -> field().getText())).isEmpty();
        assertThat(shown("#queryMessage")).isFalse();
    }

    @Test
    void aLongMessageAtTheRightEdgeStaysInTheWindow() {
        open(800);
        type("type:param author:13a1* author:13a2* from:tomorrow");
        press(KeyCode.ENTER);
        window.await("message", () -> shown("#queryMessage"));
        window.nextFrame();
        captures("query-invalid-narrow");
        Bounds bubble = window.get(() -> {
            Node node = find("#queryMessage");
            return node.localToScreen(node.getBoundsInLocal());
        });
        double right = window.get(() ->
                bar.getScene().getWindow().getX() + bar.getScene().getWindow().getWidth());
        assertThat(bubble.getMaxX()).isLessThanOrEqualTo(right);
    }

    @Test
    void keysCompleteWhatIsTyped() {
        open(1_000);
        type("ty");
        assertThat(shown("#completions")).isTrue();
        press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:");
        window.nextFrame();
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.TAB);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param");
        window.robot().write(" /lu", 0);
        window.await("addresses", () -> !model.completion().suggestions().isEmpty());
        window.nextFrame();
        captures("query-completion");
        window.await("addresses", () -> !model.completion().suggestions().isEmpty());
        press(KeyCode.ESCAPE);
        assertThat(shown("#completions")).isFalse();
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param /lu");
        window.robot().press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.CONTROL, KeyCode.SPACE);
        window.await("addresses", () -> !model.completion().suggestions().isEmpty());
        press(KeyCode.ENTER);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param /lumen/**");
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("type:param /lumen/**");
    }

    @Test
    void clickCompletesAndTheFieldKeepsTheFocus() {
        open(1_000);
        type("type:p");
        window.robot().clickOn("param");
        window.nextFrame();
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param");
        assertThat(window.get(() -> field().isFocused())).isTrue();
        window.robot().write(" author:13", 0);
        window.await("authors", () -> model.completion().suggestions().size() == 1);
        press(KeyCode.TAB);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param author:13a1f6c2");
    }

    @Test
    void enterWithoutAChoiceAppliesTheTextAsItIs() {
        open(1_000);
        type("ty");
        assertThat(shown("#completions")).isTrue();
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("ty");
        assertThat(shown("#completions")).isFalse();
    }

    @Test
    void whatAnotherPartReplacedCanBeTakenBack() {
        open(1_000);
        type("type:param (");
        set("/lumen/**");
        assertThat(window.get(() -> field().getText())).isEqualTo("/lumen/**");
        window.robot().press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param (");
    }

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
                        .lookup(node -> node instanceof javafx.scene.control.DateCell cell
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
        window.robot().clickOn("Loud params");
        window.nextFrame();
        assertThat(inForce()).isEqualTo("type:param value>0.25");
        assertThat(shown("#namedFilters")).isFalse();
    }

    @Test
    void savedFiltersAreRenamedAndDeletedByKeys() {
        open(1_000);
        window.run(() -> model.named().save("one", "/a/**"));
        window.run(() -> model.named().save("two", "/b/**"));
        click("#namedMenu");
        ListView<NamedFilter> list = find("#namedFilters");
        window.run(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        press(KeyCode.F2);
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

    @Test
    void escapeCancelsTheRunningQuery() {
        open(1_000);
        List<String> cancelled = new ArrayList<>();
        window.run(() -> {
            browsing.onCancelRunning(() -> {
                cancelled.add("cancelled");
                browsing.busy().set(false);
            });
            browsing.query().set(Query.parse("value~slow"));
            browsing.busy().set(true);
        });
        window.await("shown", () -> model.running().get());
        window.nextFrame();
        window.screenshots("query-running");
        press(KeyCode.ESCAPE);
        assertThat(cancelled).hasSize(1);
        assertThat(inForce()).isEqualTo("value~slow");
        assertThat(shown("#cancelQuery")).isFalse();
        window.run(() -> browsing.busy().set(true));
        window.await("shown", () -> model.running().get());
        click("#cancelQuery");
        assertThat(cancelled).hasSize(2);
    }

    @Test
    void nothingIsCutInANarrowWindow() {
        open(800);
        set("/lumen/scene/0/** type:param,event from:2024-02-21T07:20:00.000250Z to:2024-02-23T08:00:00Z");
        window.screenshots("query-narrow");
        List<Button> buttons = window.get(() -> bar.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList());
        for (Button button : buttons) {
            assertThat(window.get(button::getWidth))
                    .as(button.getId())
                    .isGreaterThanOrEqualTo(window.get(() -> Math.floor(button.prefWidth(-1))));
        }
        assertThat(window.get(() -> field().getWidth())).isGreaterThanOrEqualTo(180);
        Region last = window.get(() -> (Region) bar.getChildren().getLast());
        assertThat(window.get(() -> last.getBoundsInParent().getMaxX())).isLessThanOrEqualTo(800);
    }

    @Test
    void backForwardAndClearByMouse() {
        open(1_000);
        set("/a/**");
        set("/b/**");
        click("#queryBack");
        assertThat(inForce()).isEqualTo("/a/**");
        click("#queryForward");
        assertThat(inForce()).isEqualTo("/b/**");
        click("#clearQuery");
        assertThat(inForce()).isEmpty();
    }

    /// Pictures with what pops up. Popups are drawn once more, since on this platform the window may lie over them.
    private void captures(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            window.run(() -> Theme.apply(bar.getScene(), dark));
            window.nextFrame();
            window.run(() -> popups().forEach(root -> root.setOpacity(0.99)));
            window.nextFrame();
            Window owner = bar.getScene().getWindow();
            var bounds =
                    window.get(() -> new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()));
            Screenshots.write(
                    window.robot().capture(bounds).getImage(),
                    Path.of("target/screenshots", name + (dark ? "-dark.png" : "-light.png")));
            window.run(() -> popups().forEach(root -> root.setOpacity(1)));
        }
        window.run(() -> Theme.apply(bar.getScene(), false));
        window.nextFrame();
    }

    private static List<Parent> popups() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(popup -> popup.getScene().getRoot())
                .toList();
    }
}
