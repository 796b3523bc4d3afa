package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.settings.Settings;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Progress;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.UsedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The dialog on a scripted journal whose snapshot at seq 15,000 is usable. The subclass says what the journal and
/// the compactor do before it opens it.
abstract class CompactionScreen {
    static final Path BACKUP = Path.of("/shows/2024/session-20k.backup-1.db");

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));
    final ScriptedCompactor compactor = new ScriptedCompactor();
    final ScriptedJournal journal = new ScriptedJournal()
            .set(1, "/a", "1", 1L)
            .snapshot(15_000, new Param("/a", "1", 1, "author-1", ScriptedJournal.time(1)))
            .set(20_000, "/b", "2", 1L)
            .compaction(new CompactionAccess.Available(compactor))
            .file(Path.of("/shows/2024/script"));
    /// What is done while a backup is opened.
    Consumer<Progress> looking = progress -> {};

    CompactionViewModel model;
    Browsing browsing;

    @BeforeEach
    void deleteForReal() {
        compactor.deleting = journal::deleteBefore;
    }

    @AfterEach
    void nothingFailedUnseen() {
        background.shutdownNow();
        assertThat(unhandled).isEmpty();
    }

    FxStage open() {
        return FxStage.show(680, 780, false, () -> {
            browsing = new Browsing(journal, journal.info(), journal.state());
            model = new CompactionViewModel(
                    browsing,
                    tasks,
                    Later.onFxThread(),
                    file -> (progress, cancellation) -> {
                        looking.accept(progress);
                        return backup();
                    },
                    new UsedFolder(Settings.inMemory()));
            return new CompactionView(model, FileDialogs.none(), () -> {}, opened -> {});
        });
    }

    static ScriptedJournal backup() {
        return new ScriptedJournal().set(1, "/a", "1", 1L).set(9, "/a", "2", 2L).snapshot(5);
    }

    CompactionPhase phase() {
        return model.phase().get();
    }

    void awaitPreviewOf(FxStage stage, long beforeSeq) {
        FxStage.await(
                "preview before " + beforeSeq,
                () -> model.cut().preview().get() instanceof CutPreview.Ready ready
                        && ready.preview().beforeSeq() == beforeSeq
                        && (model.proof().proof().get() instanceof Proof.Ready
                                || model.proof().proof().get() instanceof Proof.Failed));
    }

    void compactWithoutTick() {
        boolean ready = FxStage.call(() -> {
            boolean before = model.ready().get();
            model.compact();
            return before;
        });
        assertThat(ready).isFalse();
    }

    static void type(FxStage stage, String selector, String text) {
        TextField field = stage.find(selector, TextField.class);
        stage.robot().clickOn(field);
        FxStage.run(field::selectAll);
        stage.robot().write(text);
    }

    static void reveal(FxStage stage, String selector) {
        ScrollPane pane = stage.find(".scroll-pane", ScrollPane.class);
        stage.find(selector, Node.class);
        FxStage.run(() -> {
            pane.layout();
            pane.setVvalue(1);
        });
    }

    static String text(FxStage stage, String selector) {
        return FxStage.call(stage.find(selector, Label.class)::getText);
    }
}
