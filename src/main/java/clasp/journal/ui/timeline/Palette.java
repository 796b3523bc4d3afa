package clasp.journal.ui.timeline;

import javafx.scene.paint.Color;

/// The colours of the theme in force.
@FunctionalInterface
interface Palette {
    Color get(Ink ink);
}
