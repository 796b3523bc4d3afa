package clasp.journal.ui.timeline;

import clasp.journal.ui.fx.CanvasInk;
import clasp.journal.ui.fx.InkSet;
import java.util.Locale;
import javafx.scene.paint.Color;

/// What the strip paints with. The stylesheet gives each a colour of the theme: `SNAPSHOT` is `-timeline-snapshot`.
enum Ink implements CanvasInk {
    PARAM(Color.STEELBLUE),
    EVENT(Color.PURPLE),
    STREAM(Color.GREEN),
    GESTURE(Color.ORANGE),
    TIMELINE(Color.PINK),
    OTHER(Color.GRAY),
    GHOST(Color.LIGHTGRAY),
    PAPER(Color.WHITE),
    RULE(Color.GRAY),
    LABEL(Color.DIMGRAY),
    VISIBLE(Color.LIGHTGRAY),
    SELECTION(Color.LIGHTBLUE),
    EDGE(Color.STEELBLUE),
    ENTRY(Color.BLACK),
    SNAPSHOT(Color.BLACK),
    GAP(Color.ORANGE),
    PROBLEM(Color.ORANGE),
    ERROR(Color.RED),
    CURSOR(Color.STEELBLUE),
    BOOKMARK(Color.STEELBLUE);

    /// The signal types in the order of a histogram's series.
    static final Ink[] SERIES = {PARAM, EVENT, STREAM, GESTURE, TIMELINE, OTHER};

    static final InkSet<Ink> ALL = new InkSet<>(Ink.class);

    private final Color plain;

    Ink(Color plain) {
        this.plain = plain;
    }

    @Override
    public Color plain() {
        return plain;
    }

    @Override
    public String cssName() {
        return "-timeline-" + name().toLowerCase(Locale.ROOT);
    }
}
