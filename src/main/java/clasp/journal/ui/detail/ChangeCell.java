package clasp.journal.ui.detail;

import clasp.journal.recovery.ValueChange;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One part that changed: where and how, and below it what it was and what it is. Confined to the FX thread.
final class ChangeCell extends ListCell<ValueChange> {
    private static final int MAX_CHARS = 200;

    private final Label kind = new Label();
    private final Label path = new Label();
    private final Label rise = new Label();
    private final Label values = new Label();
    private final VBox lines;

    ChangeCell() {
        getStyleClass().add("change-cell");
        setPrefWidth(0);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        path.getStyleClass().addAll("path", "mono");
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        rise.getStyleClass().addAll("rise", "mono");
        values.getStyleClass().addAll("values", "mono");
        var first = new HBox(path, rise, kind);
        first.getStyleClass().add("first");
        lines = new VBox(first, values);
    }

    @Override
    protected void updateItem(@Nullable ValueChange change, boolean empty) {
        super.updateItem(change, empty);
        if (empty || change == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String key = change.kind().name().toLowerCase(Locale.ROOT);
        kind.setText(Texts.text("detail.change." + key));
        kind.getStyleClass().setAll("label", "kind", key);
        path.setText(path(change));
        rise.setText(change.rise()
                .filter(by -> by.signum() != 0)
                .map(ChangeCell::signed)
                .orElse(""));
        values.setText(values(change, MAX_CHARS));
        setGraphic(lines);
        setAccessibleText(path.getText() + ", " + kind.getText() + ", " + values.getText());
    }

    /// All of the change on one line.
    static String line(ValueChange change) {
        return path(change) + ": " + values(change, Integer.MAX_VALUE);
    }

    private static String path(ValueChange change) {
        return change.path().isEmpty() ? Texts.text("detail.diff.root") : LineText.of(change.path(), MAX_CHARS);
    }

    private static String values(ValueChange change, int max) {
        String before = change.beforeJson();
        String after = change.afterJson();
        if (before == null) {
            return after == null ? "" : LineText.of(after, max);
        }
        return after == null ? LineText.of(before, max) : LineText.of(before, max) + " → " + LineText.of(after, max);
    }

    private static String signed(BigDecimal rise) {
        String text = rise.scale() > 40 || rise.precision() - rise.scale() > 40
                ? rise.abs().toString()
                : rise.abs().toPlainString();
        return (rise.signum() < 0 ? "\u2212" : "+") + text;
    }
}
