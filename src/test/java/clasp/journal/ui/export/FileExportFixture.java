package clasp.journal.ui.export;

import clasp.journal.export.Exporter;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSlices;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.SavingDialogs;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The dialog in a window, on a copy of a journal that CLASP wrote.
abstract class FileExportFixture {
    static final String QUERY = "/lumen/** type:param";

    @TempDir
    Path folder;

    final Settings settings = Settings.inMemory();
    Path file;
    JournalReader journal;
    FxWindow window;
    ExportViewModel model;
    Path chosenInDialog;

    @BeforeEach
    void open() {
        file = SharedJournals.copy("session-20k.db", folder);
        journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
        window = new FxWindow();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
            journal.close();
        }
    }

    void show(String query) {
        window.show(
                () -> {
                    var browsing = new Browsing(journal, journal.info(), journal.state());
                    browsing.query().set(Query.parse(query));
                    model = new ExportViewModel(
                            browsing, new Exporter(new SqliteSlices()), window.tasks(), Later.onFxThread(), settings);
                    return new ExportView(
                            model, new SavingDialogs(name -> Optional.ofNullable(chosenInDialog)), () -> {});
                },
                720,
                724);
        awaitPhase(ExportPhase.Choosing.class);
    }

    void awaitPhase(Class<? extends ExportPhase> phase) {
        window.await(phase.getSimpleName(), () -> phase.isInstance(model.phase().get()));
    }

    void awaitCount() {
        for (Scope scope : Scope.values()) {
            window.await("count of " + scope, () -> model.counter(scope).count().get() instanceof MatchCount.Counted);
        }
    }

    String preview() {
        return window.robot().lookup("#preview").queryAs(TextArea.class).getText();
    }

    TextField target() {
        return window.robot().lookup("#target").queryAs(TextField.class);
    }

    void type(String path) {
        window.run(() -> target().setText(path));
    }

    void choose(String box, int index) {
        window.run(() -> window.robot()
                .lookup(box)
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(index));
    }

    String text(String selector) {
        return window.get(
                () -> window.robot().lookup(selector).queryAs(Label.class).getText());
    }

    List<Entry> entries(String query) {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Query.parse(query).filter(), SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }
}
