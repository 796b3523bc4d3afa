package clasp.journal.ui.lifelines;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.ReadingKeys;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.lifelines.SharedPlot.Mark;
import clasp.journal.ui.lifelines.SharedPlot.Series;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The values of several addresses laid over each other, below their rows and by the same times. The pointer, or the
/// arrow keys, read them at a moment; a click or Enter shows the entry in the table. Confined to the FX thread.
final class SharedPlotView extends BorderPane {
    private static final double LEAST_HEIGHT = 120;
    private static final int MOST_VALUE = 80;

    private final LifelinesViewModel model;
    private final Supplier<TimeText> times;
    private final InkCanvas<SeriesInk> canvas = new InkCanvas<>(SeriesInk.ALL, this::paint);
    private final StackPane drawing = new StackPane(canvas);
    private final VBox legend = new VBox();
    private final Label title = new Label();
    private final Label reading = new Label();
    private @Nullable Mark pointed;

    /// @param lineWidth how wide the lifelines above are
    SharedPlotView(LifelinesViewModel model, ObservableNumberValue lineWidth, Supplier<TimeText> times) {
        this.model = model;
        this.times = times;
        setId("sharedPlot");
        getStyleClass().add("shared-plot");
        setMinHeight(LEAST_HEIGHT);
        title.setId("sharedPlotTitle");
        title.setMinWidth(Region.USE_PREF_SIZE);
        reading.setId("sharedPlotReading");
        reading.getStyleClass().addAll("mono", "reading");
        reading.setMinWidth(0);
        reading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reading, Priority.ALWAYS);
        var close = DialogParts.closeButton(
                "sharedPlotClose",
                Texts.text("lifelines.plot.close"),
                () -> model.together().clear());
        var top = new HBox(title, reading, close);
        top.getStyleClass().add("plot-top");
        var names = new ScrollPane(legend);
        names.setId("sharedPlotLegend");
        names.setFitToWidth(true);
        names.setFocusTraversable(false);
        names.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        names.setMinWidth(LifelineCell.LABEL_WIDTH);
        names.setMaxWidth(LifelineCell.LABEL_WIDTH);
        canvas.getStyleClass().add("plot-inks");
        drawing.setId("sharedPlotDrawing");
        drawing.getStyleClass().add("drawing");
        drawing.setFocusTraversable(true);
        drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        drawing.setMinWidth(0);
        drawing.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> lineWidth.doubleValue() > 0 ? lineWidth.doubleValue() : Double.MAX_VALUE, lineWidth));
        HBox.setHgrow(drawing, Priority.ALWAYS);
        drawing.setOnMouseMoved(this::follow);
        drawing.setOnMouseExited(event -> point(null));
        drawing.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                drawing.requestFocus();
                follow(event);
                reveal();
            }
        });
        ReadingKeys.of(drawing, this::step, this::reveal);
        drawing.focusedProperty().subscribe((before, now) -> point(null));
        var middle = new HBox(names, drawing);
        middle.getStyleClass().add("plot-middle");
        setTop(top);
        setCenter(middle);
        model.together().plot().subscribe(this::show);
        model.browsing().selected().subscribe((before, now) -> canvas.repaint());
    }

    private SharedPlot plot() {
        return model.together().plot().get();
    }

    private Optional<PlotArea> area() {
        return Optional.ofNullable(plot().time())
                .map(time -> new PlotArea(time, canvas.getWidth(), canvas.getHeight()));
    }

    private void follow(MouseEvent event) {
        point(area().flatMap(area -> plot().near(area, event.getX(), event.getY()))
                .orElse(null));
    }

    private void show(SharedPlot plot) {
        List<Series> series = plot.series();
        String count = NumberText.grouped(series.size());
        title.setText(Texts.text(
                model.together().full() ? "lifelines.plot.full" : "lifelines.plot.title", series.size(), count));
        List<LegendRow> rows = series.stream().map(this::row).toList();
        if (!legend.getChildren().equals(rows)) {
            legend.getChildren().setAll(rows);
        }
        List<Mark> marks = pointed == null ? List.of() : plot.marks();
        int still = indexOfPointed(marks);
        point(still < 0 ? null : marks.get(still));
    }

    /// The one that is there, where there is one: somebody may be pressing the mouse on it.
    private LegendRow row(Series of) {
        Optional<LegendRow> there = legend.getChildren().stream()
                .map(LegendRow.class::cast)
                .filter(row -> row.isOf(of))
                .findFirst();
        there.ifPresent(row -> row.take(of));
        return there.orElseGet(() -> new LegendRow(of, out -> model.together().choose(out.address(), false)));
    }

    /// Negative when nothing is pointed at.
    private int indexOfPointed(List<Mark> marks) {
        Mark mark = pointed;
        return mark == null
                ? -1
                : IntStream.range(0, marks.size())
                        .filter(i -> marks.get(i).point().seq() == mark.point().seq())
                        .findFirst()
                        .orElse(-1);
    }

    private void step(int by) {
        List<Mark> marks = plot().marks();
        if (!marks.isEmpty()) {
            int from = indexOfPointed(marks);
            point(marks.get(from < 0 ? marks.size() - 1 : Math.clamp(from + by, 0, marks.size() - 1)));
        }
    }

    private void reveal() {
        if (pointed != null) {
            model.browsing().reveal(pointed.point().seq());
        }
    }

    private void point(@Nullable Mark mark) {
        pointed = mark;
        legend.getChildren().forEach(row -> ((LegendRow) row).show(mark));
        reading.setText(mark == null ? "" : text(mark));
        drawing.setAccessibleText(mark == null ? Texts.text("lifelines.plot.accessible", title.getText()) : text(mark));
        canvas.repaint();
    }

    private String text(Mark mark) {
        return Texts.text(
                "lifelines.plot.reading",
                LineText.of(mark.series().address(), MOST_VALUE),
                LineText.of(mark.point().value(), MOST_VALUE),
                times.get().clock(mark.point().micros()),
                NumberText.seq(mark.point().seq()));
    }

    private void paint(Canvas target, Function<SeriesInk, Color> inks) {
        SharedPlot plot = plot();
        TimeRange time = plot.time();
        if (time == null) {
            return;
        }
        var area = new PlotArea(time, target.getWidth(), target.getHeight());
        var painter = new SharedPlotPainter(target.getGraphicsContext2D(), inks, area);
        painter.paintFrame(plot.oneScale() ? plot.range().orElse(null) : null);
        Entry selected = model.browsing().selected().get();
        if (selected != null) {
            painter.paintSelected(selected.timestampMicros());
        }
        plot.series().forEach(one -> painter.paintLine(one, plot.range(one).orElse(null)));
        if (pointed != null) {
            painter.paintPointed(pointed, plot.range(pointed.series()).orElse(null));
        }
    }
}
