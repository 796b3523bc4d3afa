package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.CsvColumn;
import clasp.journal.export.Exporter;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.SliceWriter;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxWindow;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Later;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewTest {
    private static final String LONG_QUERY =
            "/lumen/scene/*/layer/** type:param author:13a1* value>0.5 from:2024-02-21T07:20:00 to:2024-02-21T07:30:00";

    @TempDir
    private Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final FxWindow window = new FxWindow();
    private SliceWriter slices = ExportViewTest::writeSomeAndWaitForTheCancellation;
    private ExportViewModel model;
    private boolean closed;

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void cancellingLeavesTheOldFileAndComesBackToTheChoice() throws IOException {
        Path old = Files.writeString(folder.resolve("slice.db"), "old");
        show("");
        window.await("count", () -> model.counter(Scope.MATCHES).count().get() instanceof MatchCount.Counted);
        window.robot().clickOn("#kind-slice");
        window.run(() -> model.target().chosen(old));
        window.robot().clickOn("#export");
        window.await("progress", () -> model.work().get().entries() == 450);
        assertThat(window.get(model::working)).isTrue();
        assertThat(text("#written")).isEqualTo("450 of 1,000 entries written");
        window.screenshots("export-working");
        window.robot().type(KeyCode.ESCAPE);
        window.await("choice", () -> model.phase().get() instanceof ExportPhase.Choosing);
        assertThat(text("#notice")).isEqualTo("The export was cancelled; nothing was written.");
        window.screenshots("export-cancelled");
        assertThat(old).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(old);
        }
    }

    /// A slow disk: a tenth is written, two tenths more after more than a second, and then next to nothing.
    @Test
    void whatTakesLongSaysHowLongItWillTakeStillAndCanBeCancelled() {
        slices = ExportViewTest::writeMoreAndMoreSlowly;
        show("");
        window.robot().clickOn("#kind-slice");
        window.run(() -> model.target().path().set(folder.resolve("slice.db").toString()));
        window.robot().clickOn("#export");
        window.await("the first tenth", () -> model.work().get().entries() == 100);
        assertThat(text(".time-left")).as("nothing is known yet").isEmpty();
        window.await("a guess", () -> !label(".time-left").getText().isEmpty());
        Matcher said = Pattern.compile("about (\\d+) s left").matcher(text(".time-left"));
        assertThat(said.matches()).as(text(".time-left")).isTrue();
        assertThat(Integer.parseInt(said.group(1)))
                .as("the seven tenths that are left, when three took a second or more")
                .isGreaterThanOrEqualTo(2);
        window.screenshots("export-time-left");
        window.robot().clickOn("#cancel");
        window.await("choice", () -> model.phase().get() instanceof ExportPhase.Choosing);
        assertThat(text("#notice")).isEqualTo("The export was cancelled; nothing was written.");
    }

    @Test
    void leavingTheSceneCancelsTheExport() {
        show("");
        window.robot().clickOn("#kind-slice");
        window.run(() -> model.target().path().set(folder.resolve("slice.db").toString()));
        window.robot().clickOn("#export");
        window.await("progress", () -> model.work().get().entries() == 450);
        window.run(() -> window.robot().lookup("#cancel").query().getScene().setRoot(new StackPane()));
        window.await("end", () -> !model.working());
        assertThat(folder.resolve("slice.db")).doesNotExist();
    }

    @Test
    void aColumnIsDraggedToAnotherPlace() {
        show("");
        ListView<?> columns = window.robot().lookup("#columns").queryAs(ListView.class);
        Node seq = cell(columns, 0);
        Node value = cell(columns, 5);
        window.robot().drag(seq, MouseButton.PRIMARY).dropTo(value);
        window.await("moved", () -> model.choices().columns().order().get(5) == CsvColumn.SEQ);
        assertThat(model.choices().columns().included(CsvColumn.SEQ).get()).isTrue();
    }

    @Test
    void aLongQueryIsCutAndWholeInItsTooltip() {
        show(LONG_QUERY);
        Label query = window.robot().lookup("#query").queryAs(Label.class);
        Node format = window.robot().lookup("#kind-csv").query();
        assertThat(window.get(() -> place(query).getMaxX()))
                .isLessThan(window.get(() -> place(format).getMinX()));
        assertThat(window.get(() -> query.getTooltip().getText())).isEqualTo(LONG_QUERY);
        window.screenshots("export-long-query");
    }

    @Test
    void theWholeDialogIsReachedInASmallWindow() {
        window.show(this::view, 480, 420);
        window.await("choice", () -> model.phase().get() instanceof ExportPhase.Choosing);
        window.screenshots("export-small");
        Node export = window.robot().lookup("#export").query();
        assertThat(window.get(
                        () -> export.localToScene(export.getLayoutBounds()).getMaxY()))
                .isLessThanOrEqualTo(420);
    }

    @Test
    void everyControlHasAnAccessibleName() {
        show("/a");
        for (String id : List.of("columns", "separator", "time", "value", "preview", "target", "columnUp")) {
            Node control = window.robot().lookup("#" + id).query();
            assertThat(window.get(control::getAccessibleText)).as(id).isNotBlank();
        }
    }

    @Test
    void closeAndEscapeLeaveTheDialog() {
        show("");
        window.robot().type(KeyCode.ESCAPE);
        window.await("closed", () -> closed);
    }

    private void show(String query) {
        window.show(() -> view(query), 720, 724);
        window.await("choice", () -> model.phase().get() instanceof ExportPhase.Choosing);
    }

    private ExportView view() {
        return view("");
    }

    private ExportView view(String query) {
        for (int i = 0; i < 1_000; i++) {
            journal.append(Entries.set("/a/" + i % 7, Integer.toString(i)));
        }
        var browsing = new Browsing(journal, journal.info(), journal.state());
        browsing.query().set(Query.parse(query));
        model = new ExportViewModel(
                browsing, new Exporter(slices), window.tasks(), Later.onFxThread(), Settings.inMemory());
        return new ExportView(model, FileDialogs.none(), () -> closed = true);
    }

    private static long writeSomeAndWaitForTheCancellation(
            Selection selection, Path file, Progress progress, Cancellation cancellation) {
        try {
            Files.writeString(file, "half of a journal");
            progress.report(450, -1);
            return awaitTheCancellation(cancellation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long writeMoreAndMoreSlowly(
            Selection selection, Path file, Progress progress, Cancellation cancellation) {
        try {
            progress.report(100, -1);
            Thread.sleep(1_200);
            for (int written = 300; written < 1_000; written++) {
                progress.report(written, -1);
                cancellation.check();
                Thread.sleep(100);
            }
            throw new IllegalStateException("nobody cancelled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long awaitTheCancellation(Cancellation cancellation) throws InterruptedException {
        var cancelled = new CountDownLatch(1);
        try (var registration = cancellation.onCancel(cancelled::countDown)) {
            cancelled.await();
        }
        cancellation.check();
        return 0;
    }

    private static Node cell(ListView<?> list, int index) {
        return list.lookupAll(".list-cell").stream()
                .filter(ColumnCell.class::isInstance)
                .map(ColumnCell.class::cast)
                .filter(cell -> cell.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private String text(String selector) {
        return window.get(() -> label(selector).getText());
    }

    private Label label(String selector) {
        return window.robot().lookup(selector).queryAs(Label.class);
    }
}
