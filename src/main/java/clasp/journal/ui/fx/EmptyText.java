package clasp.journal.ui.fx;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;

/// What stands in a list or a table that has nothing to show, whole in however little room. Confined to the FX thread.
public final class EmptyText extends Label {
    /// @param key of the text
    public EmptyText(String key) {
        super(Texts.text(key));
        getStyleClass().add(Styles.TEXT_MUTED);
        setWrapText(true);
        setTextAlignment(TextAlignment.CENTER);
        setPadding(new Insets(16));
    }
}
