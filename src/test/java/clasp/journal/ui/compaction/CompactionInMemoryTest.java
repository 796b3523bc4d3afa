package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.UsedFolder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// The dialog on a journal in memory, such as a hosted session that was stopped: its backups are no journal files.
class CompactionInMemoryTest extends CompactionDialogTest {
    private final MemoryJournal journal = new MemoryJournal("Hosted session", 10, 1, InstantSource.system());
    private CompactionViewModel model;

    @Test
    void itsBackupIsShownAndRestored() {
        for (String value : List.of("1", "2", "3")) {
            journal.append(Entries.set("/house/dimmer", value));
        }
        List<Entry> before = entries();
        var used = new UsedFolder(Settings.inMemory());
        used.remember(folder.resolve("export.csv"));
        try (FxStage stage = FxStage.show(680, 780, false, () -> {
            var browsing = new Browsing(journal, journal.info(), journal.state());
            model = new CompactionViewModel(
                    browsing,
                    tasks,
                    Later.onFxThread(),
                    file -> (progress, cancellation) -> {
                        throw new JournalException(file + " is no SQLite database.");
                    },
                    used);
            return new CompactionView(model, FileDialogs.none(), () -> {}, opened -> {});
        })) {
            FxStage.await("the dialog", () -> phase() instanceof CompactionPhase.Choosing);
            assertThat(model.options().backupPath().get())
                    .as("where a file was chosen last")
                    .isEqualTo(folder.resolve("Hosted session-backup.jsonl").toString());
            FxStage.run(() -> {
                model.options().backupPath().set(folder.resolve("backup.jsonl").toString());
                model.cut().choice().keep().set("1");
            });
            FxStage.await(
                    "the proof",
                    () -> model.cut().preview().get() instanceof CutPreview.Ready cut
                            && cut.preview().removed() == 2
                            && model.proof().proof().get() instanceof Proof.Ready);
            stage.screenshot("compaction-memory-light");
            assertThat(said(stage)).as("there is no file").noneMatch(CompactionInMemoryTest::speaksOfAFile);
            FxStage.run(() -> {
                model.consent().given().set(true);
                model.compact();
            });
            FxStage.await("compacted", () -> phase() instanceof CompactionPhase.Compacted);
            assertThat(entries()).hasSize(1);
            stage.screenshot("compaction-memory-done-light");
            assertThat(said(stage)).anyMatch(text -> text.contains("2 entries were deleted"));
            assertThat(said(stage)).noneMatch(CompactionInMemoryTest::speaksOfAFile);

            stage.robot().clickOn(stage.find("#restore", Button.class));
            FxStage.await("the question", () -> !(phase() instanceof CompactionPhase.ReadingBackup));
            assertThat(FxStage.<String>call(stage.find("#journalKept", Labeled.class)::getText))
                    .isEqualTo("Entries and snapshots that were added since the backup are lost.");
            stage.screenshot("compaction-memory-restore-light");
            assertThat(phase())
                    .isInstanceOfSatisfying(
                            CompactionPhase.ConfirmingRestore.class,
                            asked -> assertThat(asked.content().entries()).isEqualTo(3));

            stage.robot().clickOn(stage.find("#confirmRestore", Button.class));
            FxStage.await("restored", () -> phase() instanceof CompactionPhase.Restored);
            assertThat(entries()).isEqualTo(before);
        }
    }

    private static boolean speaksOfAFile(String text) {
        return text.contains("VACUUM")
                || text.toLowerCase(Locale.ROOT).contains("the file")
                || text.equals("File size");
    }

    /// Every text on screen.
    private static List<String> said(FxStage stage) {
        CompactionView view = stage.find(".compaction-view", CompactionView.class);
        return FxStage.call(() -> view.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    private CompactionPhase phase() {
        return model.phase().get();
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }
}
