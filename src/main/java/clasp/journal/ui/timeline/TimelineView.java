package clasp.journal.ui.timeline;

import static clasp.journal.ui.fx.NumberText.grouped;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.AfterFailure;
import clasp.journal.ui.fx.CountingStrip;
import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.Moment;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The strip: density by signal type over time, with snapshots, gaps, the rows on screen and the selected entry; a time
/// range is chosen by dragging. Confined to the FX thread.
public final class TimelineView extends StackPane {
    /// In pixels.
    public static final double HEIGHT = 78;

    /// How high it can be where others need the room.
    public static final double LEAST_HEIGHT = 54;

    private static final double PIXELS_PER_BUCKET = 2;

    private final TimelineViewModel model;
    private final TimelineTexts texts;
    private final InkCanvas<Ink> canvas = new InkCanvas<>(Ink.ALL, (target, inks) -> paint(target, inks::apply));
    private final TimelineGestures gestures;
    private final Label reading = new Label();
    private final Label message = new Label();
    private final AfterFailure ways;
    private final VBox notice;
    private final Hyperlink earlier = new Hyperlink();
    private final Hyperlink later = new Hyperlink();
    private final Label estimated = new Label();
    private final Label someGaps = new Label(Texts.text("timeline.someGaps", grouped(Surveyor.MOST_GAPS)));
    private final Hyperlink whole = new Hyperlink(Texts.text("timeline.whole"));

