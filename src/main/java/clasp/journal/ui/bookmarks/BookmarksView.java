package clasp.journal.ui.bookmarks;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.EmptyText;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A dialog with the bookmarks of a journal: go there, take away, export. Confined to the FX thread.
public final class BookmarksView extends VBox {
    private static final int MOST_NOTE = 500;

    private final BookmarksViewModel model;
    private final FileDialogs dialogs;
    private final Runnable close;
    private final TableView<Bookmark> table = new TableView<>();
    private final Label said = new Label();

    /// @param close takes it away
    public BookmarksView(BookmarksViewModel model, FileDialogs dialogs, Runnable close) {
        this.model = model;
        this.dialogs = dialogs;
        this.close = close;
        setId("bookmarks");
        getStyleClass().add("bookmarks-view");
        Stylesheets.add(this, "bookmarks");
        var title = new Label(Texts.text("bookmarks.title"));
        title.getStyleClass().add("dialog-title");
        prepareTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        said.getStyleClass().add("hint");
        said.setMinWidth(0);
        getChildren().addAll(title, table, buttons());
        setAccessibleText(title.getText());
        Subscription shown =
                model.browsing().bookmarks().subscribe(now -> table.getItems().setAll(now.values()));
        sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                shown.unsubscribe();
            }
        });
        selectNearest();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void prepareTable() {
        TimeText time = TimeText.of(TimeDisplay.UTC, 0);
        table.setId("bookmarkTable");
        table.setAccessibleText(Texts.text("bookmarks.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new EmptyText("bookmarks.none"));
        table.getColumns()
                .setAll(List.of(
                        column("bookmarks.seq", 84, bookmark -> NumberText.seq(bookmark.seq())),
                        column("bookmarks.time", 228, bookmark -> time.full(bookmark.micros())),
                        column("bookmarks.address", 280, Bookmark::address),
                        column("bookmarks.note", 220, Bookmark::note)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                remove();
                event.consume();
            }
        });
        table.setContextMenu(new SelectionMenu(
                table.getSelectionModel().selectedItemProperty(),
                item("bookmarkMenuGo", "bookmarks.go", this::go),
                item("bookmarkMenuRemove", "bookmarks.remove", this::remove),
                item("bookmarkMenuCopy", "bookmarks.copyAddress", this::copyAddress)));
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                go();
            }
        });
    }

    private static MenuItem item(String id, String key, Runnable action) {
        var item = new MenuItem(Texts.text(key));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static TableColumn<Bookmark, String> column(String key, double width, Function<Bookmark, String> text) {
        var column = new TableColumn<Bookmark, String>(Texts.text(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setCellValueFactory(cell ->
                new ReadOnlyStringWrapper(LineText.of(text.apply(cell.getValue()), MOST_NOTE)).getReadOnlyProperty());
        return column;
    }

    private HBox buttons() {
        var chosen = table.getSelectionModel().selectedItemProperty();
        Button go = button("bookmarkGo", Texts.text("bookmarks.go"), this::go, "accent");
        Button remove = button("bookmarkRemove", Texts.text("bookmarks.remove"), this::remove);
        Button export = button("bookmarksExport", Texts.text("bookmarks.export"), this::export);
        go.disableProperty().bind(chosen.isNull());
        remove.disableProperty().bind(chosen.isNull());
        export.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(
                buttons,
                List.of(remove, export, said),
                List.of(cancelButton("bookmarksClose", Texts.text("bookmarks.close"), close), go));
        return buttons;
    }

    private @Nullable Bookmark chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void selectNearest() {
        var entry = model.browsing().selected().get();
        int at = 0;
        for (int line = 0; entry != null && line < table.getItems().size(); line++) {
            at = table.getItems().get(line).seq() <= entry.seq() ? line : at;
        }
        table.getSelectionModel().select(at);
        table.scrollTo(at);
    }

    private void go() {
        Bookmark bookmark = chosen();
        if (bookmark != null) {
            close.run();
            model.browsing().reveal(bookmark.seq());
        }
    }

    private void remove() {
        Bookmark bookmark = chosen();
        if (bookmark != null) {
            model.remove(bookmark);
        }
    }

    private void copyAddress() {
        Bookmark bookmark = chosen();
        if (bookmark != null) {
            SystemClipboard.put(bookmark.address());
        }
    }

    private void export() {
        Path suggestion = model.browsing().info().get().beside("-bookmarks.csv");
        dialogs.chooseSave(
                        Texts.text("bookmarks.export.title"),
                        suggestion,
                        List.of(new FileDialogs.Kind(Texts.text("bookmarks.kind.csv"), List.of("*.csv"))))
                .ifPresent(file -> model.export(
                        file,
                        () -> said.setText(Texts.text("bookmarks.exported", String.valueOf(file.getFileName())))));
    }
}
