package clasp.journal.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What makes the keys of all blocks of a sheet take the same width, so that what they do begins at one place. Confined
/// to the FX thread.
final class WidestKeys {
    private static final double LEAST = 118;

    private final List<Label> all = new ArrayList<>();

    void add(Label keys) {
        all.add(keys);
    }

    /// Nothing to see, as wide as the widest keys: for the column of the keys of a block.
    Region strut() {
        return new Region() {
            @Override
            protected double computeMinWidth(double height) {
                return all.stream().mapToDouble(keys -> keys.prefWidth(-1)).reduce(LEAST, Math::max);
            }
        };
    }
}
