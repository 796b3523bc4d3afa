package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What keeps a frame of the table cheap, and what that must not break.
class EntryTableFramesTest {
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> lineCounts = new ArrayList<>();
    private EntryTableViewModel model;
    private Browsing browsing;

    @AfterEach
    void stopBackground() {
        background.shutdownNow();
    }

    private FxStage open() {
        FxStage stage = FxStage.show(900, 500, false, () -> {
            var journal = new SyntheticJournal(1, 100_000);
            var tasks = new Tasks(background, FxThread::run, (what, error) -> {});
            browsing = new Browsing(journal, journal.info(), journal.state());
            model = new EntryTableViewModel(
                    browsing, tasks, Later.onFxThread(), Settings.inMemory(), (format, entries) -> format.name());
            model.lines().addListener((ListChangeListener<RowSlot>)
                    change -> lineCounts.add(change.getList().size()));
            return new EntryTableView(model);
        });
        FxStage.await("rows", () -> texts(stage).contains("1"));
        return stage;
    }

    private static Stream<Node> nodes(FxStage stage, String selector) {
        return stage.lookup("#entryTable").lookupAll(selector).stream();
    }

    private static List<String> texts(FxStage stage) {
        return nodes(stage, ".entry-cell.seq")
                .map(cell -> ((EntryCell) cell).getText())
                .toList();
    }

    @Test
    void thereAreLinesBeforeTheTableIsLaidOutForTheFirstTime() {
        try (FxStage stage = open()) {
            FxStage.await("as many lines as fit", () -> lineCounts.size() > 1);
            int fit = FxStage.call(() -> model.lines().size());
            assertThat(FxStage.call(lineCounts::getFirst)).isBetween(fit + 1, fit + 3);
        }
    }

    @Test
    void otherRowsDoNotHaveTheTableLaidOut() {
        try (FxStage stage = open()) {
            List<Node> dirty = FxStage.call(() -> {
                stage.lookup("#entryTable").getScene().getRoot().layout();
                model.scrollBy(5);
                return nodes(stage, ".entry-line")
                        .filter(line -> ((EntryLine) line).isNeedsLayout())
                        .toList();
            });
            assertThat(dirty).isEmpty();
            FxStage.await(
                    "the other rows",
                    () -> texts(stage).contains("6") && !texts(stage).contains("1"));
        }
    }

    @Test
    void noPixelOfALineIsPaintedTwice() {
        try (FxStage stage = open()) {
            List<Integer> layers = FxStage.call(() -> {
                model.selectAll();
                stage.lookup("#entryTable").applyCss();
                return Stream.of(".entry-line", ".entry-cell")
                        .flatMap(kind -> nodes(stage, kind))
                        .filter(node -> !node.getPseudoClassStates().contains(LEAD))
                        .map(node -> ((Region) node).getBackground())
                        .map(background ->
                                background == null ? 0 : background.getFills().size())
                        .toList();
            });
            assertThat(layers).hasSizeGreaterThan(100).contains(1).allMatch(fills -> fills <= 1);
        }
    }

    @Test
    void aLineIsClickedBesideItsTextsToo() {
        try (FxStage stage = open()) {
            Point2D beside = FxStage.call(() -> nodes(stage, ".entry-cell.address")
                    .filter(cell ->
                            ((EntryCell) cell).getTableRow().getItem() instanceof RowSlot slot && slot.position() == 7)
                    .findFirst()
                    .orElseThrow()
                    .localToScreen(234, 3));
            stage.robot().clickOn(beside);
            FxStage.await(
                    "the line selected",
                    () -> browsing.selected().get() != null
                            && browsing.selected().get().seq() == 8);
            stage.robot().clickOn(beside, MouseButton.SECONDARY);
            FxStage.await("its menu", () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
            stage.robot().type(KeyCode.ESCAPE);
            assertThat(FxStage.call(() -> browsing.selected().get().seq())).isEqualTo(8);
        }
    }
}
