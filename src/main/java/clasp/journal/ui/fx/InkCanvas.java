package clasp.journal.ui.fx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A canvas that is as large as its region and gets its colours from the stylesheet, so that it is painted anew when
/// the theme changes; at most once a frame, after [#repaint()]. Confined to the FX thread.
public final class InkCanvas<I extends Enum<I> & CanvasInk> extends Region {
    /// Paints everything.
    @FunctionalInterface
    public interface Painting<I> {
        /// @param canvas cleared
        /// @param inks the colours of the theme in force
        void paint(Canvas canvas, Function<I, Color> inks);
    }

    private final Canvas canvas = new Canvas();
    private final InkSet<I> inks;
    private final Painting<I> painting;
    private final Map<I, InkProperty<I>> properties;

    public InkCanvas(InkSet<I> inks, Painting<I> painting) {
        this.inks = inks;
        this.painting = painting;
        properties = new HashMap<>();
        inks.byInk().forEach((ink, meta) -> properties.put(ink, new InkProperty<>(this, ink, meta)));
        getChildren().add(canvas);
    }

    public void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        painting.paint(canvas, ink -> property(ink).get());
    }

    InkProperty<I> property(I ink) {
        return Objects.requireNonNull(properties.get(ink));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return inks.css();
    }

    /// The colour of one ink.
    static final class InkProperty<I extends Enum<I> & CanvasInk> extends SimpleStyleableObjectProperty<Color> {
        private final InkCanvas<I> owner;

        InkProperty(InkCanvas<I> owner, I ink, CssMetaData<InkCanvas<I>, Color> meta) {
            super(meta, owner, ink.cssName(), ink.plain());
            this.owner = owner;
        }

        @Override
        protected void invalidated() {
            owner.repaint();
        }
    }
}
