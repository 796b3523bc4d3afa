package clasp.journal.ui.snapshot;

import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.ParamDiff;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// How many changes of each kind there are; each kind can be shown or left out. Confined to the FX thread.
final class KindBar extends FlowPane {
    private final Map<ChangeKind, ToggleButton> toggles = new EnumMap<>(ChangeKind.class);
    private final SnapshotViewModel model;

    KindBar(SnapshotViewModel model) {
        this.model = model;
        getStyleClass().add("kind-bar");
        for (ChangeKind kind : ChangeKind.values()) {
            var toggle = new ToggleButton();
            toggle.setId("kind-" + KindCell.key(kind));
            toggle.getStyleClass().addAll("small", "kind-toggle", KindCell.style(kind));
            toggle.setTooltip(new Tooltip(Texts.text("snapshot.kind." + KindCell.key(kind) + ".tip")));
            toggle.setOnAction(event -> choose());
            toggles.put(kind, toggle);
            getChildren().add(toggle);
        }
        model.kinds().subscribe(this::select);
    }

    void show(ParamDiff diff) {
        toggles.forEach((kind, toggle) -> {
            String text = NumberText.grouped(diff.count(kind)) + " " + KindCell.name(kind);
            toggle.setText(text);
            toggle.setAccessibleText(text);
        });
    }

    private void select(Set<ChangeKind> kinds) {
        toggles.forEach((kind, toggle) -> toggle.setSelected(kinds.contains(kind)));
    }

    private void choose() {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        toggles.forEach((kind, toggle) -> {
            if (toggle.isSelected()) {
                kinds.add(kind);
            }
        });
        model.kinds().set(kinds);
    }
}
