package clasp.journal.ui.main;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The place of a part that is made later, when what people wait for is on screen. Confined to the FX thread.
final class ToCome extends StackPane {
    private static final String STYLE = "to-come";

    private final Supplier<Region> part;
    private boolean made;

    /// @param part makes it
    ToCome(Supplier<Region> part) {
        this.part = part;
        getStyleClass().add(STYLE);
    }

    /// Makes the part, unless it is there.
    void make() {
        if (!made) {
            made = true;
            getStyleClass().remove(STYLE);
            Region now = part.get();
            // The place says how small it can be; what does not fit is cut off at the end.
            now.setMinSize(0, 0);
            getChildren().setAll(now);
        }
    }
}
