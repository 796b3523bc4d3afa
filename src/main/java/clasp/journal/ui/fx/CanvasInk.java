package clasp.journal.ui.fx;

import javafx.scene.paint.Color;

/// What a canvas paints with: to be implemented by the enum of a screen part, so that its stylesheet gives each a
/// colour of the theme.
public interface CanvasInk {
    /// The property in the stylesheet, such as `-timeline-snapshot`.
    String cssName();

    /// The colour without a stylesheet.
    Color plain();
}
