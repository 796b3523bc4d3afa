package clasp.journal.ui.addresses;

import clasp.journal.ui.addresses.AddressNode.All;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Estimated;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.More;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;

/// A line of the tree on screen. Taking over a new growth keeps the items of lines that are still there, and so scroll
/// position and focus. Confined to the FX thread.
final class AddressItem extends TreeItem<AddressNode> {
    private final AddressTreeViewModel model;
    private boolean applying;

    AddressItem(AddressTreeViewModel model, AddressNode node) {
        super(node);
        this.model = model;
        expandedProperty().subscribe((before, now) -> toggled(now));
    }

    @Override
    public boolean isLeaf() {
        return leaf(getValue());
    }

    private static boolean leaf(AddressNode node) {
        return switch (node) {
            case All all -> false;
            case Branch branch -> false;
            case Estimated estimated -> leaf(estimated.line());
            case Leaf leaf -> true;
            case More more -> true;
        };
    }

    void apply(Growth growth) {
        if (!growth.node().equals(getValue())) {
            setValue(growth.node());
        }
        applyChildren(growth.children());
        applying = true;
        setExpanded(growth.open());
        applying = false;
    }

    private void applyChildren(List<Growth> children) {
        Map<String, AddressItem> present = new HashMap<>();
        for (TreeItem<AddressNode> child : getChildren()) {
            present.put(child.getValue().key(), (AddressItem) child);
        }
        var items = new ArrayList<AddressItem>(children.size());
        for (Growth child : children) {
            AddressItem kept = present.get(child.node().key());
            AddressItem item = kept != null ? kept : new AddressItem(model, child.node());
            item.apply(child);
            items.add(item);
        }
        if (!getChildren().equals(items)) {
            getChildren().setAll(items);
        }
    }

    private void toggled(boolean expanded) {
        if (applying) {
            return;
        }
        if (expanded) {
            model.open(getValue());
        } else {
            model.shut(getValue());
        }
    }
}
