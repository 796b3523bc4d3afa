package clasp.journal.ui.detail;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Choice;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The value as a tree or as the text that is stored. Confined to the FX thread.
final class ValuePane extends BorderPane {
    private final DetailViewModel model;
    private final ToggleButton treeButton = button("tree", Styles.LEFT_PILL);
    private final ToggleButton rawButton = button("raw", Styles.RIGHT_PILL);
    private final Label kind = new Label();
    private final OutlineTree tree;
    private final RawPane raw;
    private @Nullable EntryDetail shown;

    ValuePane(DetailViewModel model) {
        this.model = model;
        tree = new OutlineTree(model);
        raw = new RawPane(model);
        getStyleClass().add("value-pane");
        var group = new ToggleGroup();
        Choice.bind(treeButton, group, () -> choose(false));
        Choice.bind(rawButton, group, () -> choose(true));
        kind.getStyleClass().add("kind");
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kind, Priority.ALWAYS);
        var bar = new HBox(new HBox(treeButton, rawButton), kind);
        bar.getStyleClass().add("bar");
        setTop(bar);
        model.raw().subscribe(wanted -> arrange());
    }

    void show(EntryDetail detail) {
        EntryDetail before = shown;
        shown = detail;
        if (before != null && before.raw() == detail.raw()) {
            return;
        }
        Outline outline = detail.outline();
        kind.setText(outline == null ? Texts.text("detail.kind.none") : kind(outline));
        if (outline != null) {
            boolean sameAddress = before != null
                    && before.entry().address().equals(detail.entry().address());
            tree.show(outline, sameAddress);
        }
        raw.show(detail);
        arrange();
    }

    /// What has no tree is shown as text whatever the user prefers.
    private void choose(boolean asRaw) {
        if (!hasNoTree()) {
            model.raw().set(asRaw);
        }
    }

    private boolean hasNoTree() {
        return shown != null && shown.outline() == null;
    }

    private void arrange() {
        boolean asRaw = hasNoTree() || model.raw().get();
        treeButton.setDisable(hasNoTree());
        (asRaw ? rawButton : treeButton).setSelected(true);
        setCenter(asRaw ? raw : tree);
    }

    private static String kind(Outline outline) {
        return switch (outline.root()) {
            case OutlineNode.Container container ->
                Texts.text(
                        container.map() ? "detail.kind.map" : "detail.kind.array",
                        container.size(),
                        NumberText.grouped(container.size()));
            case OutlineNode.Leaf leaf ->
                switch (outline.text().charAt(leaf.start())) {
                    case '"' -> Texts.text("detail.kind.string");
                    case 't', 'f' -> Texts.text("detail.kind.bool");
                    case 'n' -> Texts.text("detail.kind.null");
                    default -> Texts.text(isInteger(outline.text(leaf)) ? "detail.kind.int" : "detail.kind.float");
                };
            case OutlineNode.Run _, OutlineNode.Waiting _ -> "";
        };
    }

    private static boolean isInteger(String number) {
        return number.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    }

    private static ToggleButton button(String key, String style) {
        var button = new ToggleButton(Texts.text("detail.value." + key));
        button.setId("value-" + key);
        button.getStyleClass().addAll(style, Styles.SMALL);
        return button;
    }
}
