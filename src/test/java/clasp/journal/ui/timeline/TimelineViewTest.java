package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Moment;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineViewTest {
    private static final long T = 1_708_500_000_000_000L;
    private static final long SECOND = 1_000_000;

    private final FxWindow window = new FxWindow();
    private Browsing browsing;
    private TimelineViewModel model;

    @AfterEach
    void close() {
        // Where the journal is not at hand, the test was left out before it showed it.
        if (model != null) {
            window.run(() -> model.close());
        }
        window.close();
    }

    private void open(ListJournal journal, double width) {
        window.show(
                () -> {
                    browsing = new Browsing(journal, journal.info(), new JournalState(1, 1, 1, 1));
                    model = new TimelineViewModel(browsing, window.tasks());
                    var root = new BorderPane();
                    root.setTop(new TimelineView(model));
                    return root;
                },
                width,
                140);
        window.await("survey", () -> model.surveyed().get() || model.problem().get() != null);
        settle();
    }

    private void settle() {
        window.await("counts", () -> model.view().get() == null || answered());
        window.nextFrame();
    }

    private boolean answered() {
        Density density = model.density().get();
        return density != null
                && density.total().range().equals(model.view().get())
                && density.query().equals(browsing.query().get());
    }

    /// Ten minutes with two bursts, a silence, a gap and snapshots.
    private static ListJournal show() {
        var journal = new ListJournal(List.of());
        var random = new Random(3);
        long at = T;
        for (int i = 0; i < 4_000; i++) {
            long pause = i == 1_500 ? 60 * SECOND : i % 1_000 < 300 ? 15_000 : 140_000;
            at += pause / 2 + random.nextLong(pause);
            SignalType type = SignalType.values()[Math.min(4, random.nextInt(100) / 22)];
            boolean set = type == SignalType.PARAM;
            journal.add(new Entry(
                    i < 2_800 ? 0 : i == 2_800 ? 2_900 : 0,
                    at,
                    "author",
                    i % 3 == 0 ? "/lumen/x" : "/midi/y",
                    type.text(),
                    "1",
                    set ? 1L : null,
                    set ? MsgType.SET : MsgType.PUBLISH));
        }
        return journal.addSnapshot(1, 1_000).addSnapshot(2, 3_200);
    }

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

    /// Every second seq is missing.
    private static ListJournal holes(int gaps) {
        var journal = new ListJournal(List.of());
        for (long i = 0; i <= gaps; i++) {
            journal.add(new Entry(2 * i + 1, T + i * SECOND, "author", "/lumen/x", "param", "1", i + 1, MsgType.SET));
        }
        return journal;
    }

    @Test
    void whereThereAreMoreGapsThanAreMarkedItIsSaid() {
        open(holes(201), 1_000);
        window.screenshots("timeline-some-gaps");
        assertThat(model.survey().get().marks()).hasSize(200);
        assertThat(window.robot().lookup("#timelineSomeGaps").queryAs(Label.class))
                .matches(Label::isVisible)
                .returns("first 200 gaps marked", Label::getText);
    }

    @Test
    void whereAllGapsAreMarkedNothingIsSaid() {
        open(holes(200), 1_000);
        assertThat(model.survey().get().marks()).hasSize(200);
        assertThat(window.robot().lookup("#timelineSomeGaps").queryAs(Label.class))
                .matches(label -> !label.isVisible());
    }

    @Test
    void emptyJournalSaysSo() {
        open(new ListJournal(List.of()), 700);
        window.screenshots("timeline-empty");
        assertThat(window.robot().lookup("No entries").tryQuery()).isPresent();
    }

    @Test
    void failureIsToldWithAWayToTryAgain() {
        ListJournal journal = show();
        journal.failWith("The file session.db has vanished.");
        open(journal, 700);
        window.screenshots("timeline-error");
        journal.failWith("");
        window.robot().clickOn("Try again");
        window.await("recovered", () -> model.density().get() != null);
    }

    /// An axis would go through the words where the strip is low.
    @Test
    void whereCountingFailsNothingIsDrawnThroughTheReason() {
        ListJournal journal = show();
        open(journal, 700);
        window.run(() -> {
            var view = window.robot().lookup(".timeline").queryAs(TimelineView.class);
            view.setMaxHeight(TimelineView.LEAST_HEIGHT);
        });
        journal.failWith("“session.db”: Estimating the entries over time failed. A part of the file is damaged. Other"
                + " parts may still be readable; a backup is the safe way out (SQLite says: database disk image is"
                + " malformed).");
        window.run(() -> model.browsing().remains().set(() -> {}));
        window.run(() -> browsing.query().set(Query.parse("/a/**")));
        window.await("the reason", () -> model.problem().get() != null);
        window.nextFrame();
        window.screenshots("timeline-damaged-low");
        Node strip = window.robot().lookup(".timeline .strip").query();
        Set<Integer> colours = new HashSet<>();
        window.run(() -> {
            var picture = strip.snapshot(null, null);
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    colours.add(picture.getPixelReader().getArgb(x, y));
                }
            }
        });
        assertThat(colours).hasSize(1);
    }

    @Test
    void whatIsDamagedIsToldWithAWayToWhatIsLeft() {
        ListJournal journal = show().addSnapshot(1, 400);
        journal.failWith("The file session.db is damaged.");
        open(journal, 700);
        assertThat(window.robot().lookup(".show-left").queryAs(Hyperlink.class))
                .as("while nothing more could be shown")
                .matches(link -> !link.isVisible());
        var shown = new AtomicBoolean();
        window.run(() -> model.browsing().remains().set(() -> shown.set(true)));
        window.nextFrame();
        window.screenshots("timeline-damaged");
        window.robot().clickOn("Show what is left");
        assertThat(shown).isTrue();
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
