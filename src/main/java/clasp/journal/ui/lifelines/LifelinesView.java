package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.EmptyText;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.fx.WhileInScene;
import clasp.journal.ui.fx.WhyHere;
import clasp.journal.ui.lifelines.Lifeline.Point;
import clasp.journal.ui.lifelines.LifelinesViewModel.Shown;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lifelines of the addresses that the filter finds: what is seen, not read. A click on a mark shows its entry. Works
/// while it is in a scene. Confined to the FX thread.
public final class LifelinesView extends BorderPane {
    private static final double ROW_HEIGHT = 46;
    private static final int MOST_VALUE = 80;

    private final LifelinesViewModel model;
    private final ListView<LifelineRow> list = new ListView<>();
    private final Label reading = new Label();
    private final Label from = new Label();
    private final Label to = new Label();

    public LifelinesView(LifelinesViewModel model) {
        this.model = model;
        setId("lifelines");
        getStyleClass().add("lifelines");
        Stylesheets.add(this, "lifelines");
        var summary = new Label();
        summary.textProperty().bind(model.summary());
        summary.setWrapText(true);
        // Read whole; a sentence, such as why there is nothing, wraps in half of the room.
        summary.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(Math.ceil(summary.prefWidth(-1)), getWidth() / 2),
                        summary.textProperty(),
                        summary.fontProperty(),
                        widthProperty()));
        summary.getStyleClass().add("summary");
        reading.setId("lifelineReading");
        reading.getStyleClass().addAll("mono", "reading");
        reading.setMinWidth(0);
        reading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reading, Priority.ALWAYS);
        var oneScale = new CheckBox(Texts.text("lifelines.oneScale"));
        oneScale.setId("oneScale");
        oneScale.setMinWidth(Region.USE_PREF_SIZE);
        oneScale.selectedProperty().bindBidirectional(model.oneScale());
        var top = new HBox(summary, new WorkStrip(model), reading, oneScale);
        top.getStyleClass().add("top");
        list.setId("lifelineList");
        list.setAccessibleText(Texts.text("lifelines.accessible"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPlaceholder(nothing());
        list.setCellFactory(view -> new LifelineCell(model, this::read));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            LifelineRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                Lifeline line = row.lifeline().get();
                if (line != null && !line.points().isEmpty()) {
                    model.browsing().reveal(line.points().getFirst().seq());
                }
                event.consume();
            }
        });
        WhyHere.means(list, () -> {
            LifelineRow row = list.getSelectionModel().getSelectedItem();
            if (row != null) {
                long latest = model.browsing().state().get().latestSeq();
                model.browsing().explain(row.address(), latest);
            }
            return row != null;
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.work().get().running()) {
                model.cancel();
                event.consume();
            }
        });
        setTop(top);
        setCenter(list);
        setBottom(axis());
        model.shown().subscribe(this::show);
        model.browsing().timeDisplay().subscribe(display -> showTime());
        WhileInScene.run(this, model::start, model::stop);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    /// That nothing was found is said when it is known.
    private EmptyText nothing() {
        var text = new EmptyText("lifelines.none");
        text.textProperty()
                .bind(Bindings.when(model.answered())
                        .then(Texts.text("lifelines.none"))
                        .otherwise(model.summary()));
        return text;
    }

    private HBox axis() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var before = new Region();
        before.setMinWidth(LifelineCell.LABEL_WIDTH + 16);
        var axis = new HBox(before, from, gap, to);
        axis.getStyleClass().add("axis");
        return axis;
    }

    private void show(Shown shown) {
        list.getItems().setAll(shown.rows());
        showTime();
    }

    private void showTime() {
        TimeRange time = model.shown().get().time();
        TimeText times = times();
        from.setText(time == null ? "" : times.full(time.fromMicros()));
        to.setText(time == null ? "" : times.full(time.toMicros()));
    }

    private TimeText times() {
        TimeRange time = model.shown().get().time();
        return TimeText.of(model.browsing().timeDisplay().get(), time == null ? 0 : time.fromMicros());
    }

    private void read(LifelineCell cell, Optional<Point> point) {
        reading.setText(point.map(near -> Texts.text(
                        "lifelines.reading",
                        LineText.of(near.value(), MOST_VALUE),
                        times().clock(near.micros()),
                        NumberText.seq(near.seq())))
                .orElse(""));
    }
}
