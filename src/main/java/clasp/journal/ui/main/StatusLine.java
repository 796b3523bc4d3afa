package clasp.journal.ui.main;

import clasp.journal.store.JournalInfo;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
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
    StatusLine(
            ObservableStringValue matches, ObjectProperty<TimeDisplay> time, ReadOnlyObjectProperty<JournalInfo> info) {
        getStyleClass().add("status-line");
        setId("statusLine");
        setFocusTraversable(false);
        textProperty().bind(matches);
        Label wal = fact(info, StatusLine::wal, "main.status.wal.tip");
        wal.setId("walFrames");
        getRightItems()
                .addAll(
                        timeMenu(time),
                        wal,
                        fact(info, StatusLine::size, "main.status.size.tip"),
                        fact(info, said -> AccessText.of(said.access()), "main.status.access.tip"));
    }

    /// There as long as there is something to say.
    private static Label fact(
            ReadOnlyObjectProperty<JournalInfo> info, Function<JournalInfo, String> says, String tip) {
        var label = new Label();
        label.getStyleClass().add("fact");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(Texts.text(tip)));
        label.textProperty().bind(info.map(says));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static String wal(JournalInfo info) {
        long frames = info.walFrames();
        return frames <= 0 ? "" : Texts.text("main.status.wal", frames, NumberText.grouped(frames));
    }

    private static String size(JournalInfo info) {
        return info.sizeBytes() == 0 ? "" : SizeText.text(info.sizeBytes());
    }

    private static MenuButton timeMenu(ObjectProperty<TimeDisplay> time) {
        var button = new MenuButton();
        button.setId("timeDisplay");
        button.getStyleClass().add("time-display");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.text("main.status.time.tip")));
        var group = new ToggleGroup();
        for (TimeDisplay display : TimeDisplay.values()) {
            var item = new RadioMenuItem(display.label());
            item.setToggleGroup(group);
            item.setOnAction(event -> time.set(display));
            time.subscribe(now -> item.setSelected(now == display));
            button.getItems().add(item);
        }
        time.subscribe(now -> {
            button.setText(now.label());
            // Of a button with a menu, its text alone is not read out.
            button.setAccessibleText(now.label());
        });
        return button;
    }
}
