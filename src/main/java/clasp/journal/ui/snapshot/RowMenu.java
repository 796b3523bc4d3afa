package clasp.journal.ui.snapshot;

import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhyHere;
import java.util.function.Function;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with a row of params or changes. Confined to the FX thread.
final class RowMenu {
    private RowMenu() {}

    static <T> void install(
            TableView<T> table, SnapshotViewModel model, Function<T, String> address, Function<T, String> value) {
        Runnable show = () -> {
            T row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                model.showEntries(address.apply(row));
            }
        };
        Runnable why = () -> {
            T row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                model.explain(address.apply(row));
            }
        };
        MenuItem asking = item("snapshot.menu.why", Feather.HELP_CIRCLE, why);
        asking.setId("why");
        table.setContextMenu(new SelectionMenu(
                table.getSelectionModel().selectedItemProperty(),
                asking,
                item("snapshot.menu.entries", Feather.FILTER, show),
                item("snapshot.menu.copyAddress", Feather.COPY, () -> copy(table, address)),
                item("snapshot.menu.copyValue", Feather.COPY, () -> copy(table, value))));
        WhyHere.means(table, () -> {
            why.run();
            return table.getSelectionModel().getSelectedItem() != null;
        });
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                show.run();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                show.run();
                event.consume();
            } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copy(table, value);
                event.consume();
            }
        });
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static <T> void copy(TableView<T> table, Function<T, String> text) {
        T row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            SystemClipboard.put(text.apply(row));
        }
    }
}
