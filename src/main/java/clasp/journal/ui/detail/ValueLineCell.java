package clasp.journal.ui.detail;

import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line of the value's tree: key and value, or how much there is inside. Confined to the FX thread.
final class ValueLineCell extends TreeCell<OutlineNode> {
    static final int MAX_CHARS = 300;

    private final Function<OutlineNode, String> text;
    private final Label key = new Label();
    private final Label value = new Label();
    private final HBox line = new HBox(key, value);

    /// @param text tells the text of a part, or at least the first [#MAX_CHARS] and one more
    ValueLineCell(Function<OutlineNode, String> text) {
        this.text = text;
        getStyleClass().addAll("value-line", "mono");
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("line");
    }

    @Override
    protected void updateItem(@Nullable OutlineNode node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String name = LineText.of(node.label(), MAX_CHARS);
        boolean named = !name.isEmpty();
        key.setText(named ? name + ":" : "");
        key.setVisible(named);
        key.setManaged(named);
        switch (node) {
            case OutlineNode.Leaf leaf -> {
                String stored = text.apply(leaf);
                style(stored.isEmpty() ? "" : kind(stored.charAt(0)));
                value.setText(LineText.of(stored, MAX_CHARS));
            }
            case OutlineNode.Container container -> {
                style("summary");
                value.setText(summary(container));
            }
            case OutlineNode.Run run -> {
                style("summary");
                value.setText("[" + NumberText.grouped(run.first()) + " … " + NumberText.grouped(run.last()) + "]");
            }
            case OutlineNode.Waiting _ -> {
                style("summary");
                value.setText(Texts.text("detail.tree.waiting"));
            }
        }
        setAccessibleText(named ? key.getText() + " " + value.getText() : value.getText());
        setGraphic(line);
    }

    private void style(String kind) {
        value.getStyleClass().setAll("label", "value", kind);
    }

    private static String summary(OutlineNode.Container container) {
        if (container.size() == 0) {
            return container.map() ? "{}" : "[]";
        }
        return Texts.text(
                container.map() ? "detail.tree.map" : "detail.tree.array",
                container.size(),
                NumberText.grouped(container.size()));
    }

    private static String kind(char first) {
        return switch (first) {
            case '"' -> "string";
            case 't', 'f', 'n' -> "word";
            default -> "number";
        };
    }
}
