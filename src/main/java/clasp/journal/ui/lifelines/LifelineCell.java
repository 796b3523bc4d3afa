package clasp.journal.ui.lifelines;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.lifelines.Lifeline.Point;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row: the address, its scale, and its lifeline. Confined to the FX thread.
final class LifelineCell extends ListCell<LifelineRow> {
    static final double LABEL_WIDTH = 230;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_ADDRESS = 300;
    private static final double NEAR = 12;

    private final LifelinesViewModel model;
    private final BiConsumer<LifelineCell, Optional<Point>> pointed;
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
        labels.setMinWidth(LABEL_WIDTH);
        labels.setMaxWidth(LABEL_WIDTH);
        canvas.getStyleClass().add("lifeline");
        canvas.setMinWidth(0);
        HBox.setHgrow(canvas, Priority.ALWAYS);
        canvas.setMaxWidth(Double.MAX_VALUE);
        line = new HBox(labels, canvas);
        line.getStyleClass().add("line");
        setPrefWidth(0);
        canvas.setOnMouseMoved(event -> pointed.accept(this, near(event)));
        canvas.setOnMouseExited(event -> pointed.accept(this, Optional.empty()));
        canvas.setOnMouseClicked(
                event -> near(event).ifPresent(point -> model.browsing().reveal(point.seq())));
        model.oneScale().subscribe((before, now) -> refresh());
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
        loaded = row.lifeline().subscribe(found -> refresh());
        model.load(row);
    }

    private void refresh() {
        Lifeline found = lifeline();
        if (found != null) {
            BigDecimal least = model.oneScale().get() ? model.least() : found.least();
            BigDecimal most = model.oneScale().get() ? model.most() : found.most();
            scale.setText(least == null || most == null ? "" : range(text(least), text(most)));
        } else {
            scale.setText(
                    switch (model.work().get()) {
                        case NONE, FINDING -> "";
                        case LOOKING_UP -> Texts.text("lifelines.pending");
                        case STOPPED -> Texts.text("lifelines.pending.not");
                    });
        }
        canvas.repaint();
    }

    private static String range(String least, String most) {
        return least.equals(most) ? least : least + " … " + most;
    }

    /// In plain digits as long as they are short: `250`, not `2.5E+2`.
    private static String text(BigDecimal number) {
        boolean short_ = number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
        String plain = short_ ? number.stripTrailingZeros().toPlainString() : number.toString();
        return plain.length() > 12 ? String.format(Locale.ROOT, "%.5g", number) : plain;
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
        return Math.abs(LifelinePainter.xOf(point.micros(), time, canvas.getWidth()) - x);
    }

    private void paint(Canvas target, Function<LifelineInk, Color> inks) {
        Lifeline found = lifeline();
        TimeRange time = model.shown().get().time();
        if (found == null || time == null) {
            return;
        }
        boolean one = model.oneScale().get();
        Entry selected = model.browsing().selected().get();
        new LifelinePainter(target.getGraphicsContext2D(), inks, time, target.getWidth(), target.getHeight())
                .paint(
                        found,
                        one ? model.least() : found.least(),
                        one ? model.most() : found.most(),
                        selected == null ? null : selected.timestampMicros());
    }
}
