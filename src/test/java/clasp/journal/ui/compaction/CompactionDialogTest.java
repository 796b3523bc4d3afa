package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The dialog at work in the background, as in the program.
abstract class CompactionDialogTest {
    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final List<Throwable> unhandled = new ArrayList<>();
    final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));

    @TempDir
    Path folder;

    @AfterEach
    void nothingFailedUnseen() {
        background.shutdownNow();
        assertThat(unhandled).isEmpty();
    }
}
