package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.EmptyText;
import clasp.journal.ui.fx.FocusOwner;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.fx.WhileInScene;
import clasp.journal.ui.lifelines.Lifeline.Point;
import clasp.journal.ui.lifelines.LifelinesViewModel.Shown;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Lifelines of the addresses that the filter finds: what is seen, not read. A click on a mark shows its entry. Works
/// while it is in a scene. Confined to the FX thread.
public final class LifelinesView extends BorderPane {
    private static final double ROW_HEIGHT = 46;
    /// With less, words would be divided.
    private static final double HINT_WIDTH = 150;
    private static final int MOST_VALUE = 80;
    private static final double PLOT_AT = 0.55;

    private final LifelinesViewModel model;
    private final ListView<LifelineRow> list = new ListView<>();
    private final SplitPane parts = new SplitPane(list);
    private final SharedPlotView plot;
    private final DoubleProperty lineWidth = new SimpleDoubleProperty();
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
        var hint = new Label(Texts.text("lifelines.hint"));
        hint.getStyleClass().add("hint");
        hint.setMinWidth(0);
        hint.setWrapText(true);
        hint.visibleProperty().bind(reading.textProperty().isEmpty().and(model.answered()));
        var told = new StackPane(hint, reading);
        told.setAlignment(Pos.CENTER_LEFT);
        told.setMinWidth(HINT_WIDTH);
        HBox.setHgrow(told, Priority.ALWAYS);
        var oneScale = new CheckBox(Texts.text("lifelines.oneScale"));
        oneScale.setId("oneScale");
        oneScale.setMinWidth(Region.USE_PREF_SIZE);
        oneScale.selectedProperty().bindBidirectional(model.oneScale());
        var top = new HBox(summary, new WorkStrip(model), told, oneScale);
        top.getStyleClass().add("top");
        list.setId("lifelineList");
        list.setAccessibleText(Texts.text("lifelines.accessible"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPlaceholder(nothing());
        list.setCellFactory(view -> {
            var cell = new LifelineCell(model, this::read);
            cell.lineWidth().subscribe(width -> lineWidth.set(width.doubleValue()));
            return cell;
        });
        LifelineMenu.install(list, model);
        // Before the list, which keeps Esc for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && escape()) {
                event.consume();
            }
        });
        plot = new SharedPlotView(model, lineWidth, this::times);
        parts.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(plot, false);
        setTop(new VBox(top, farOff()));
        setCenter(parts);
        setBottom(axis());
        model.shown().subscribe(this::show);
        model.together().plot().subscribe(this::showPlot);
        model.browsing().timeDisplay().subscribe(display -> showTime());
        WhileInScene.run(this, model::start, model::stop);
    }

    public LifelinesViewModel model() {
        return model;
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    /// @return whether there was something to leave
    private boolean escape() {
        if (model.work().get().running()) {
            model.cancel();
            return true;
        }
        boolean drawn = !model.together().plot().get().series().isEmpty();
        model.together().clear();
        return drawn;
    }

    /// In a line of its own: beside all that stands above the rows it would have room for a word a line.
    private Label farOff() {
        var label = new Label(Texts.text("lifelines.farOff"));
        label.setId("lifelineFarOff");
        label.getStyleClass().add("far-off");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(model.farOff());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /// That nothing was found is said when it is known.
    private VBox nothing() {
        var text = new EmptyText("lifelines.none");
        text.textProperty()
                .bind(Bindings.when(model.answered())
                        .then(Texts.text("lifelines.none"))
                        .otherwise(Bindings.when(model.problem().isEmpty())
                                .then(model.summary())
                                .otherwise(model.problem())));
        var ways = AfterFailure.links(model.browsing(), Texts.text("timeline.retry"), model::retry);
        ways.setAlignment(Pos.CENTER);
        ways.visibleProperty().bind(model.problem().isNotEmpty());
        ways.managedProperty().bind(ways.visibleProperty());
        var nothing = new VBox(text, ways);
        nothing.setAlignment(Pos.CENTER);
        return nothing;
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

    /// The row that was selected is selected still, else the first.
    private void show(Shown shown) {
        LifelineRow before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(shown.rows());
        shown.rows().stream()
                .filter(row -> before != null && row.address().equals(before.address()))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
        showTime();
    }

    private void showPlot(SharedPlot now) {
        boolean drawn = !now.series().isEmpty();
        if (drawn && !parts.getItems().contains(plot)) {
            parts.getItems().add(plot);
            parts.setDividerPositions(PLOT_AT);
        } else if (!drawn && parts.getItems().contains(plot)) {
            boolean within = FocusOwner.within(plot);
            parts.getItems().remove(plot);
            if (within) {
                list.requestFocus();
            }
        }
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
