package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.model.Entry;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.ui.fx.Choice;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Moves the cursor: slider, steps, jumps and playing; says where it is. Confined to the FX thread.
final class TransportBar extends VBox {
    private static final List<Integer> SPEEDS = List.of(1, 10, 100, 1_000);
    private static final double SPEED_WIDTH = 96;
    private static final int MOST_ADDRESS = 200;
    private static final int MOST_VALUE = 120;
    /// So much is left of the entry beside a message, which goes first.
    private static final double ENTRY_BESIDE_MESSAGE = 100;
    /// In less, where the cursor is stands below its buttons and not beside them.
    private static final double ROOM_FOR_PLACE = 720;

    private final RecoveryViewModel model;
    private final CursorViewModel cursor;
    private final HBox moves = new HBox();
    private final HBox facts = new HBox();
    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final Label entry = new Label();
    private final Label message = new Label();
    private boolean aligning;

    TransportBar(RecoveryViewModel model) {
        this.model = model;
        cursor = model.cursor();
        getStyleClass().add("transport");
        moves.getChildren().addAll(buttons());
        moves.getChildren().add(slider());
        moves.getStyleClass().add("moves");
        prepareTexts();
        facts.getChildren().addAll(entry, message, hidden(), rules());
        facts.getStyleClass().add("facts");
        getChildren().addAll(moves, facts);
        widthProperty().map(width -> width.doubleValue() >= ROOM_FOR_PLACE).subscribe(this::putPlace);
        cursor.entry().subscribe(now -> describe());
        cursor.browsing().state().subscribe(now -> describe());
        cursor.browsing().timeDisplay().subscribe(now -> describe());
    }

    private void putPlace(boolean beside) {
        moves.getChildren().remove(place);
        facts.getChildren().remove(place);
        if (beside) {
            moves.getChildren().addLast(place);
        } else {
            facts.getChildren().addFirst(place);
        }
    }

    private void prepareTexts() {
        entry.setId("cursorEntry");
        entry.setMinWidth(0);
        entry.setPrefWidth(ENTRY_BESIDE_MESSAGE);
        entry.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(entry, Priority.ALWAYS);
        message.setId("cursorMessage");
        message.getStyleClass().add("notice");
        message.setMinWidth(0);
        var whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(560);
        whole.textProperty().bind(cursor.message());
        message.setTooltip(whole);
        message.textProperty().bind(cursor.message());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
    }

    private Node[] buttons() {
        return new Node[] {
            button("toStart", Feather.SKIP_BACK, cursor::toStart),
            button(
                    "previousProblem",
                    Feather.CHEVRON_LEFT,
                    Feather.ALERT_TRIANGLE,
                    () -> model.problems().go(false)),
            button("previousSnapshot", Feather.CHEVRON_LEFT, Feather.CAMERA, () -> cursor.toSnapshot(false)),
            button("previousChange", Feather.CHEVRONS_LEFT, () -> cursor.stepChange(false)),
            button("stepBack", Feather.CHEVRON_LEFT, () -> cursor.step(-1)),
            play(),
            button("stepOn", Feather.CHEVRON_RIGHT, () -> cursor.step(1)),
            button("nextChange", Feather.CHEVRONS_RIGHT, () -> cursor.stepChange(true)),
            button("nextSnapshot", Feather.CAMERA, Feather.CHEVRON_RIGHT, () -> cursor.toSnapshot(true)),
            button(
                    "nextProblem",
                    Feather.ALERT_TRIANGLE,
                    Feather.CHEVRON_RIGHT,
                    () -> model.problems().go(true)),
            button("toEnd", Feather.SKIP_FORWARD, cursor::toEnd),
            speed()
        };
    }

    private static Button button(String key, Ikon icon, Runnable action) {
        return button(key, new FontIcon(icon), action);
    }

    private static Button button(String key, Ikon first, Ikon second, Runnable action) {
        var both = new HBox(new FontIcon(first), new FontIcon(second));
        both.getStyleClass().add("pair");
        return button(key, both, action);
    }

