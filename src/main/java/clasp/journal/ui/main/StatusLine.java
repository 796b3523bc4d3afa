package clasp.journal.ui.main;

import clasp.journal.store.JournalInfo;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;

/// The line at the bottom of a journal: how many entries match, how time is shown, how the journal was opened.
/// Confined to the FX thread.
final class StatusLine extends StatusBar {
    StatusLine(ObservableStringValue matches, ObjectProperty<TimeDisplay> time, JournalInfo info) {
        getStyleClass().add("status-line");
        setId("statusLine");
        textProperty().bind(matches);
        getRightItems().add(timeMenu(time));
        if (info.walFrames() >= 0) {
            getRightItems()
                    .add(fact(
                            Texts.text("main.status.wal", info.walFrames(), NumberText.grouped(info.walFrames())),
                            "main.status.wal.tip"));
        }
        if (info.sizeBytes() > 0) {
            getRightItems().add(fact(SizeText.text(info.sizeBytes()), "main.status.size.tip"));
        }
        getRightItems().add(fact(info.access(), "main.status.access.tip"));
    }

    private static Label fact(String text, String tip) {
        var label = new Label(text);
        label.getStyleClass().add("fact");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(Texts.text(tip)));
        return label;
    }

    private static MenuButton timeMenu(ObjectProperty<TimeDisplay> time) {
        var button = new MenuButton();
        button.setId("timeDisplay");
        button.getStyleClass().add("time-display");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.text("main.status.time.tip")));
        var group = new ToggleGroup();
        for (TimeDisplay display : TimeDisplay.values()) {
            var item = new RadioMenuItem(label(display));
            item.setToggleGroup(group);
            item.setOnAction(event -> time.set(display));
            time.subscribe(now -> item.setSelected(now == display));
            button.getItems().add(item);
        }
        time.subscribe(now -> button.setText(label(now)));
        return button;
    }

    private static String label(TimeDisplay display) {
        return Texts.text("table.time." + display.name().toLowerCase(Locale.ROOT));
    }
}
