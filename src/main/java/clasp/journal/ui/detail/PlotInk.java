package clasp.journal.ui.detail;

import clasp.journal.ui.fx.CanvasInk;
import clasp.journal.ui.fx.InkSet;
import java.util.Locale;
import javafx.scene.paint.Color;

/// What the plot paints with. The stylesheet gives each a colour of the theme: `LINE` is `-plot-line`.
enum PlotInk implements CanvasInk {
    LINE(Color.STEELBLUE),
    RULE(Color.LIGHTGRAY),
    LABEL(Color.DIMGRAY),
    CURRENT(Color.BLACK),
    POINTED(Color.GRAY);

    static final InkSet<PlotInk> ALL = new InkSet<>(PlotInk.class);

    private final Color plain;

    PlotInk(Color plain) {
        this.plain = plain;
    }

    @Override
    public Color plain() {
        return plain;
    }

    @Override
    public String cssName() {
        return "-plot-" + name().toLowerCase(Locale.ROOT);
    }
}
