package clasp.journal.ui.detail;

import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The parts of a value, found as they are opened. Confined to the FX thread.
final class OutlineTree extends TreeView<OutlineNode> {
    private static final double ROW_HEIGHT = 22;
    /// Values no longer than this are open from the beginning.
    private static final int OPEN_CHARS = 3_000;
    private static final int OPEN_LEVELS = 3;

    private final DetailViewModel model;
    private @Nullable Outline outline;

    OutlineTree(DetailViewModel model) {
        this.model = model;
        setId("valueTree");
        setFixedCellSize(ROW_HEIGHT);
        setMinHeight(ROW_HEIGHT + 2);
        setAccessibleText(Texts.text("detail.tree.accessible"));
        getStyleClass().add("outline");
        setCellFactory(view -> new ValueLineCell(this::beginning));
        setContextMenu(new SelectionMenu(
                getSelectionModel().selectedItemProperty(),
                item("copyPart", this::copyPart),
                item("copyPath", this::copyPath),
                item("copyKey", this::copyKey)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// @param keepOpen whether to open again what is open now
    void show(Outline shown, boolean keepOpen) {
        Set<String> open = new HashSet<>();
        if (keepOpen && getRoot() instanceof OutlineItem root) {
            root.collectOpen(open);
        }
        outline = shown;
        var root = new OutlineItem(shown, shown.root(), model.parts());
        root.setExpanded(true);
        if (open.isEmpty()) {
            root.open(shown.text().length() <= OPEN_CHARS ? OPEN_LEVELS : 1);
        } else {
            root.open(open);
        }
        setRoot(root);
        // Not before, or the parts of the earlier value would be looked for in the text of this one.
        setShowRoot(root.isLeaf());
        if (root.isLeaf()) {
            getSelectionModel().clearSelection();
        }
    }

    private MenuItem item(String id, Runnable action) {
        var item = new MenuItem(Texts.text("detail.menu." + id));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copyPart();
            event.consume();
        } else if (event.getCode() == KeyCode.MULTIPLY) {
            // It would open everything, and there may be millions.
            event.consume();
        }
    }

    private void copyPart() {
        TreeItem<OutlineNode> item = getSelectionModel().getSelectedItem();
        Outline now = outline;
        if (now != null) {
            model.copying().part(now, item == null ? now.root() : item.getValue(), SystemClipboard::put);
        }
    }

    private void copyPath() {
        if (getSelectionModel().getSelectedItem() instanceof OutlineItem item) {
            model.copying().text(item.path(), SystemClipboard::put);
        }
    }

    private void copyKey() {
        if (getSelectionModel().getSelectedItem() instanceof OutlineItem item) {
            model.copying().text(item.getValue().label(), SystemClipboard::put);
        }
    }

    private String beginning(OutlineNode node) {
        Outline now = outline;
        return now == null ? "" : now.beginning(node, ValueLineCell.MAX_CHARS + 1);
    }
}
