package clasp.journal.ui.query;

import clasp.journal.ui.fx.Texts;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A saved filter: its name, what it finds, and buttons to rename and delete it. Confined to the FX thread.
final class NamedCell extends ListCell<NamedFilter> {
    private final BiPredicate<NamedFilter, String> rename;
    private final Label name = new Label();
    private final Label text = new Label();
    private final TextField newName = new TextField();
    private final VBox words = new VBox(name, text);
    private final HBox line;

    /// @param edit begins to rename it
    /// @param rename answers whether it has the new name
    NamedCell(
            Consumer<NamedFilter> apply,
            Consumer<NamedFilter> edit,
            BiPredicate<NamedFilter, String> rename,
            Consumer<NamedFilter> delete) {
        this.rename = rename;
        name.getStyleClass().add("name");
        text.getStyleClass().addAll("text", "mono");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(
                4,
                words,
                button(Feather.EDIT_2, "query.named.rename", edit),
                button(Feather.TRASH_2, "query.named.delete", delete));
        line.getStyleClass().add("named-line");
        setPrefWidth(0);
        newName.setId("newName");
        newName.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        newName.focusedProperty().subscribe((before, focused) -> {
            if (!focused && isEditing()) {
                cancelEdit();
            }
        });
        setOnMouseClicked(event -> {
            NamedFilter filter = getItem();
            if (filter != null && event.getButton() == MouseButton.PRIMARY && !isEditing()) {
                apply.accept(filter);
            }
        });
    }

    private Button button(Ikon icon, String key, Consumer<NamedFilter> action) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setAccessibleText(Texts.text(key));
        button.setOnAction(event -> {
            NamedFilter filter = getItem();
            if (filter != null) {
                action.accept(filter);
            }
        });
        return button;
    }

    @Override
    public void startEdit() {
        NamedFilter filter = getItem();
        if (filter == null) {
            return;
        }
        super.startEdit();
        newName.setText(filter.name());
        newName.setAccessibleText(Texts.text("query.named.rename.accessible", filter.name()));
        // Alone: the line has no room for both.
        words.getChildren().setAll(newName);
        newName.requestFocus();
        newName.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        endEdit();
    }

    @Override
    protected void updateItem(@Nullable NamedFilter filter, boolean empty) {
        super.updateItem(filter, empty);
        if (empty || filter == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(filter.name());
        text.setText(filter.text().isEmpty() ? Texts.text("query.named.everything") : filter.text());
        setAccessibleText(Texts.text("query.named.apply.accessible", filter.name(), text.getText()));
        setGraphic(line);
    }

    private void keyPressed(KeyEvent event) {
        NamedFilter filter = getItem();
        if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && filter != null) {
            event.consume();
            String wanted = newName.getText();
            if (rename.test(filter, wanted)) {
                cancelEdit();
            } else {
                newName.setTooltip(new Tooltip(Texts.text("query.named.taken")));
                newName.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), true);
            }
        }
    }

    private void endEdit() {
        if (words.getChildren().getFirst() == newName) {
            words.getChildren().setAll(name, text);
            newName.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), false);
            getListView().requestFocus();
        }
    }
}
