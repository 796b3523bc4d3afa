package clasp.journal.ui.export;

import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// One of a few named choices. Its texts are `export.KEY.NAME`, and `export.KEY` for the whole. Confined to the FX
/// thread.
final class EnumBox<E extends Enum<E>> extends ComboBox<E> {
    EnumBox(String key, ObjectProperty<E> choice, List<E> choices) {
        setId(key);
        setAccessibleText(Texts.text("export." + key));
        setMaxWidth(Double.MAX_VALUE);
        getItems().setAll(choices);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(E one) {
                return one == null
                        ? ""
                        : Texts.text("export." + key + "." + one.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("Nobody types here.");
            }
        });
        valueProperty().bindBidirectional(choice);
    }
}