    private static Button button(String key, Node graphic, Runnable action) {
        var button = new Button("", graphic);
        button.setId(key);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(Texts.text("recoveryView.move." + key));
        button.setTooltip(new Tooltip(Texts.text("recoveryView.move." + key)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button play() {
        Button button = button("play", Feather.PLAY, model.player()::toggle);
        model.player()
                .playing()
                .subscribe(playing -> button.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY)));
        return button;
    }

    private ComboBox<Integer> speed() {
        var speeds = new ComboBox<Integer>();
        speeds.setId("speed");
        speeds.getItems().setAll(SPEEDS);
        speeds.setAccessibleText(Texts.text("recoveryView.speed"));
        speeds.setTooltip(new Tooltip(Texts.text("recoveryView.speed")));
        speeds.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer times) {
                return times == null ? "" : NumberText.grouped(times) + "×";
            }

            @Override
            public Integer fromString(String text) {
                return SPEEDS.getFirst();
            }
        });
        // As wide for every speed: what is beside it stays where it is.
        speeds.setMinWidth(SPEED_WIDTH);
        speeds.setMaxWidth(SPEED_WIDTH);
        speeds.setValue(SPEEDS.getFirst());
        speeds.valueProperty().subscribe(times -> model.player().speed().set(times));
        return speeds;
    }

    private Slider slider() {
        slider.setId("cursorSlider");
        slider.setAccessibleText(Texts.text("recoveryView.slider"));
        slider.setMinWidth(60);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, now) -> {
            if (!aligning) {
                cursor.moveTo(Math.round(now.doubleValue()));
            }
        });
        place.setId("cursorPlace");
        place.getStyleClass().add("place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        return slider;
    }

    private Node hidden() {
        var link = new Hyperlink(Texts.text("recoveryView.hidden"));
        link.setId("showAllEntries");
        link.setTooltip(new Tooltip(Texts.text("recoveryView.hidden.tip")));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.visibleProperty().bind(cursor.hidden());
        link.managedProperty().bind(link.visibleProperty());
        link.setOnAction(event -> cursor.showAllEntries());
        return link;
    }

    private Node rules() {
        var group = new ToggleGroup();
        ToggleButton documented = rule("documented", RecoveryRule.DOCUMENTED, group, Styles.LEFT_PILL);
        ToggleButton router = rule("router", RecoveryRule.CLASP_ROUTER, group, Styles.RIGHT_PILL);
        var box = new HBox(new Label(Texts.text("recoveryView.recoveredAs")), documented, router);
        box.getStyleClass().add("rules");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private ToggleButton rule(String key, RecoveryRule rule, ToggleGroup group, String style) {
        var toggle = new ToggleButton(Texts.text("recoveryView.rule." + key));
        toggle.setId("rule-" + key);
        toggle.getStyleClass().addAll(style, Styles.SMALL);
        toggle.setTooltip(new Tooltip(Texts.text("recoveryView.rule." + key + ".tip")));
        Choice.bind(toggle, group, rule, model.rule());
        return toggle;
    }

    private void describe() {
        var state = cursor.browsing().state().get();
        aligning = true;
        boolean single = state.firstSeq() == state.latestSeq();
        // A slider needs two ends. At a single entry the cursor is at the last, and has nowhere to go.
        slider.setMin(single ? state.firstSeq() - 1 : state.firstSeq());
        slider.setMax(state.latestSeq());
        slider.setBlockIncrement(Math.max(1, (state.latestSeq() - state.firstSeq()) / 20.0));
        cursor.seq().ifPresent(seq -> slider.setValue(seq));
        aligning = false;
        slider.setDisable(single);
        place.setText(cursor.place());
        Entry now = cursor.entry().get();
        entry.setText(now == null ? "" : sentence(now));
    }

    private String sentence(Entry now) {
        return Times.of(cursor.browsing()).full(now.timestampMicros()) + "  "
                + clasp.journal.model.MsgType.name(now.msgType()) + "  "
                + LineText.of(LineText.named(now.address()), MOST_ADDRESS)
                + " = " + LineText.of(now.valueJson(), MOST_VALUE);
    }
}
