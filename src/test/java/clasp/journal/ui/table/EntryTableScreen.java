package clasp.journal.ui.table;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;

/// An entry table on the screen, on a journal that is made up.
abstract class EntryTableScreen {
    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final List<Throwable> unhandled = new ArrayList<>();
    final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));
    final Settings settings = Settings.inMemory();
    Browsing browsing;
    EntryTableViewModel model;

    @AfterEach
    void stopBackground() {
        background.shutdownNow();
    }

    FxStage open(SyntheticJournal journal, double width, double height) {
        return open(journal, width, height, height);
    }

    FxStage open(SyntheticJournal journal, double width, double height, double tableHeight) {
        return FxStage.show(width, height, false, () -> {
            browsing = new Browsing(journal, journal.info(), journal.state());
            model = new EntryTableViewModel(
                    browsing, tasks, Later.onFxThread(), settings, (format, entries) -> format + " " + entries.size());
            var view = new EntryTableView(model);
            view.setMaxHeight(tableHeight);
            return view;
        });
    }

    Long topSeq() {
        ShownRow shown = model.lines().getFirst().shown().get();
        return shown == null ? null : shown.row().seq();
    }

    void ready() {
        FxStage.await("rows", () -> model.lines().size() > 10 && topSeq() != null);
    }

    void awaitTop(long seq) {
        FxStage.await("seq " + seq + " on top", () -> Objects.equals(topSeq(), seq));
    }

    static List<Long> selected(EntryTableViewModel model) {
        return FxStage.call(() -> model.lines().stream()
                .filter(line -> line.look().get().selected())
                .map(line -> line.shown().get().row().seq())
                .toList());
    }

    long selectedSeq() {
        return browsing.selected().get() == null
                ? -1
                : browsing.selected().get().seq();
    }

    Node cell(FxStage stage, String column, int line) {
        return FxStage.call(() -> stage.lookup("#entryTable").lookupAll(".entry-cell." + column).stream()
                .filter(node ->
                        ((EntryCell) node).getTableRow().getItem() instanceof RowSlot slot && slot.position() == line)
                .findFirst()
                .orElseThrow());
    }
}
