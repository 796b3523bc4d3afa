package clasp.journal.ui.detail;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// A part of a value in the tree; the parts inside are found when it is opened. Confined to the FX thread.
final class OutlineItem extends TreeItem<OutlineNode> {
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");

    private final Outline outline;
    private final ValueParts parts;
    private boolean asked;

    OutlineItem(Outline outline, OutlineNode node, ValueParts parts) {
        super(node);
        this.outline = outline;
        this.parts = parts;
    }

    @Override
    public boolean isLeaf() {
        return switch (getValue()) {
            case OutlineNode.Leaf _, OutlineNode.Waiting _ -> true;
            case OutlineNode.Container container -> container.size() == 0;
            case OutlineNode.Run _ -> false;
        };
    }

    @Override
    public ObservableList<TreeItem<OutlineNode>> getChildren() {
        ObservableList<TreeItem<OutlineNode>> children = super.getChildren();
        if (!asked && !isLeaf()) {
            asked = true;
            if (!parts.atHand(outline, getValue())) {
                children.add(new TreeItem<>(new OutlineNode.Waiting()));
            }
            parts.find(outline, getValue(), this::put);
        }
        return children;
    }

    private void put(List<OutlineNode> nodes) {
        super.getChildren()
                .setAll(nodes.stream()
                        .map(node -> new OutlineItem(outline, node, parts))
                        .toList());
    }

    /// Opens this part and those in it, as far as they are at hand and there are not many.
    void open(int levels) {
        if (levels > 0 && !isLeaf() && parts.atHand(outline, getValue())) {
            setExpanded(true);
            getChildren().forEach(child -> {
                if (child instanceof OutlineItem item) {
                    item.open(levels - 1);
                }
            });
        }
    }

    /// Opens what was open in another value.
    void open(Set<String> places) {
        if (!isLeaf() && places.contains(place()) && parts.atHand(outline, getValue())) {
            setExpanded(true);
            getChildren().forEach(child -> {
                if (child instanceof OutlineItem item) {
                    item.open(places);
                }
            });
        }
    }

    /// Adds the places of all that is open.
    void collectOpen(Set<String> places) {
        if (isExpanded() && !isLeaf()) {
            places.add(place());
            getChildren().forEach(child -> {
                if (child instanceof OutlineItem item) {
                    item.collectOpen(places);
                }
            });
        }
    }

    /// Where the part is, such as `layer[3].opacity`; empty for the whole value.
    String path() {
        String above = getParent() instanceof OutlineItem parent ? parent.path() : "";
        String label = getValue().label();
        if (label.isEmpty()) {
            return above;
        }
        if (getParent() != null && inMap(getParent().getValue())) {
            if (PLAIN_KEY.matcher(label).matches()) {
                return above.isEmpty() ? label : above + "." + label;
            }
            return above + "[" + (label.startsWith("\"") ? label : "\"" + label + "\"") + "]";
        }
        return above + label;
    }

    /// The path, which for a run is not that of the array around it.
    private String place() {
        return getValue() instanceof OutlineNode.Run run ? path() + "@" + run.first() : path();
    }

    private static boolean inMap(OutlineNode node) {
        return switch (node) {
            case OutlineNode.Container container -> container.map();
            case OutlineNode.Run run -> run.map();
            case OutlineNode.Leaf _, OutlineNode.Waiting _ -> false;
        };
    }
}
