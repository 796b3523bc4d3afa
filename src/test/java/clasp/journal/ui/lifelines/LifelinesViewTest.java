package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.ListJournal;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.lifelines.Lifeline.Point;
import clasp.journal.ui.lifelines.SharedPlot.Mark;
import clasp.journal.ui.lifelines.SharedPlot.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is to be seen while lifelines take long.
class LifelinesViewTest {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));
    private final CountDownLatch found = new CountDownLatch(1);
    private final CountDownLatch lookedUp = new CountDownLatch(1);

    /// Finds its addresses when the test lets it, and what happened at all but one of them.
    private final class Slow extends ForwardingReader {
        private final JournalReader journal = new ListJournal(IntStream.rangeClosed(1, 400)
                .mapToObj(i -> new Entry(
                        i, i * 1_000L, "w", "/level/" + i % 5, "param", Integer.toString(i % 37), 1L, MsgType.SET))
                .toList());

        @Override
        protected JournalReader target() {
            return journal;
        }

        @Override
        public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
            await(found, cancellation);
            return super.addresses(progress, cancellation);
        }

        @Override
        public List<Row> page(PageRequest request, Cancellation cancellation) {
            if (!request.filter().equals(Filter.ALL)
                    && !request.filter().toString().contains("/level/0")) {
                await(lookedUp, cancellation);
            }
            return super.page(request, cancellation);
        }

        private static void await(CountDownLatch gate, Cancellation cancellation) {
            try {
                while (!gate.await(10, TimeUnit.MILLISECONDS)) {
                    cancellation.check();
                }
            } catch (InterruptedException e) {
                throw new CancelledException();
            }
        }
    }

    @AfterEach
    void nothingFailedUnseen() {
        background.shutdownNow();
        assertThat(unhandled).isEmpty();
    }

    private FxStage open() {
        return open(new Slow());
    }

    private FxStage open(JournalReader journal) {
        return open(journal, 1_000);
    }

    private FxStage open(JournalReader journal, int width) {
        return open(journal, width, made -> {});
    }

    private FxStage open(JournalReader journal, int width, Consumer<LifelinesViewModel> made) {
        return FxStage.show(width, 400, false, () -> {
            var browsing = new Browsing(journal, journal.info(), journal.state());
            var model = new LifelinesViewModel(browsing, tasks, Later.onFxThread());
            made.accept(model);
            return new LifelinesView(model);
        });
    }

    /// What can be done about the work; empty where there is none. On the FX thread.
    private static String action(FxStage stage) {
        return stage.lookup("#lifelineWork").isVisible() ? ((Button) stage.lookup("#lifelineAction")).getText() : "";
    }

    private static List<String> shown(FxStage stage, String selector) {
        return FxStage.call(() -> texts(stage, selector));
    }

    /// On the FX thread.
    private static List<String> texts(FxStage stage, String selector) {
        return stage.lookup("#lifelines").lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static void pictures(FxStage stage, String name) {
        stage.screenshot(name + "-light");
        stage.dark(true);
        stage.screenshot(name + "-dark");
        stage.dark(false);
    }

    /// Finds its addresses at the second attempt.
    @Test
    void whyTheAddressesAreNotFoundIsSaidOnceAndTriedAgain() {
        found.countDown();
        lookedUp.countDown();
        var attempts = new AtomicInteger();
        var failing = new ForwardingReader() {
            private final JournalReader journal = new Slow();

            @Override
            protected JournalReader target() {
                return journal;
            }

            @Override
            public List<AddressCount> addresses(Progress progress, Cancellation cancellation) {
                if (attempts.incrementAndGet() == 1) {
                    throw new JournalException("Part of the file is damaged.");
                }
                return super.addresses(progress, cancellation);
            }
        };
        try (FxStage stage = open(failing)) {
            FxStage.await("the reason", () -> texts(stage, ".label").contains("Part of the file is damaged."));
            assertThat(shown(stage, ".label")).containsOnlyOnce("Part of the file is damaged.");
            pictures(stage, "lifelines-failed");
            FxStage.run(() -> ((Hyperlink) stage.lookup(".try-again")).fire());
            FxStage.await("the rows", () -> texts(stage, ".summary").contains("5 addresses"));
            assertThat(shown(stage, ".label")).doesNotContain("Part of the file is damaged.");
        }
    }

    @Test
    void whatIsLeftOutIsSaidInALineOfItsOwn() {
        var journal =
                new ListJournal(List.of()).add(new Entry(0, 1_000, "w", "/level/0", "param", "1", 1L, MsgType.SET));
        for (int i = 0; i < 100; i++) {
            journal.add(
                    new Entry(0, 1_708_500_000_000_000L + i, "w", "/level/" + i % 5, "param", "2", 1L, MsgType.SET));
        }
        try (FxStage stage = open(journal)) {
            FxStage.await(
                    "what is left out", () -> stage.lookup("#lifelineFarOff").isVisible());
            var told = stage.find("#lifelineFarOff", Label.class);
            var summary = stage.find(".summary", Label.class);
            stage.screenshot("lifelines-far-off");
            assertThat(FxStage.<Double>call(told::getHeight)).as("one line").isLessThan(30);
            assertThat(FxStage.<Double>call(summary::getHeight)).isLessThan(30);
            assertThat(FxStage.call(() -> ((Text) told.lookup(".text")).getText()))
                    .as("in full")
                    .isEqualTo(told.getText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void inASmallWindowTheHintHasRoomForItsWords(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of(language));
        var journal = new ListJournal(IntStream.rangeClosed(1, 1_354)
                .mapToObj(i -> new Entry(i, i * 1_000L, "w", "/level/" + i, "param", "1", 1L, MsgType.SET))
                .toList());
        try (FxStage stage = open(journal, 800)) {
            FxStage.await(
                    "the rows", () -> !texts(stage, "#lifelineList .scale").isEmpty());
            stage.screenshot("lifelines-small-" + language);
            var hint = stage.find(".top .hint", Label.class);
            assertThat(FxStage.<Double>call(hint::getHeight)).as("two lines").isLessThan(45);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatTakesLongIsSeenStoppedAndGoneOnWith() {
        try (FxStage stage = open()) {
            FxStage.await("a way to cancel", () -> action(stage).equals("Cancel"));
            assertThat(shown(stage, "#lifelineList .label")).containsExactly("Looking for addresses…");
            pictures(stage, "lifelines-finding");
            stage.robot().type(KeyCode.ESCAPE);
            FxStage.await("a way to go on", () -> action(stage).equals("Go on"));
            assertThat(shown(stage, "#lifelineList .label").getFirst())
                    .startsWith("Looking for addresses was cancelled.");
            pictures(stage, "lifelines-finding-stopped");

            found.countDown();
            stage.robot().clickOn("#lifelineAction");
            FxStage.await(
                    "what is looked up",
                    () -> texts(stage, "#lifelineList .scale").contains("is being looked up…")
                            && action(stage).equals("Cancel"));
            pictures(stage, "lifelines-looking-up");
            stage.robot().clickOn("#lifelineAction");
            FxStage.await("a way to go on", () -> action(stage).equals("Go on"));
            assertThat(shown(stage, "#lifelineList .scale")).contains("0 … 36", "not looked up");
            pictures(stage, "lifelines-stopped");

            lookedUp.countDown();
            stage.robot().clickOn("#lifelineAction");
            FxStage.await(
                    "all lifelines",
                    () -> texts(stage, "#lifelineList .scale").stream().allMatch(text -> text.contains(" … ")));
            FxStage.await("no sign of work", () -> action(stage).isEmpty());
        }
    }

    /// Else a click that has begun on one goes to another, and does nothing.
    @Test
    void theLegendOfThePlotStaysWhileItsLinesAreLookedUp() {
        var model = new LifelinesViewModel[1];
        try (FxStage stage = open(new Slow(), 1_000, made -> model[0] = made)) {
            found.countDown();
            FxStage.await("the rows", () -> stage.lookup("#lifelineList .check-box") != null);
            FxStage.run(() -> List.of("/level/1", "/level/2")
                    .forEach(address -> model[0].together().choose(address, true)));
            FxStage.await(
                    "what is looked up",
                    () -> texts(stage, ".legend-row .value")
                            .equals(List.of("is being looked up…", "is being looked up…")));
            List<Node> rows =
                    FxStage.call(() -> List.copyOf(stage.lookup("#sharedPlot").lookupAll(".legend-row")));

            lookedUp.countDown();
            FxStage.await(
                    "the lines",
                    () -> texts(stage, ".legend-row .value").stream().allMatch(text -> text.contains(" … ")));
            assertThat(FxStage.call(
                            () -> List.copyOf(stage.lookup("#sharedPlot").lookupAll(".legend-row"))))
                    .isEqualTo(rows);
            FxStage.run(() -> ((CheckBox) rows.getFirst().lookup(".check-box")).fire());
            assertThat(shown(stage, ".legend-row .mono")).containsExactly("/level/2");
        }
    }

    private static String read(boolean sampled, long pointedMicros) {
        var line = Lifeline.of("/a", List.of(new Point(1, 1_000, "param", "5", new BigDecimal("5"))), sampled);
        var other = new Point(7, pointedMicros, "param", "1", new BigDecimal("1"));
        var pointed = new Series("/b", SeriesInk.B, Lifeline.of("/b", List.of(other), false));
        return FxStage.call(() -> {
            var row = new LegendRow(new Series("/a", SeriesInk.A, line), out -> {});
            row.show(new Mark(pointed, other));
            return ((Label) row.lookup(".value")).getText();
        });
    }

    @Test
    void aValueBetweenEntriesThatWerePickedOutOfManyIsNotSaidToBeExact() {
        try (FxStage stage = open()) {
            assertThat(read(false, 1_500)).isEqualTo("5");
            assertThat(read(true, 1_500)).isEqualTo("about 5");
            assertThat(read(true, 1_000)).isEqualTo("5");
            assertThat(read(false, 999)).isEqualTo("nothing before");
        }
    }
}
