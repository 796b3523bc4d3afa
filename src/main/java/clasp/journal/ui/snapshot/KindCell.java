package clasp.journal.ui.snapshot;

import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.ParamChange;
import clasp.journal.ui.fx.Texts;
import java.util.Locale;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Names the kind of a change, in its colour. Confined to the FX thread.
final class KindCell extends TableCell<ParamChange, ParamChange> {
    private @Nullable String style;

    @Override
    protected void updateItem(@Nullable ParamChange item, boolean empty) {
        super.updateItem(item, empty);
        if (style != null) {
            getStyleClass().remove(style);
            style = null;
        }
        if (empty || item == null) {
            setText(null);
        } else {
            setText(name(item.kind()));
            style = style(item.kind());
            getStyleClass().add(style);
        }
    }

    static String name(ChangeKind kind) {
        return Texts.text("snapshot.kind." + key(kind));
    }

    static String style(ChangeKind kind) {
        return "kind-" + key(kind);
    }

    static String key(ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
