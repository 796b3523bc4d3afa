package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.UsedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

/// The dialog on a journal that CLASP wrote.
class CompactionOfAFileTest extends CompactionDialogTest {
    private CompactionViewModel model;
    private Browsing browsing;

    @Test
    void compactsAtTheSafePointAndRestoresEveryEntry() throws IOException {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            List<Entry> before = entries(journal);
            JournalState state = journal.state();
            try (FxStage stage = FxStage.show(680, 640, false, () -> {
                browsing = new Browsing(journal, journal.info(), state);
                model = new CompactionViewModel(
                        browsing,
                        tasks,
                        Later.onFxThread(),
                        CompactionOfAFileTest::file,
                        new UsedFolder(Settings.inMemory()));
                return new CompactionView(model, FileDialogs.none(), () -> {}, opened -> {});
            })) {
                FxStage.await("the proof", () -> model.proof().proof().get() instanceof Proof.Ready);
                // All is well as documented, but not for clasp-router.
                assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isFalse();
                FxStage.run(() -> ((CheckBox) stage.lookup("#understood")).fire());
                // The proof is on screen while the file is as it was.
                assertThat(FxStage.call(stage.find("#proof-documented", Label.class)::getText))
                        .contains("params come back as they are now");
                assertThat(FxStage.call(stage.find("#proof-router", Label.class)::getText))
                        .isNotEmpty();
                assertThat(Files.mismatch(file, SharedJournals.file("session-20k.db")))
                        .isEqualTo(-1);
                assertThat(folder.toFile().list()).containsExactly("session-20k.db");
                stage.screenshot("compaction-file-light");
                stage.robot().clickOn(stage.find("#compact", Button.class));
                FxStage.await("outcome", () -> !(phase() instanceof CompactionPhase.Choosing) && !model.working());
                assertThat(FxStage.call(this::phase)).isInstanceOf(CompactionPhase.Compacted.class);
                stage.screenshot("compaction-file-done-light");
                var outcome = ((CompactionPhase.Compacted) FxStage.call(this::phase)).outcome();
                assertThat(outcome.removed()).isEqualTo(14_999);
                assertThat(outcome.warning()).isNull();
                assertThat(outcome.backupFile())
                        .hasValueSatisfying(
                                backup -> assertThat(Files.exists(backup)).isTrue());
                assertThat(entries(journal)).isEqualTo(before.subList(14_999, 20_000));
                assertThat(FxStage.<Long>call(() -> browsing.state().get().firstSeq()))
                        .isEqualTo(15_000);

                stage.robot().clickOn(stage.find("#restore", Button.class));
                stage.robot().clickOn(stage.find("#confirmRestore", Button.class));
                FxStage.await("restored", () -> phase() instanceof CompactionPhase.Restored);
                assertThat(entries(journal)).isEqualTo(before);
                assertThat(FxStage.<Long>call(() -> browsing.state().get().firstSeq()))
                        .isEqualTo(1);
            }
        }
    }

    /// Six addresses were SET before the snapshot that is used, and are not in it: no recovery as
    /// documented has them, be it before or after. So they do not come back otherwise; but what goes is the
    /// last that tells of them.
    @Test
    void addressesThatTheSnapshotLeftOutAreSaidToGoAndNotToComeBackOtherwise() {
        Path file = SharedJournals.copy("edge.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
                FxStage stage = show(journal)) {
            FxStage.await("the proof", () -> model.proof().proof().get() instanceof Proof.Ready);
            assertThat(text(stage, "#safePoint")).startsWith("seq 95: safe as documented");
            assertThat(text(stage, "#proof-documented")).contains("all 74 params come back");
            assertThat(text(stage, "#risk .label"))
                    .doesNotContain("could not be recovered")
                    .contains("The values of 6 addresses go for good")
                    .contains("Recovery as documented leaves them out already now");
            ListView<?> listed = stage.find("#uncovered", ListView.class);
            assertThat(FxStage.call(() -> List.<Object>copyOf(listed.getItems())))
                    .hasSize(6)
                    .contains("/edge/rev/none");
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isFalse();
            stage.screenshot("compaction-forgotten-light");
            FxStage.run(() -> model.options().snapshotFirst().set(true));
            FxStage.await("the proof", () -> model.proof().proof().get() instanceof Proof.Ready);
            assertThat(text(stage, "#risk .label")).contains("a snapshot taken first would, too");
            FxStage.run(() -> model.consent().given().set(true));
            FxStage.await("ready", () -> model.ready().get());
        }
    }

    @Test
    void theJournalItselfIsRefusedAsABackupBeforeAnyQuestion() {
        Path file = SharedJournals.copy("edge.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
                FxStage stage = show(journal)) {
            FxStage.await("the choice", () -> phase() instanceof CompactionPhase.Choosing);
            FxStage.run(() -> model.askToRestore(folder.resolve(".").resolve("edge.db")));
            FxStage.await(
                    "the refusal",
                    () -> phase() instanceof CompactionPhase.Choosing(String notice)
                            && notice.contains("is the journal itself"));
        }
    }

    @Test
    void whatOfABackupCannotBeReadIsSaidBeforeItTakesTheJournalsPlace() throws IOException {
        Path file = SharedJournals.copy("edge.db", folder);
        Path written = folder.resolve("written.db");
        new SqliteJournals().create(written, null).close();
        Path backup = folder.resolve("backup.db");
        Path log = folder.resolve("backup.db-wal");
        byte[] damaged;
        try (SqliteJournal writer = new SqliteJournals().openForWriting(written, null)) {
            writer.append(Entries.set("/a", "1"));
            Files.copy(written, backup);
            damaged = Files.readAllBytes(folder.resolve("written.db-wal"));
            damaged[17] ^= 1;
            Files.write(log, damaged);
        }
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            try (FxStage stage = show(journal)) {
                FxStage.await("the choice", () -> phase() instanceof CompactionPhase.Choosing);
                FxStage.run(() -> model.askToRestore(backup));
                FxStage.await("the question", () -> phase() instanceof CompactionPhase.ConfirmingRestore);
                assertThat(text(stage, "#backupLacks"))
                        .startsWith("Not all of this backup can be read")
                        .contains("of committed changes cannot be applied");
                stage.screenshot("compaction-restore-lacks-light");
            }
        }
        assertThat(log).hasBinaryContent(damaged);
    }

    @Test
    void whatIsNoJournalIsRefusedAsABackupBeforeAnyQuestion() throws IOException {
        Path file = SharedJournals.copy("edge.db", folder);
        Path text = Files.writeString(folder.resolve("notes.db"), "Not a database, but a text that is long enough.");
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
                FxStage stage = show(journal)) {
            FxStage.await("the choice", () -> phase() instanceof CompactionPhase.Choosing);
            FxStage.run(() -> model.askToRestore(text));
            FxStage.await(
                    "the refusal",
                    () -> phase() instanceof CompactionPhase.Choosing(String notice) && notice.contains("notes.db"));
        }
    }

    @Test
    void aSeqBeyondTheNewestIsNoCut() {
        Path file = SharedJournals.copy("edge.db", folder);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
                FxStage stage = show(journal)) {
            FxStage.await("the choice", () -> phase() instanceof CompactionPhase.Choosing);
            FxStage.run(() -> {
                model.cut().choice().kind().set(CutKind.SEQ);
                model.cut().choice().seq().set("100");
            });
            FxStage.await(
                    "the advice",
                    () -> model.cut().preview().get() instanceof CutPreview.Missing(String advice)
                            && advice.startsWith("The journal ends at seq 98"));
            FxStage.run(() -> model.cut().choice().seq().set("99"));
            FxStage.await("a cut", () -> model.cut().preview().get() instanceof CutPreview.Ready);
            FxStage.run(() -> model.cut().choice().seq().set("1 90"));
            assertThat(FxStage.call(() -> model.cut().preview().get())).isInstanceOf(CutPreview.Missing.class);
        }
    }

    private FxStage show(JournalReader journal) {
        JournalState state = journal.state();
        return FxStage.show(680, 640, false, () -> {
            browsing = new Browsing(journal, journal.info(), state);
            model = new CompactionViewModel(
                    browsing,
                    tasks,
                    Later.onFxThread(),
                    CompactionOfAFileTest::file,
                    new UsedFolder(Settings.inMemory()));
            return new CompactionView(model, FileDialogs.none(), () -> {}, opened -> {});
        });
    }

    private static Job<JournalReader> file(Path path) {
        return (progress, cancellation) -> new SqliteJournals().open(path, progress, cancellation);
    }

    private static String text(FxStage stage, String selector) {
        return FxStage.call(stage.find(selector, Label.class)::getText);
    }

    private CompactionPhase phase() {
        return model.phase().get();
    }

    private static List<Entry> entries(JournalReader journal) {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }
}
