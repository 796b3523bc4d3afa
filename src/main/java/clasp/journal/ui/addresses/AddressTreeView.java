package clasp.journal.ui.addresses;

import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.CountingStrip;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhyHere;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The addresses as a tree with counts and last values; choosing a line makes it the pattern of the query. Confined
/// to the FX thread.
public final class AddressTreeView extends VBox {
    private static final double ROW_HEIGHT = 24;

    private final AddressTreeViewModel model;
    private final CustomTextField filter = (CustomTextField) TextFields.createClearableTextField();
    private final TreeView<AddressNode> tree = new TreeView<>();
    private final Label status = new Label();
    private final Label message = new Label();
    private final AfterFailure ways;
    private final VBox notice;
    private final Set<AddressCell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    public AddressTreeView(AddressTreeViewModel model) {
        this.model = model;
        ways = AfterFailure.links(model.browsing(), Texts.text("addresses.retry"), model::retry);
        ways.setAlignment(Pos.TOP_CENTER);
        ways.setPickOnBounds(false);
        notice = new VBox(message, ways);
        getStyleClass().add("addresses");
        Stylesheets.add(this, "addresses");
        buildFilter();
        buildTree();
        message.setWrapText(true);
        message.getStyleClass().add("message");
        notice.setAlignment(Pos.TOP_CENTER);
        notice.getStyleClass().add("notice");
        notice.setPickOnBounds(false);
        status.getStyleClass().add("status");
        status.textProperty().bind(model.status());
        var center = new StackPane(tree, notice);
        setVgrow(center, Priority.ALWAYS);
        var counting = new CountingStrip(
                "addressesCounting",
                Texts.text("addresses.counting"),
                model.counting(),
                model::stopCounting,
                model::countOn);
        getChildren().addAll(filter, center, status, counting);
        listen();
    }

    private void buildFilter() {
        filter.setLeft(new FontIcon(Feather.SEARCH));
        filter.setPromptText(Texts.text("addresses.filter.prompt"));
        filter.setAccessibleText(Texts.text("addresses.filter.accessible"));
        filter.getStyleClass().add("address-filter");
        filter.textProperty().bindBidirectional(model.filter());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                if (tree.getSelectionModel().isEmpty()) {
                    tree.getSelectionModel().selectFirst();
                }
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            }
        });
    }

    private void buildTree() {
        tree.setFixedCellSize(ROW_HEIGHT);
        tree.setAccessibleText(Texts.text("addresses.tree.accessible"));
        tree.getStyleClass().add("address-tree");
        tree.setCellFactory(view -> {
            var cell = new AddressCell(model);
            cells.add(cell);
            return cell;
        });
        tree.setContextMenu(new AddressMenu(model, this::selected));
        WhyHere.means(tree, () -> {
            AddressNode node = selected();
            return node != null && model.explain(node);
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            AddressNode node = selected();
            if (node != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                model.choose(node);
                event.consume();
            }
        });
    }

    private void listen() {
        model.tree().subscribe(this::show);
        model.problem().subscribe(problem -> updateNotice());
        model.counting().state().subscribe(state -> updateNotice());
        model.values().version().subscribe(version -> refreshCells());
        model.browsing().query().subscribe(query -> refreshCells());
        model.behind().subscribe(behind -> refreshCells());
    }

    private void show(@Nullable Growth growth) {
        if (growth != null) {
            AddressNode selected = selected();
            if (tree.getRoot() instanceof AddressItem root) {
                root.apply(growth);
            } else {
                var root = new AddressItem(model, growth.node());
                root.apply(growth);
                tree.setRoot(root);
            }
            reselect(selected);
        }
        updateNotice();
    }

    /// The tree's own selection follows rows, not lines.
    private void reselect(@Nullable AddressNode before) {
        AddressNode now = selected();
        if (before == null || now != null && now.sameLine(before)) {
            return;
        }
        tree.getSelectionModel().clearSelection();
        for (int i = 0; i < tree.getExpandedItemCount(); i++) {
            if (tree.getTreeItem(i).getValue().sameLine(before)) {
                tree.getSelectionModel().select(i);
                return;
            }
        }
    }

    private void updateNotice() {
        String problem = model.problem().get();
        Growth growth = model.tree().get();
        boolean nothing = growth != null && growth.children().isEmpty();
        String text = "";
        if (problem != null) {
            text = problem;
        } else if (growth == null && model.counting().state().get() == Counting.State.STOPPED) {
            text = Texts.text("addresses.uncounted");
        } else if (growth == null) {
            text = Texts.text("addresses.loading");
        } else if (nothing && !model.filter().get().isBlank()) {
            text = Texts.text("addresses.noneFound");
        } else if (nothing) {
            text = Texts.text("addresses.empty");
        }
        message.setText(text);
        show(notice, !text.isEmpty());
        show(ways, problem != null);
        tree.setVisible(growth != null && !nothing);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void refreshCells() {
        List.copyOf(new ArrayList<>(cells)).forEach(AddressCell::refresh);
    }

    private @Nullable AddressNode selected() {
        TreeItem<AddressNode> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }
}
