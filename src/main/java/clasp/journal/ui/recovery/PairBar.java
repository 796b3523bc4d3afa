package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.recovery.JournalPair;
import clasp.journal.ui.fx.Choice;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which two journals are side by side, how, and from one divergence to the next. Confined to the FX thread.
final class PairBar extends FlowPane {
    PairBar(PairViewModel model, FileDialogs dialogs) {
        var group = new ToggleGroup();
        var align = new HBox(
                new Label(Texts.text("recoveryView.pair.align")),
                alignment(model, "seq", JournalPair.Alignment.SEQ, group, Styles.LEFT_PILL),
                alignment(model, "time", JournalPair.Alignment.TIME, group, Styles.RIGHT_PILL));
        align.getStyleClass().add("rules");
        getStyleClass().add("choices");
        getChildren()
                .addAll(
                        new OtherJournalBar("pairOther", model.cursor(), model.other(), dialogs),
                        align,
                        jump("first", Feather.SKIP_BACK, model.noFirst(), model::first),
                        jump("previous", Feather.CHEVRONS_LEFT, model.noStep(), model::previous),
                        jump("next", Feather.CHEVRONS_RIGHT, model.noStep(), model::next));
    }

    /// `Alt+Up` and `Alt+Down` go back and on from wherever within it the keyboard is.
    static void keys(Node within, PairViewModel model) {
        within.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean arrow = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
            if (arrow && event.isAltDown() && model.noStep().get().isEmpty()) {
                if (event.getCode() == KeyCode.UP) {
                    model.previous();
                } else {
                    model.next();
                }
                event.consume();
            }
        });
    }

    /// A disabled button shows no tooltip, so what is around it says why it is disabled.
    private static HBox jump(String key, Feather icon, ObservableStringValue whyNot, Runnable action) {
        var button = new Button(Texts.text("recoveryView.pair." + key), new FontIcon(icon));
        button.setId(key + "Divergence");
        button.getStyleClass().add(Styles.SMALL);
        button.setAccessibleText(button.getText());
        // Beside what leads on, an arrow says enough, and all have room in one line.
        button.setContentDisplay(icon == Feather.CHEVRONS_LEFT ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.text("recoveryView.pair." + key + ".tip")));
        button.setOnAction(event -> action.run());
        var around = new HBox(button);
        var reason = new Tooltip();
        whyNot.subscribe(now -> {
            button.setDisable(!now.isEmpty());
            button.setAccessibleHelp(now);
            reason.setText(now);
            if (now.isEmpty()) {
                Tooltip.uninstall(around, reason);
            } else {
                Tooltip.install(around, reason);
            }
        });
        return around;
    }

    private static ToggleButton alignment(
            PairViewModel model, String key, JournalPair.Alignment by, ToggleGroup group, String style) {
        var toggle = new ToggleButton(Texts.text("recoveryView.pair.by." + key));
        toggle.setId("align-" + key);
        toggle.getStyleClass().addAll(style, Styles.SMALL);
        Choice.bind(toggle, group, by, model.alignment());
        return toggle;
    }
}
