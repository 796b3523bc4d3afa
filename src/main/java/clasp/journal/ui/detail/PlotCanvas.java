package clasp.journal.ui.detail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A canvas that fills its region and gets its colours from the stylesheet, so that it is painted anew when the theme
/// changes; at most once a frame. Confined to the FX thread.
final class PlotCanvas extends Region {
    /// Paints everything.
    @FunctionalInterface
    interface Painting {
        void paint(Canvas canvas, Function<PlotInk, Color> inks);
    }

    private static final Map<PlotInk, InkMetaData> META = new EnumMap<>(PlotInk.class);
    private static final List<CssMetaData<? extends Styleable, ?>> CSS;

    static {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        for (PlotInk ink : PlotInk.values()) {
            var meta = new InkMetaData(ink);
            META.put(ink, meta);
            all.add(meta);
        }
        CSS = List.copyOf(all);
    }

    private final Canvas canvas = new Canvas();
    private final Painting painting;
    private final Map<PlotInk, InkProperty> inks = new EnumMap<>(PlotInk.class);

    PlotCanvas(Painting painting) {
        this.painting = painting;
        META.forEach((ink, meta) -> inks.put(ink, new InkProperty(this, ink, meta)));
        getChildren().add(canvas);
    }

    void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        painting.paint(canvas, ink -> ink(ink).get());
    }

    private InkProperty ink(PlotInk ink) {
        return Objects.requireNonNull(inks.get(ink));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS;
    }

    private static final class InkProperty extends SimpleStyleableObjectProperty<Color> {
        private final PlotCanvas owner;

        InkProperty(PlotCanvas owner, PlotInk ink, InkMetaData meta) {
            super(meta, owner, ink.cssName(), ink.plain());
            this.owner = owner;
        }

        @Override
        protected void invalidated() {
            owner.repaint();
        }
    }

    private static final class InkMetaData extends CssMetaData<PlotCanvas, Color> {
        private final PlotInk ink;

        InkMetaData(PlotInk ink) {
            super(ink.cssName(), StyleConverter.getColorConverter(), ink.plain());
            this.ink = ink;
        }

        @Override
        public boolean isSettable(PlotCanvas canvas) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(PlotCanvas canvas) {
            return canvas.ink(ink);
        }
    }
}
