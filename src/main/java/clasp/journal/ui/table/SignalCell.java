package clasp.journal.ui.table;

import clasp.journal.model.SignalType;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The signal type with a dot in its colour; one that CLASP does not know carries a mark. Confined to the FX thread.
final class SignalCell extends EntryCell {
    private final Region dot = new Region();
    private @Nullable HBox marked;
    private String colour = "";

    SignalCell() {
        super(EntryColumn.SIGNAL);
        dot.getStyleClass().add("signal-dot");
    }

    @Override
    void show(ShownRow item) {
        SignalType type = item.row().entry().knownSignalType();
        String wanted = type == null ? "other" : type.text();
        if (!wanted.equals(colour)) {
            dot.getStyleClass().setAll("signal-dot", wanted);
            colour = wanted;
        }
        setGraphic(type == null ? marked() : dot);
    }

    private HBox marked() {
        if (marked == null) {
            var icon = new FontIcon(Feather.ALERT_TRIANGLE);
            icon.getStyleClass().add("mark");
            marked = new HBox(6, icon);
            marked.setAlignment(Pos.CENTER_LEFT);
        }
        return marked;
    }
}
