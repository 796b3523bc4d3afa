package clasp.journal.ui.fx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The inks of one kind of canvas as JavaFX's CSS knows them: made once for each kind. Immutable.
public final class InkSet<I extends Enum<I> & CanvasInk> {
    private final Map<I, CssMetaData<InkCanvas<I>, Color>> byInk;
    private final List<CssMetaData<? extends Styleable, ?>> css;

    public InkSet(Class<I> inks) {
        byInk = new EnumMap<>(inks);
        var all = new ArrayList<>(Region.getClassCssMetaData());
        for (I ink : inks.getEnumConstants()) {
            var meta = new InkMetaData<I>(ink);
            byInk.put(ink, meta);
            all.add(meta);
        }
        css = List.copyOf(all);
    }

    Map<I, CssMetaData<InkCanvas<I>, Color>> byInk() {
        return byInk;
    }

    /// Those of the inks, and of any region.
    List<CssMetaData<? extends Styleable, ?>> css() {
        return css;
    }

    private static final class InkMetaData<I extends Enum<I> & CanvasInk> extends CssMetaData<InkCanvas<I>, Color> {
        private final I ink;

        InkMetaData(I ink) {
            super(ink.cssName(), StyleConverter.getColorConverter(), ink.plain());
            this.ink = ink;
        }

        @Override
        public boolean isSettable(InkCanvas<I> canvas) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(InkCanvas<I> canvas) {
            return canvas.property(ink);
        }
    }
}
