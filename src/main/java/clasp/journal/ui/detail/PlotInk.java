package clasp.journal.ui.detail;

import java.util.Locale;
import javafx.scene.paint.Color;

/// What the plot paints with. The stylesheet gives each a colour of the theme: `LINE` is `-plot-line`.
enum PlotInk {
    LINE(Color.STEELBLUE),
    RULE(Color.LIGHTGRAY),
    LABEL(Color.DIMGRAY),
    CURRENT(Color.BLACK),
    POINTED(Color.GRAY);

    private final Color plain;

    PlotInk(Color plain) {
        this.plain = plain;
    }

    /// Without a stylesheet.
    Color plain() {
        return plain;
    }

    String cssName() {
        return "-plot-" + name().toLowerCase(Locale.ROOT);
    }
}
