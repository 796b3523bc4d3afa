package clasp.journal.ui.palette;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.palette.PaletteViewModel.Found;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
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
        label.setMinWidth(Region.USE_PREF_SIZE);
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
        Command command = found.command();
        icon.setIconCode(command.icon());
        label.setText(command.label());
        does.setText(command.does());
        shortcut.setText(command.keys());
        shortcut.setVisible(!command.keys().isEmpty());
        shortcut.setManaged(shortcut.isVisible());
        pseudoClassStateChanged(UNAVAILABLE, !command.enabled().get());
        setAccessibleText(command.label() + ". " + command.tip());
        setGraphic(line);
    }
}
