package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.Exporter;
import clasp.journal.settings.Settings;
import clasp.journal.store.JournalException;
import clasp.journal.store.SliceWriter;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A model of the dialog on a small journal in memory, whose threads and time only the test moves.
abstract class ExportModelFixture {
    static final Duration PAUSE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    final ManualExecutor background = new ManualExecutor();
    final ManualLater later = new ManualLater();
    final Tasks tasks = new Tasks(background, Runnable::run, (what, error) -> {
        throw new AssertionError(what, error);
    });
    final MemoryJournal journal = new MemoryJournal("rig/main", 10, 1, InstantSource.system());
    final Browsing browsing = new Browsing(journal, journal.info(), journal.state());
    Settings settings = Settings.inMemory();
    SliceWriter slices = (selection, file, progress, cancellation) -> {
        throw new JournalException("The disk is full.");
    };
    ExportViewModel model;

    @BeforeEach
    void fill() {
        append("/a", "/b", "/a", "/b");
    }

    void create() {
        model = new ExportViewModel(
                browsing,
                new Exporter((selection, file, progress, cancellation) ->
                        slices.write(selection, file, progress, cancellation)),
                tasks,
                later,
                settings);
    }

    void open() {
        create();
        model.start();
        background.runAll();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Choosing(""));
    }

    /// @return the first part of what is said of it
    String export() {
        model.target().path().set(target().toString());
        model.export();
        background.runAll();
        return done().replaceFirst(" · .*", "");
    }

    String done() {
        assertThat(model.phase().get()).isInstanceOf(ExportPhase.Done.class);
        return ExportWords.done(((ExportPhase.Done) model.phase().get()).outcome());
    }

    String remark() {
        return ExportWords.remark(((ExportPhase.Done) model.phase().get()).outcome());
    }

    String preview() {
        assertThat(model.preview().preview().get()).isInstanceOf(Preview.Lines.class);
        return ((Preview.Lines) model.preview().preview().get()).text();
    }

    Path target() {
        return folder.resolve("out");
    }

    void append(String... addresses) {
        for (String address : addresses) {
            journal.append(Entries.set(address, "1"));
        }
        browsing.update(journal.state());
    }

    static void writeHalf(Path file) {
        try {
            Files.writeString(file, "half");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
