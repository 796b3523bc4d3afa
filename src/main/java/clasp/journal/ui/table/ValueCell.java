package clasp.journal.ui.table;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The value in one line; a colour as text, such as `"#90e511"`, with a swatch of it. Confined to the FX thread.
final class ValueCell extends EntryCell {
    private @Nullable Region swatch;

    ValueCell() {
        super(EntryColumn.VALUE);
    }

    @Override
    void show(ShownRow item) {
        super.show(item);
        String colour = colour(item.row().entry().valueJson());
        if (getGraphic() == null && colour != null) {
            if (swatch == null) {
                swatch = new Region();
                swatch.getStyleClass().add("swatch");
            }
            swatch.setStyle("-fx-background-color: -color-border-default, " + colour + ";");
            setGraphic(swatch);
        }
    }

    /// The colour that the value is, as CSS writes it; null for any other value.
    static @Nullable String colour(String valueJson) {
        if (valueJson.length() != 9 || !valueJson.startsWith("\"#") || valueJson.charAt(8) != '"') {
            return null;
        }
        for (int i = 2; i < 8; i++) {
            if (Character.digit(valueJson.charAt(i), 16) < 0 || valueJson.charAt(i) > 'f') {
                return null;
            }
        }
        return valueJson.substring(1, 8);
    }
}
