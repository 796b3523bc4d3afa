package clasp.journal.ui.addresses;

import static clasp.journal.ui.fx.NumberText.grouped;

import clasp.journal.ui.addresses.AddressNode.All;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Estimated;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.More;
import clasp.journal.ui.addresses.AddressNode.Named;
import clasp.journal.ui.fx.Texts;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Shows a line of the tree. Confined to the FX thread.
final class AddressCell extends TreeCell<AddressNode> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass REMARK = PseudoClass.getPseudoClass("remark");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private final AddressTreeViewModel model;
    private final AddressRow row = new AddressRow();

    AddressCell(AddressTreeViewModel model) {
        this.model = model;
        getStyleClass().add("address-cell");
        // The tree never scrolls sideways: what is too long is cut.
        setPrefWidth(0);
        setOnMouseClicked(this::clicked);
    }

    @Override
    protected void updateItem(@Nullable AddressNode node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(CHOSEN, false);
            return;
        }
        setGraphic(row);
        show(node);
    }

    /// Shows the line again, after its value or the query changed.
    void refresh() {
        AddressNode node = getItem();
        if (node != null && !isEmpty()) {
            show(node);
        }
    }

    private void show(AddressNode node) {
        String count = count(node);
        row.show(name(node), value(node), count);
        pseudoClassStateChanged(CHOSEN, model.chosen(node));
        pseudoClassStateChanged(REMARK, remark(node));
        setAccessibleText(Texts.text("addresses.line.accessible", name(node), count, node.entries()));
    }

    private String count(AddressNode node) {
        return node instanceof Estimated || model.behind().get()
                ? Texts.text("addresses.line.estimated", grouped(roughly(node.entries())))
                : grouped(node.entries());
    }

    /// With two digits that say something.
    private static long roughly(long number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) number / unit) * unit;
    }

    private static String name(AddressNode node) {
        return switch (node) {
            case All all -> Texts.text("addresses.line.all");
            case Named named -> name(named);
            case More more ->
                Texts.text(more.found() ? "addresses.line.more.found" : "addresses.line.more", grouped(more.lines()));
            case Estimated estimated -> name(estimated.line());
        };
    }

    private static String name(Named line) {
        if (!line.name().isEmpty()) {
            return CONTROLS.matcher(line.name()).replaceAll("␣");
        }
        return Texts.text(line.path().isEmpty() ? "addresses.line.emptyAddress" : "addresses.line.emptySegment");
    }

    private String value(AddressNode node) {
        return switch (node) {
            case Leaf leaf -> model.values().of(leaf.path(), leaf.lastSeq());
            case All all -> "";
            case Branch branch -> "";
            case More more -> "";
            case Estimated estimated -> "";
        };
    }

    /// Whether the name is not a segment but words about it.
    private static boolean remark(AddressNode node) {
        return switch (node) {
            case All all -> false;
            case Named named -> named.name().isEmpty();
            case More more -> true;
            case Estimated estimated -> remark(estimated.line());
        };
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() == row) {
            // Resizing it past its preferred width would ask for another layout, and so on in every frame.
            double width = Math.max(0, getWidth() - row.getLayoutX());
            if (row.getPrefWidth() != width) {
                row.setPrefWidth(width);
                super.layoutChildren();
            }
        }
    }

    private void clicked(MouseEvent event) {
        AddressNode node = getItem();
        if (node != null
                && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 1
                && !inArrow(event.getPickResult().getIntersectedNode())) {
            model.choose(node);
        }
    }

    private boolean inArrow(@Nullable Node clicked) {
        for (Node node = clicked; node != null && node != this; node = node.getParent()) {
            if (node == getDisclosureNode()) {
                return true;
            }
        }
        return false;
    }
}
