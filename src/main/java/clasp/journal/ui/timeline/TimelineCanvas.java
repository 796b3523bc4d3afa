package clasp.journal.ui.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A canvas that is as large as its region and gets its colours from the stylesheet. Painted at most once a frame,
/// after
/// [#repaint()]. Confined to the FX thread.
final class TimelineCanvas extends Region {
    /// Paints everything.
    @FunctionalInterface
    interface Painting {
        void paint(Canvas canvas, Palette inks);
    }

    private static final Map<Ink, CssMetaData<TimelineCanvas, Color>> META = new EnumMap<>(Ink.class);
    private static final List<CssMetaData<? extends Styleable, ?>> CSS;

    static {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        for (Ink ink : Ink.values()) {
            CssMetaData<TimelineCanvas, Color> meta = new InkMetaData(ink);
            META.put(ink, meta);
            all.add(meta);
        }
        CSS = List.copyOf(all);
    }

    private final Canvas canvas = new Canvas();
    private final Painting painting;
    private final Map<Ink, InkProperty> properties = new EnumMap<>(Ink.class);

    TimelineCanvas(Painting painting) {
        this.painting = painting;
        for (Ink ink : Ink.values()) {
            properties.put(ink, new InkProperty(Objects.requireNonNull(META.get(ink)), this, ink));
        }
        getChildren().add(canvas);
    }

    void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        painting.paint(canvas, this::color);
    }

    private Color color(Ink ink) {
        return Objects.requireNonNull(properties.get(ink)).get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS;
    }

    private static final class InkProperty extends SimpleStyleableObjectProperty<Color> {
        private final TimelineCanvas owner;

        InkProperty(CssMetaData<TimelineCanvas, Color> meta, TimelineCanvas owner, Ink ink) {
            super(meta, owner, ink.cssName(), ink.plain());
            this.owner = owner;
        }

        @Override
        protected void invalidated() {
            owner.repaint();
        }
    }

    private static final class InkMetaData extends CssMetaData<TimelineCanvas, Color> {
        private final Ink ink;

        InkMetaData(Ink ink) {
            super(ink.cssName(), StyleConverter.getColorConverter(), ink.plain());
            this.ink = ink;
        }

        @Override
        public boolean isSettable(TimelineCanvas canvas) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(TimelineCanvas canvas) {
            return Objects.requireNonNull(canvas.properties.get(ink));
        }
    }
}
