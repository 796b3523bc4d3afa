package clasp.journal.ui.lifelines;

import clasp.journal.ui.fx.CanvasInk;
import clasp.journal.ui.fx.InkSet;
import java.util.Locale;
import javafx.scene.paint.Color;

/// What the plot of several addresses is painted with. The stylesheet gives each a colour of the theme: `RULE` is
/// `-plot-rule`.
enum SeriesInk implements CanvasInk {
    A(Color.STEELBLUE),
    B(Color.ORANGE),
    C(Color.GREEN),
    D(Color.PURPLE),
    E(Color.PINK),
    F(Color.TEAL),
    G(Color.BROWN),
    H(Color.GRAY),
    RULE(Color.LIGHTGRAY),
    LABEL(Color.DIMGRAY),
    SELECTED(Color.BLACK),
    POINTED(Color.BLACK);

    static final InkSet<SeriesInk> ALL = new InkSet<>(SeriesInk.class);
    /// Of so many addresses the lines can be told apart.
    static final int MOST_SERIES = H.ordinal() + 1;

    private static final double[] WHOLE = {};
    private static final double[] DASHES = {7, 4};

    private final Color plain;

    SeriesInk(Color plain) {
        this.plain = plain;
    }

    static SeriesInk ofSeries(int index) {
        return values()[index];
    }

    /// How its line is broken, for those who see fewer colours.
    double[] dashes() {
        return ordinal() < MOST_SERIES / 2 ? WHOLE : DASHES;
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
