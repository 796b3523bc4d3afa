package clasp.journal.ui.lifelines;

import clasp.journal.model.SignalType;
import clasp.journal.ui.fx.CanvasInk;
import clasp.journal.ui.fx.InkSet;
import java.util.Locale;
import javafx.scene.paint.Color;

/// What lifelines are painted with. The stylesheet gives each a colour of the theme: `PARAM` is `-lifeline-param`.
enum LifelineInk implements CanvasInk {
    PARAM(Color.STEELBLUE),
    EVENT(Color.PURPLE),
    STREAM(Color.GREEN),
    GESTURE(Color.ORANGE),
    TIMELINE(Color.PINK),
    OTHER(Color.GRAY),
    RULE(Color.LIGHTGRAY),
    LABEL(Color.DIMGRAY),
    SELECTED(Color.BLACK);

    static final InkSet<LifelineInk> ALL = new InkSet<>(LifelineInk.class);

    private final Color plain;

    LifelineInk(Color plain) {
        this.plain = plain;
    }

    /// Of a signal type as stored.
    static LifelineInk of(String signalType) {
        return SignalType.of(signalType)
                .map(type -> valueOf(type.text().toUpperCase(Locale.ROOT)))
                .orElse(OTHER);
    }

    @Override
    public Color plain() {
        return plain;
    }

    @Override
    public String cssName() {
        return "-lifeline-" + name().toLowerCase(Locale.ROOT);
    }
}