    public TimelineView(TimelineViewModel model) {
        this.model = model;
        texts = new TimelineTexts(model.browsing());
        ways = AfterFailure.links(model.browsing(), Texts.text("timeline.retry"), model::retry);
        ways.setAlignment(Pos.CENTER);
        ways.setPickOnBounds(false);
        notice = new VBox(message, ways);
        gestures = new TimelineGestures(model, canvas);
        getStyleClass().add("timeline");
        Stylesheets.add(this, "timeline");
        setMinHeight(LEAST_HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        buildCorners();
        reading.getStyleClass().add("reading");
        reading.setManaged(false);
        reading.setMouseTransparent(true);
        message.getStyleClass().add("message");
        // Cut where it is too long for the strip, it is read whole here.
        var all = new Tooltip();
        all.textProperty().bind(message.textProperty());
        message.setTooltip(all);
        notice.setAlignment(Pos.CENTER);
        notice.setPickOnBounds(false);
        canvas.getStyleClass().add("strip");
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText(Texts.text("timeline.accessible"));
        new TimelineMenu(model).attach(canvas);
        getChildren().addFirst(canvas);
        getChildren().addAll(notice, reading);
        listen();
    }

    private void buildCorners() {
        whole.setTooltip(new Tooltip(Texts.text("timeline.whole.tip")));
        whole.setOnAction(event -> model.showAll());
        earlier.setOnAction(event -> model.showEverything());
        later.setOnAction(event -> model.showEverything());
        estimated.setTooltip(new Tooltip());
        someGaps.setId("timelineSomeGaps");
        someGaps.setTooltip(new Tooltip(Texts.text("timeline.someGaps.tip", grouped(Surveyor.MOST_GAPS))));
        var left = new HBox(earlier, someGaps);
        var counting = new CountingStrip(
                "timelineCounting",
                Texts.text("timeline.counting"),
                model.counting(),
                model::stopCounting,
                model::countOn);
        var right = new HBox(counting, estimated, whole, later);
        right.setAlignment(Pos.TOP_RIGHT);
        left.setPickOnBounds(false);
        right.setPickOnBounds(false);
        left.getStyleClass().add("corner");
        right.getStyleClass().add("corner");
        getChildren().addAll(left, right);
    }

    private void listen() {
        canvas.widthProperty().subscribe(width -> model.divide((int) (width.doubleValue() / PIXELS_PER_BUCKET)));
        Consumer<@Nullable Object> changed = now -> update();
        model.survey().subscribe(changed);
        model.view().subscribe(changed);
        model.density().subscribe(changed);
        model.problem().subscribe(changed);
        model.surveyed().subscribe(changed);
        var browsing = model.browsing();
        browsing.query().subscribe(changed);
        browsing.timeDisplay().subscribe(changed);
        Consumer<@Nullable Object> moved = now -> canvas.repaint();
        browsing.selected().subscribe(moved);
        browsing.visibleTime().subscribe(moved);
        browsing.cursor().subscribe(moved);
        browsing.marks().subscribe(moved);
        browsing.bookmarks().subscribe(moved);
        Consumer<@Nullable Object> pointed = now -> {
            canvas.repaint();
            updateReading();
        };
        gestures.pending().subscribe(pointed);
        gestures.pointer().subscribe(pointed);
    }

    private void update() {
        canvas.repaint();
        TimeSurvey survey = model.survey().get();
        Density density = model.density().get();
        String problem = model.problem().get();
        boolean empty = survey == null && model.surveyed().get();
        show(notice, problem != null || empty);
        show(ways, problem != null);
        message.setText(problem != null ? problem : empty ? Texts.text("timeline.empty") : "");
        boolean atHome = survey != null && survey.home().equals(model.view().get());
        show(whole, survey != null && !atHome && model.placedByHand());
        boolean estimate = density != null && !density.exact();
        show(estimated, estimate);
        String why = estimate && density.behind() ? "timeline.behind" : "timeline.estimated";
        estimated.setText(Texts.text(why));
        estimated.getTooltip().setText(Texts.text(why + ".tip"));
        canvas.setAccessibleText(Texts.text(estimate ? "timeline.accessible.estimated" : "timeline.accessible"));
        show(someGaps, survey != null && survey.moreGaps());
        showFarOff(earlier, "timeline.earlier", survey == null || !atHome ? 0 : survey.before());
        showFarOff(later, "timeline.later", survey == null || !atHome ? 0 : survey.after());
        updateReading();
    }

    private static void showFarOff(Hyperlink link, String key, long count) {
        show(link, count > 0);
        if (count > 0) {
            link.setText(Texts.text(key, grouped(count)));
            String sentence = Texts.text(key + ".tip", grouped(count), count == 1 ? 1 : 2);
            if (link.getTooltip() == null || !link.getTooltip().getText().equals(sentence)) {
                link.setTooltip(new Tooltip(sentence));
                link.setAccessibleText(sentence);
            }
        }
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void updateReading() {
        TimeAxis axis = gestures.axis().orElse(null);
        double x = gestures.pointer().get();
        String text = axis == null || Double.isNaN(x) ? "" : read(axis, x);
        reading.setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            reading.setText(text);
            reading.autosize();
            double room = getWidth() - reading.getWidth() - 2;
            double right = x + 12;
            reading.relocate(Math.round(right <= room ? right : Math.max(2, x - 12 - reading.getWidth())), 1);
        }
    }

    private String read(TimeAxis axis, double x) {
        TimeText times = texts.times(model.survey().get());
        TimeRange pending = gestures.pending().get();
        if (pending != null) {
            return TimelineTexts.range(pending, times);
        }
        TimelineMark mark = gestures.markAt(axis, x).orElse(null);
        Density density = model.density().get();
        if (density == null || density.total().buckets() == 0) {
            return times.full(axis.microsAt(x));
        }
        return texts.reading(Reading.of(density, axis.microsAt(x)), mark, times);
    }

    private void paint(Canvas target, Palette inks) {
        var graphics = target.getGraphicsContext2D();
        TimeAxis axis = gestures.axis().orElse(null);
        // Why nothing is drawn has all of the room: an axis or marks would go through it.
        if (axis == null || model.problem().get() != null) {
            return;
        }
        Lanes lanes = Lanes.of(target.getWidth(), target.getHeight());
        var painter = new TimelinePainter(graphics, inks, lanes, axis);
        TimeSurvey survey = model.survey().get();
        TimeRange visible = model.browsing().visibleTime().get();
        if (visible != null) {
            painter.paintVisible(visible);
        }
        Density density = model.density().get();
        if (density != null) {
            boolean stale = !density.query().equals(model.browsing().query().get());
            new DensityPainter(graphics, inks, lanes, axis).paint(density, stale);
        }
        if (survey != null) {
            survey.marks().forEach(painter::paintMark);
        }
        TimeRange pending = gestures.pending().get();
        TimeRange chosen = pending != null ? pending : model.selection();
        if (!chosen.isAll()) {
            painter.paintSelection(chosen);
        }
        TimeText times = texts.times(survey);
        var ticks = TimeTicks.of(axis, times, texts.origin(survey), ZoneId.systemDefault());
        painter.paintAxis(ticks, TimelineTexts.context(times, axis.view()));
        painter.paintProblems(model.browsing().marks().get());
        painter.paintBookmarks(model.browsing().bookmarks().get().values());
        Moment cursor = model.browsing().cursor().get();
        if (cursor != null) {
            painter.paintCursor(cursor.micros());
        }
        if (survey != null) {
            survey.marks().forEach(painter::paintSign);
        }
        Entry selected = model.browsing().selected().get();
        if (selected != null) {
            painter.paintEntry(selected.timestampMicros());
        }
        double x = gestures.pointer().get();
        if (!Double.isNaN(x)) {
            painter.paintPointer(x);
        }
    }
}
