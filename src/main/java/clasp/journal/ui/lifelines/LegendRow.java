package clasp.journal.ui.lifelines;

import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.lifelines.Lifeline.Point;
import clasp.journal.ui.lifelines.SharedPlot.Mark;
import clasp.journal.ui.lifelines.SharedPlot.Series;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// What a line of the plot is: its colour, its address, and the value at the moment that is pointed at. Confined to the
/// FX thread.
final class LegendRow extends HBox {
    private static final int MOST_ADDRESS = 300;
    private static final int MOST_VALUE = 40;

    private Series series;
    private final Label value = new Label();

    /// @param takeOut the series is not wanted any more
    LegendRow(Series series, Consumer<Series> takeOut) {
        this.series = series;
        getStyleClass().add("legend-row");
        String text = LineText.of(series.address(), MOST_ADDRESS);
        var choice = new CheckBox();
        choice.setSelected(true);
        choice.setFocusTraversable(false);
        choice.setAccessibleText(Texts.text("lifelines.together.accessible", text));
        choice.setTooltip(new Tooltip(Texts.text("lifelines.together.out")));
        choice.setOnAction(event -> takeOut.accept(this.series));
        var swatch = new InkCanvas<SeriesInk>(SeriesInk.ALL, this::paint);
        swatch.getStyleClass().addAll("plot-inks", "swatch-line");
        var address = new Label(text);
        address.getStyleClass().add("mono");
        address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        address.setTooltip(new Tooltip(text));
        value.getStyleClass().addAll("scale", "value");
        var labels = new VBox(address, value);
        labels.getStyleClass().add("labels");
        labels.setMinWidth(0);
        HBox.setHgrow(labels, Priority.ALWAYS);
        getChildren().addAll(choice, swatch, labels);
    }

    /// Whether it is of this address, in this colour.
    boolean isOf(Series other) {
        return series.address().equals(other.address()) && series.ink() == other.ink();
    }

    /// What is known of the same address by now.
    void take(Series now) {
        series = now;
    }

    /// @param pointed the entry that is pointed at; null for none: then the range of the numbers is shown
    void show(@Nullable Mark pointed) {
        Lifeline lifeline = series.lifeline();
        if (lifeline == null) {
            value.setText(Texts.text("lifelines.pending"));
        } else if (pointed == null) {
            value.setText(lifeline.range().map(RangeText::of).orElse(Texts.text("lifelines.plot.noNumbers")));
        } else {
            value.setText(text(lifeline, pointed));
        }
    }

    /// Between entries that were picked out of many there may have been another.
    private String text(Lifeline lifeline, Mark pointed) {
        Optional<Point> held = pointed.series().address().equals(series.address())
                ? Optional.of(pointed.point())
                : lifeline.at(pointed.point().micros());
        if (held.isEmpty()) {
            return Texts.text("lifelines.plot.before");
        }
        Point point = held.get();
        String text = LineText.of(point.value(), MOST_VALUE);
        boolean sure = !lifeline.sampled() || point.micros() == pointed.point().micros();
        return sure ? text : Texts.text("lifelines.plot.about", text);
    }

    private void paint(Canvas target, Function<SeriesInk, Color> inks) {
        GraphicsContext graphics = target.getGraphicsContext2D();
        graphics.setStroke(inks.apply(series.ink()));
        graphics.setLineWidth(2.5);
        graphics.setLineDashes(series.ink().dashes());
        double y = Math.round(target.getHeight() / 2) + 0.5;
        graphics.strokeLine(0, y, target.getWidth(), y);
    }
}
