package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.Moment;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineViewTest extends TimelineScreen {
    @Test
    void countsOfARelayThatHasMoreAreMarkedUntilItHasNone() {
        ListJournal journal = show();
        window.show(
                () -> {
                    browsing = new Browsing(journal, followed(false), journal.state());
                    model = new TimelineViewModel(browsing, window.tasks());
                    var root = new BorderPane();
                    root.setTop(new TimelineView(model));
                    return root;
                },
                900,
                140);
        window.await("survey", () -> model.surveyed().get());
        settle();
        assertThat(marks()).containsExactly("≈ catching up");
        window.screenshots("timeline-behind");

        window.run(() -> {
            journal.add(Entries.at(T + 900 * SECOND, "/a"));
            browsing.update(followed(true), journal.state());
        });
        window.await(
                "all of them",
                () -> model.density().get() != null
                        && model.density().get().exact()
                        && model.density().get().total().total() == 4_001);
        window.nextFrame();
        assertThat(marks()).isEmpty();
    }

    private static JournalInfo followed(boolean caughtUp) {
        var access = new JournalAccess.Following(caughtUp, Duration.ZERO, 0, 0);
        return new JournalInfo("relay", null, access, 0, -1, false, List.of());
    }

    private List<String> marks() {
        return window.get(() -> window
                .robot()
                .lookup((Label label) -> label.isVisible() && label.getText().startsWith("≈"))
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void countsThatAreEstimatedAreMarkedUntilTheyAreExact() {
        ListJournal journal = show();
        journal.estimate();
        open(journal, 900);
        var mark = window.robot()
                .lookup((Label label) -> label.getText().equals(Texts.text("timeline.estimated")))
                .queryAs(Label.class);
        List<Boolean> marked = new ArrayList<>();
        window.run(() -> {
            mark.visibleProperty().subscribe(now -> marked.add(now));
            model.zoom(0.5, 0, 1_000);
        });
        settle();
        window.await("exact counts", () -> model.density().get().exact());
        assertThat(marked).containsExactly(false, true, false);
    }

    @Test
    void aDragGoesAsFarAsTheMouseWasReleased() {
        open(show(), 900);
        window.run(() -> {
            double width = strip().getLayoutBounds().getWidth();
            mouse(MouseEvent.MOUSE_PRESSED, width * 0.2);
            mouse(MouseEvent.MOUSE_DRAGGED, width * 0.3);
            mouse(MouseEvent.MOUSE_RELEASED, width * 0.8);
        });
        settle();
        TimeRange view = model.view().get();
        long wanted = view.fromMicros() + Math.round((view.toMicros() - view.fromMicros()) * 0.8);
        assertThat(model.selection().toMicros()).isCloseTo(wanted, within((view.toMicros() - view.fromMicros()) / 100));
    }

    private void mouse(EventType<MouseEvent> type, double x) {
        mouse(type, x, 1);
    }

    private void mouse(EventType<MouseEvent> type, double x, int clicks) {
        boolean still = type == MouseEvent.MOUSE_CLICKED;
        var picked = new PickResult(strip(), x, 40);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                strip(),
                new MouseEvent(
                        type,
                        x,
                        40,
                        x,
                        40,
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        still,
                        picked));
    }

    private Node strip() {
        return window.robot().lookup(".timeline > .strip").query();
    }

    private Point2D at(double fraction) {
        return window.get(() -> {
            var bounds = strip().localToScreen(strip().getBoundsInLocal());
            return new Point2D(bounds.getMinX() + bounds.getWidth() * fraction, bounds.getMinY() + 40);
        });
    }

    private void drag(double from, double to) {
        window.robot().moveTo(at(from)).press(MouseButton.PRIMARY);
        window.robot().moveTo(at((from + to) / 2)).moveTo(at(to)).release(MouseButton.PRIMARY);
    }

    private long timeAt(double fraction) {
        return window.get(() -> new TimeAxis(
                        model.view().get(), strip().getBoundsInLocal().getWidth())
                .microsAt(strip().getBoundsInLocal().getWidth() * fraction));
    }

    @Test
    void draggingSetsTheTimeRangeAndItsEdgesCanBeMoved() {
        open(show(), 1_000);
        double pixel = TimeAxis.extent(model.view().get()) / 1_000;
        drag(0.3, 0.6);
        TimeRange chosen = window.get(() -> browsing.query().get().time());
        assertThat((double) chosen.fromMicros()).isCloseTo(timeAt(0.3), org.assertj.core.data.Offset.offset(2 * pixel));
        assertThat((double) chosen.toMicros()).isCloseTo(timeAt(0.6), org.assertj.core.data.Offset.offset(2 * pixel));

        drag(0.6, 0.8);
        TimeRange moved = window.get(() -> browsing.query().get().time());
        assertThat(moved.fromMicros()).isEqualTo(chosen.fromMicros());
        assertThat((double) moved.toMicros()).isCloseTo(timeAt(0.8), org.assertj.core.data.Offset.offset(2 * pixel));
        settle();
        window.robot().moveTo(at(0.7));
        window.screenshots("timeline-range");
    }

    @Test
    void aCountThatTakesLongIsCancelledAndMadeWhenAskedFor() {
        ListJournal journal = show();
        open(journal, 900);
        CountDownLatch gate = new CountDownLatch(1);
        journal.whileCounting(progress -> {
            progress.report(3, 10);
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new CancelledException();
            }
        });
        window.run(() -> browsing.query().set(Query.parse("type:param")));
        window.await("sign", () -> model.counting().state().get() == Counting.State.SLOW);
        window.await("progress", () -> model.counting().progress().get() == 0.3);
        window.screenshots("timeline-counting");
        window.robot().clickOn("#timelineCountingAction");
        assertThat(window.get(() -> model.counting().state().get())).isEqualTo(Counting.State.STOPPED);
        window.screenshots("timeline-counting-stopped");
        gate.countDown();
        window.robot().clickOn("#timelineCountingAction");
        settle();
        assertThat(window.get(() -> window.robot()
                        .lookup("#timelineCounting")
                        .queryAs(Node.class)
                        .isVisible()))
                .isFalse();
    }

    @Test
    void doubleClickGoesBackToAllOfTime() {
        open(show(), 1_000);
        drag(0.3, 0.6);
        window.robot().moveTo(at(0.1)).doubleClickOn(MouseButton.PRIMARY);
        assertThat(window.get(() -> browsing.query().get().time().isAll())).isTrue();
    }

    @Test
    void doubleClickLeadsBackToWhereTheTableWasBeforeItsFirstClick() {
        open(show(), 1_000);
        List<String> steps = new ArrayList<>();
        window.run(() -> {
            browsing.onReveal(seq -> steps.add("gone to a time"));
            browsing.onLeaving(() -> {
                int before = steps.size();
                return () -> steps.add("back to where it was after " + before + " steps");
            });
        });
        window.robot().moveTo(at(0.2)).clickOn(MouseButton.PRIMARY);
        window.await("a click of its own goes at once", () -> steps.size() == 1);
        // Elsewhere, so that it is not the second click of a double one.
        window.robot().moveTo(at(0.4)).clickOn(MouseButton.PRIMARY);
        window.await("another one", () -> steps.size() == 2);
        window.robot().moveTo(at(0.6)).clickOn(MouseButton.PRIMARY);
        window.await("the first of two", () -> steps.size() == 3);
        window.robot().clickOn(MouseButton.PRIMARY);
        assertThat(steps)
                .containsExactly(
                        "gone to a time", "gone to a time", "gone to a time", "back to where it was after 2 steps");
    }

    @Test
    void aDoubleClickThatIsFasterThanTheSearchForItsTimeGoesNowhere() {
        open(show(), 1_000);
        List<String> steps = new ArrayList<>();
        var gate = new CountDownLatch(1);
        window.run(() -> {
            browsing.onReveal(seq -> steps.add("gone to a time"));
            browsing.onLeaving(() -> () -> steps.add("back"));
            // The background answers on this thread, which is busy until both clicks are done.
            click(600, 1);
            click(600, 2);
            gate.countDown();
        });
        assertThat(gate.getCount()).isZero();
        settle();
        window.run(() -> assertThat(steps).containsExactly("back"));
    }

    private void click(double x, int count) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            mouse(type, x, count);
        }
    }

    @Test
    void wheelZoomsAboutThePointerAndShiftWheelPans() {
        open(show(), 1_000);
        long pointed = timeAt(0.25);
        double extent = TimeAxis.extent(model.view().get());
        window.wheel(strip(), 0.25, 160, false);
        window.await("zoomed", () -> TimeAxis.extent(model.view().get()) < extent * 0.9);
        assertThat((double) timeAt(0.25)).isCloseTo(pointed, org.assertj.core.data.Offset.offset(extent / 500));
        settle();
        window.screenshots("timeline-zoomed");

        long before = model.view().get().fromMicros();
        window.wheel(strip(), 0.5, -120, true);
        window.await("panned", () -> model.view().get().fromMicros() != before);
    }

    @Test
    void keysMoveZoomAndChoose() {
        open(show(), 1_000);
        window.run(() -> strip().requestFocus());
        TimeRange whole = model.view().get();
        window.robot().press(KeyCode.UP).release(KeyCode.UP);
        window.await("zoomed", () -> TimeAxis.extent(model.view().get()) < TimeAxis.extent(whole));
        TimeRange zoomed = model.view().get();
        window.robot().press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        window.await("moved", () -> model.view().get().fromMicros() > zoomed.fromMicros());
        window.robot().press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(window.get(() -> browsing.query().get().time()))
                .isEqualTo(model.view().get());
        window.robot().press(KeyCode.DELETE).release(KeyCode.DELETE);
        assertThat(window.get(() -> browsing.query().get().time().isAll())).isTrue();
        window.robot().press(KeyCode.HOME).release(KeyCode.HOME);
        window.await("whole", () -> whole.equals(model.view().get()));
    }

    @Test
    void matchesStandBeforeTheGreyOfEverything() {
        open(show(), 1_000);
        window.run(() -> {
            browsing.query().set(Query.parse("/lumen/**"));
            browsing.visibleTime().set(new TimeRange(T + 100 * SECOND, T + 130 * SECOND));
            browsing.selected().set(browsing.journal().entry(1_000).orElseThrow());
        });
        settle();
        window.robot().moveTo(at(0.5));
        window.await(
                "reading",
                () -> window.robot()
                        .lookup(".timeline .reading")
                        .queryLabeled()
                        .getText()
                        .contains(" of "));
        window.screenshots("timeline-filtered");
    }

    @Test
    void aSnapshotAndTheCursorOnItAreBothSeen() {
        open(show(), 1_000);
        long taken = model.survey().get().marks().stream()
                .filter(TimelineMark.SnapshotTaken.class::isInstance)
                .map(mark -> ((TimelineMark.SnapshotTaken) mark).atMicros())
                .findFirst()
                .orElseThrow();
        int x = window.get(() -> (int) Math.floor(
                new TimeAxis(model.view().get(), strip().getBoundsInLocal().getWidth()).xOf(taken)));
        Color diamond = colourAt(x, (int) Lanes.MARKS / 2);
        Color ground = colourAt(x + 3, 1);
        assertThat(diamond).isNotEqualTo(ground);
        window.run(() -> browsing.cursor().set(new Moment(1, taken)));
        window.nextFrame();
        window.screenshots("timeline-cursor-on-snapshot");
        assertThat(colourAt(x, (int) Lanes.MARKS / 2)).as("the snapshot").isEqualTo(diamond);
        assertThat(colourAt(x + 3, 1)).as("the head of the cursor").isNotEqualTo(ground);
    }

    private Color colourAt(int x, int y) {
        return window.get(() -> strip().snapshot(null, null).getPixelReader().getColor(x, y));
    }

    @Test
    void sessionOfARealRouterIsShown(@TempDir Path folder) {
        Path file = SharedJournals.copy("session-20k.db", folder);
        var journal = new ListJournal(JournalRows.entries(file))
                .addSnapshot(1, 5_000)
                .addSnapshot(2, 10_000)
                .addSnapshot(3, 15_000);
        open(journal, 1_000);
        assertThat(model.density().get().total().total()).isEqualTo(20_000);
        window.screenshots("timeline-session");
    }

    @Test
    void clocksThatWereNotSetAreToldAtTheSides(@TempDir Path folder) {
        Path file = SharedJournals.copy("edge.db", folder);
        open(new ListJournal(JournalRows.entries(file)), 1_000);
        assertThat(model.survey().get().before()).isEqualTo(1);
        assertThat(model.survey().get().after()).isEqualTo(2);
        window.screenshots("timeline-edge");
        window.robot().clickOn(".timeline .corner .hyperlink");
        window.await("everything", () -> TimeRange.ALL.equals(model.view().get()));
        settle();
        window.screenshots("timeline-edge-all");
    }
}
