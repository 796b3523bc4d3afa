package clasp.journal.ui.lifelines;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.lifelines.Lifeline.Point;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row: the address, its scale, and its lifeline. Confined to the FX thread.
final class LifelineCell extends ListCell<LifelineRow> {
    static final double LABEL_WIDTH = 256;
    private static final int MOST_ADDRESS = 300;
    private static final double NEAR = 12;

    private final LifelinesViewModel model;
    private final BiConsumer<LifelineCell, Optional<Point>> pointed;
    private final CheckBox choice = new CheckBox();
    private final Label address = new Label();
    private final Label scale = new Label();
    private final InkCanvas<LifelineInk> canvas = new InkCanvas<>(LifelineInk.ALL, this::paint);
    private final HBox line;
    private Subscription loaded = Subscription.EMPTY;

    /// @param pointed told which point the mouse is near; empty for none
    LifelineCell(LifelinesViewModel model, BiConsumer<LifelineCell, Optional<Point>> pointed) {
        this.model = model;
        this.pointed = pointed;
        getStyleClass().add("lifeline-cell");
        address.getStyleClass().add("mono");
        address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        scale.getStyleClass().add("scale");
        var labels = new VBox(address, scale);
        labels.getStyleClass().add("labels");
        labels.setMinWidth(0);
        HBox.setHgrow(labels, Priority.ALWAYS);
        // The keyboard has the list, and Space.
        choice.setFocusTraversable(false);
        choice.setTooltip(new Tooltip(Texts.text("lifelines.together.tip")));
        choice.setOnAction(event -> choose(choice.isSelected()));
        var head = new HBox(choice, labels);
        head.getStyleClass().add("head");
        head.setMinWidth(LABEL_WIDTH);
        head.setMaxWidth(LABEL_WIDTH);
        canvas.getStyleClass().add("lifeline");
        canvas.setMinWidth(0);
        HBox.setHgrow(canvas, Priority.ALWAYS);
        canvas.setMaxWidth(Double.MAX_VALUE);
        line = new HBox(head, canvas);
        line.getStyleClass().add("line");
        setPrefWidth(0);
        canvas.setOnMouseMoved(event -> pointed.accept(this, near(event)));
        canvas.setOnMouseExited(event -> pointed.accept(this, Optional.empty()));
        canvas.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                near(event).ifPresent(point -> model.browsing().reveal(point.seq()));
            }
        });
        model.oneScale().subscribe((before, now) -> refresh());
        model.range().subscribe((before, now) -> refresh());
        model.together().plot().subscribe((before, now) -> showChoice());
        model.work().subscribe((before, now) -> refresh());
        model.browsing().selected().subscribe((before, now) -> canvas.repaint());
    }

    @Override
    protected void updateItem(@Nullable LifelineRow row, boolean empty) {
        super.updateItem(row, empty);
        loaded.unsubscribe();
        setText(null);
        if (row == null || empty) {
            loaded = Subscription.EMPTY;
            setGraphic(null);
            return;
        }
        String text = LineText.of(row.address(), MOST_ADDRESS);
        address.setText(text);
        address.setTooltip(new Tooltip(text));
        setGraphic(line);
        showChoice();
        loaded = row.lifeline().subscribe(found -> refresh());
        model.load(row);
    }

    /// How wide the lifeline of a row is.
    ReadOnlyDoubleProperty lineWidth() {
        return canvas.widthProperty();
    }

    private void choose(boolean in) {
        LifelineRow row = getItem();
        if (row != null) {
            model.together().choose(row.address(), in);
        }
    }

    private void showChoice() {
        LifelineRow row = getItem();
        boolean chosen = row != null && model.together().has(row.address());
        choice.setSelected(chosen);
        choice.setDisable(!chosen && model.together().full());
        if (row != null) {
            choice.setAccessibleText(Texts.text("lifelines.together.accessible", row.address()));
            setAccessibleText(Texts.text(
                    chosen ? "lifelines.row.accessible.together" : "lifelines.row.accessible",
                    address.getText(),
                    scale.getText()));
        }
    }

    private void refresh() {
        Lifeline found = lifeline();
        if (found != null) {
            scale.setText(range(found).map(RangeText::of).orElse(""));
        } else {
            scale.setText(
                    switch (model.work().get()) {
                        case NONE, FINDING -> "";
                        case LOOKING_UP -> Texts.text("lifelines.pending");
                        case STOPPED -> Texts.text("lifelines.pending.not");
                    });
        }
        showChoice();
        canvas.repaint();
    }

    private @Nullable Lifeline lifeline() {
        LifelineRow row = getItem();
        return row == null ? null : row.lifeline().get();
    }

    private Optional<Point> near(MouseEvent event) {
        Lifeline found = lifeline();
        TimeRange time = model.shown().get().time();
        if (found == null || time == null) {
            return Optional.empty();
        }
        return found.points().stream()
                .min(Comparator.comparingDouble(point -> distance(point, time, event.getX())))
                .filter(point -> distance(point, time, event.getX()) <= NEAR);
    }

    private double distance(Point point, TimeRange time, double x) {
        return Math.abs(new TimeScale(time, canvas.getWidth()).x(point.micros()) - x);
    }

    private Optional<NumberRange> range(Lifeline found) {
        return model.oneScale().get() ? Optional.ofNullable(model.range().get()) : found.range();
    }

    private void paint(Canvas target, Function<LifelineInk, Color> inks) {
        Lifeline found = lifeline();
        TimeRange time = model.shown().get().time();
        if (found == null || time == null) {
            return;
        }
        Entry selected = model.browsing().selected().get();
        var width = new TimeScale(time, target.getWidth());
        new LifelinePainter(target.getGraphicsContext2D(), inks, width, target.getHeight())
                .paint(found, range(found).orElse(null), selected == null ? null : selected.timestampMicros());
    }
}
