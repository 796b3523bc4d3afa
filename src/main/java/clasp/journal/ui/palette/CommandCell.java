package clasp.journal.ui.palette;

import clasp.journal.ui.palette.PaletteViewModel.Found;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the palette: what the command is called, what it does, its shortcut. Confined to the FX thread.
final class CommandCell extends ListCell<Found> {
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private final FontIcon icon = new FontIcon();
    private final Label label = new Label();
    private final Label does = new Label();
    private final Label shortcut = new Label();
    private final HBox line = new HBox(icon, label, does, shortcut);

    CommandCell() {
        getStyleClass().add("command-cell");
        line.getStyleClass().add("line");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        does.getStyleClass().add("does");
        does.setMinWidth(0);
        does.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(does, Priority.ALWAYS);
        shortcut.getStyleClass().add("shortcut");
        shortcut.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        setText(null);
        if (found == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(found.icon());
        label.setText(found.label());
        label.setMinWidth(found.named() ? Region.USE_PREF_SIZE : 0);
        does.setText(found.does());
        shortcut.setText(found.keys());
        shortcut.setVisible(!found.keys().isEmpty());
        shortcut.setManaged(shortcut.isVisible());
        pseudoClassStateChanged(UNAVAILABLE, !found.enabled().get());
        setAccessibleText(found.label()
                + (found.does().isEmpty() ? "" : ". " + found.does())
                + (found.keys().isEmpty() ? "" : " (" + found.keys() + ")"));
        setGraphic(line);
    }
}
