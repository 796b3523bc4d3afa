package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompactionViewTest {
    private static final Path BACKUP = Path.of("/shows/2024/session-20k.backup-1.db");

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));
    private final ScriptedCompactor compactor = new ScriptedCompactor();
    private final ScriptedJournal journal = new ScriptedJournal()
            .set(1, "/a", "1", 1L)
            .snapshot(15_000, new Param("/a", "1", 1, "author-1", ScriptedJournal.time(1)))
            .set(20_000, "/b", "2", 1L)
            .compaction(new CompactionAccess.Available(compactor));
    private CompactionViewModel model;
    private Browsing browsing;

    @BeforeEach
    void deleteForReal() {
        compactor.deleting = journal::deleteBefore;
    }

    @AfterEach
    void nothingFailedUnseen() {
        background.shutdownNow();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void asksForNoPlaceOfTheBackupThatIsThere() {
        compactor.previewGate = new CountDownLatch(1);
        try (FxStage stage = open()) {
            FxStage.await("choices", () -> phase() instanceof CompactionPhase.Choosing);
            assertThat(FxStage.<String>call(stage.find("#backupPath", TextField.class)::getText))
                    .isNotEmpty();
            assertThat(text(stage, "#plan")).isEmpty();
            compactor.previewGate.countDown();
            awaitPreviewOf(stage, 15_000);
        }
    }

    @Test
    void proposesTheSafePointAndCompactsWithOneClickThenRestores() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            assertThat(text(stage, "#removed")).isEqualTo("14,999 (75 %)");
            FxStage.await("proof", () -> model.proof().proof().get() instanceof Proof.Ready);
            assertThat(text(stage, "#proof-documented")).contains("all 2 params come back as they are now");
            assertThat(text(stage, "#proof-router")).contains("all 2 params come back with the value");
            assertThat(text(stage, "#plan"))
                    .contains("complete copy", "session-20k.backup-1.db", "14,999 entries before seq 15,000");
            assertThat(FxStage.<Boolean>call(
                            () -> stage.lookup("#cut-safe_point").isFocused()))
                    .isTrue();
            stage.screenshot("compaction-safe-light");
            stage.dark(true);
            stage.screenshot("compaction-safe-dark");
            stage.dark(false);
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await("outcome", () -> phase() instanceof CompactionPhase.Compacted);
            assertThat(compactor.orders).singleElement().satisfies(order -> {
                assertThat(order.beforeSeq()).isEqualTo(15_000);
                assertThat(order.backupFile()).contains(BACKUP);
                assertThat(order.vacuum()).isTrue();
                assertThat(order.snapshotFirst()).isFalse();
            });
            assertThat(text(stage, "#outcome")).contains("14,999 entries were deleted", "2.9 MB");
            assertThat(text(stage, "#verified")).startsWith("Checked again: both recoveries come to what was said");
            stage.screenshot("compaction-done-light");

            stage.robot().clickOn(stage.find("#restore", Button.class));
            FxStage.await("question", () -> phase() instanceof CompactionPhase.ConfirmingRestore);
            assertThat(text(stage, "#compactionTitle")).startsWith("Restore a backup of ");
            GridPane facts = stage.find("#backupFacts", GridPane.class);
            assertThat(FxStage.call(() -> facts.getChildren().stream()
                            .map(label -> ((Label) label).getText())
                            .toList()))
                    .contains("2", "1 to 9", "2024-02-21 07:20:00.001000 to 2024-02-21 07:20:00.009000 UTC")
                    .contains("1, the latest at seq 5");
            stage.screenshot("compaction-restore-question-light");
            stage.robot().clickOn(stage.find("#confirmRestore", Button.class));
            FxStage.await("restored", () -> phase() instanceof CompactionPhase.Restored);
            assertThat(compactor.restored).containsExactly(BACKUP);
            stage.screenshot("compaction-restored-light");
        }
    }

    @Test
    void whatIsToBeKnownAboutARestoredBackupIsSaidWithTheCopyThatWasKept() {
        Path kept = Path.of("/shows/2024/session-20k-damaged-log.db");
        compactor.restoreOutcome = new RestoreOutcome(
                List.of(
                        "The log of the backup is damaged. The -wal file is damaged after frame 5: 12 frames of"
                                + " committed changes cannot be applied, so entries are missing at the end.",
                        "The log of the journal that was replaced is damaged. It was copied."),
                kept);
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.run(() -> model.askToRestore(BACKUP));
            FxStage.await("question", () -> phase() instanceof CompactionPhase.ConfirmingRestore);
            stage.robot().clickOn(stage.find("#confirmRestore", Button.class));
            FxStage.await("restored", () -> phase() instanceof CompactionPhase.Restored);
            Node outcome = stage.find("#outcome", Label.class).getParent();
            List<String> warnings = FxStage.call(() -> outcome.lookupAll(".banner.warning").stream()
                    .map(label -> ((Label) label).getText())
                    .toList());
            assertThat(warnings).containsExactlyInAnyOrderElementsOf(compactor.restoreOutcome.notes());
            assertThat(FxStage.<String>call(stage.find("#keptCopy", TextField.class)::getText))
                    .isEqualTo(kept.toString());
            stage.screenshot("compaction-restored-notes-light");
            stage.dark(true);
            stage.screenshot("compaction-restored-notes-dark");
        }
    }

    @Test
    void goingBeyondTheSafePointNeedsADeliberateTick() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            type(stage, "#cut-seq-text", "18,001");
            awaitPreviewOf(stage, 18_001);
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isFalse();
            stage.screenshot("compaction-risk-light");
            stage.dark(true);
            stage.screenshot("compaction-risk-dark");
            FxStage.run(() -> stage.lookup("#understood").requestFocus());
            FxStage.run(() -> ((CheckBox) stage.lookup("#understood")).fire());
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isTrue();
            type(stage, "#cut-seq-text", "18,101");
            awaitPreviewOf(stage, 18_101);
            assertThat(FxStage.<Boolean>call(() -> model.consent().given().get()))
                    .isFalse();
            FxStage.run(() -> ((CheckBox) stage.lookup("#snapshotFirst")).fire());
            assertThat(FxStage.<Risk>call(() -> model.consent().risk().get())).isEqualTo(Risk.NONE);
            assertThat(text(stage, "#plan")).contains("A snapshot of the current state is stored.");
        }
    }

    @Test
    void whatComesBackOtherwiseIsListedBeforeAnythingIsDeleted() {
        journal.set(20_001, "/b", "3", 3L).set(20_002, "/c", "4", 1L).set(20_003, "/c", "5", 2L);
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.await("proof", () -> model.proof().proof().get() instanceof Proof.Ready);
            assertThat(text(stage, "#proof-router"))
                    .contains("2 params come back otherwise, one with the value that it has now");
            stage.screenshot("compaction-differs-light");
            FxStage.run(() -> ((CheckBox) stage.lookup("#forClaspRouter")).fire());
            FxStage.await(
                    "another proof",
                    () -> model.proof().proof().get() instanceof Proof.Ready ready
                            && ready.proof().router().right());
            assertThat(FxStage.<Boolean>call(
                            () -> model.options().snapshotFirst().get()))
                    .isTrue();
            assertThat(text(stage, "#plan")).contains("get the revisions that clasp-router 4.5 expects");
            stage.screenshot("compaction-for-router-light");
            stage.dark(true);
            stage.screenshot("compaction-for-router-dark");
        }
    }

    @Test
    void everyParamThatComesBackOtherwiseIsListedHoweverManyThereAre() {
        for (int i = 0; i < 1_100; i++) {
            journal.set(20_001 + 2L * i, "/x/" + i, "1", 1L).set(20_002 + 2L * i, "/x/" + i, "2", 2L);
        }
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.await("the list", () -> stage.lookup("#proof .list-view") != null);
            ListView<?> list = stage.find("#proof .list-view", ListView.class);
            assertThat(FxStage.<Integer>call(() -> list.getItems().size())).isEqualTo(1_100);
            assertThat(text(stage, "#proof-router")).contains("1,100 params come back otherwise");
        }
    }

    @Test
    void nothingIsDeletedBeforeTheProofIsThere() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            CheckBox forClaspRouter = stage.find("#forClaspRouter", CheckBox.class);
            boolean readyMeanwhile = FxStage.call(() -> {
                forClaspRouter.fire();
                assertThat(model.proof().proof().get()).isInstanceOf(Proof.Computing.class);
                model.compact();
                return model.ready().get();
            });

            assertThat(readyMeanwhile).isFalse();
            assertThat(compactor.orders).isEmpty();
            FxStage.await("proof", () -> model.ready().get());
        }
    }

    /// A snapshot cannot hold what is no JSON: its param would come back as null, whatever is chosen.
    @Test
    void whatEvenASnapshotLosesNeedsADeliberateTick() {
        journal.set(19_000, "/text", "{broken", 1L);
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.run(() -> ((CheckBox) stage.lookup("#snapshotFirst")).fire());
            FxStage.await("the risk", () -> model.consent().risk().get() == Risk.COMES_BACK_OTHERWISE);
            assertThat(text(stage, "#proof-documented"))
                    .contains("one param comes back otherwise, 2 with the value that they have now");
            assertThat(text(stage, "#risk .label")).contains("would not come back as they are now");
            stage.screenshot("compaction-otherwise-light");
            compactWithoutTick();
            assertThat(compactor.orders).isEmpty();
            FxStage.run(() -> ((CheckBox) stage.lookup("#understood")).fire());
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isTrue();
        }
    }

    /// As documented nothing is lost, so no other risk asks for it.
    @Test
    void whatOnlyClaspRouterLosesNeedsADeliberateTickToo() {
        journal.set(2, "/a", "2", 2L).set(16_000, "/a", "3", 3L).snapshot(15_000, param("/a", "2", 2));
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.await("the risk", () -> model.consent().risk().get() == Risk.ROUTER_LOSES);
            assertThat(text(stage, "#safePoint"))
                    .isEqualTo("seq 15,000: safe as documented; for clasp-router 4.5 see below");
            assertThat(text(stage, "#risk .label"))
                    .startsWith("Not safe for clasp-router 4.5: because of this it comes back with one param");
            stage.screenshot("compaction-router-risk-light");
            stage.dark(true);
            stage.screenshot("compaction-router-risk-dark");
            compactWithoutTick();
            assertThat(compactor.orders).isEmpty();
            FxStage.run(() -> ((CheckBox) stage.lookup("#understood")).fire());
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isTrue();
            FxStage.run(() -> ((CheckBox) stage.lookup("#forClaspRouter")).fire());
            FxStage.await(
                    "nothing at risk",
                    () -> model.ready().get() && model.consent().risk().get() == Risk.NONE);
        }
    }

    /// Whoever agrees while the recoveries are still being compared has not been told yet.
    @Test
    void consentFromBeforeTheComparisonDoesNotCoverWhatItSays() {
        journal.set(2, "/a", "2", 2L).set(16_000, "/a", "3", 3L).snapshot(15_000, param("/a", "2", 2));
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            type(stage, "#cut-seq-text", "15001");
            FxStage.await("the risk", () -> model.consent().risk().get() == Risk.BEYOND_SAFE_POINT);
            FxStage.run(() -> {
                model.proof().again();
                ((CheckBox) stage.lookup("#understood")).fire();
            });
            awaitPreviewOf(stage, 15_001);
            assertThat(text(stage, "#risk .label")).contains("beyond the latest usable snapshot", "clasp-router 4.5");
            assertThat(FxStage.<Boolean>call(() -> model.consent().given().get()))
                    .isFalse();
        }
    }

    private static Param param(String address, String value, long revision) {
        return new Param(address, value, revision, "author-1", ScriptedJournal.time(1));
    }

    private void compactWithoutTick() {
        boolean ready = FxStage.call(() -> {
            boolean before = model.ready().get();
            model.compact();
            return before;
        });
        assertThat(ready).isFalse();
    }

    @Test
    void whereRecoveriesCannotBeComparedNothingIsDeleted() {
        journal.unreadable("The file was cut off while it was read.");
        try (FxStage stage = open()) {
            FxStage.await("a failure", () -> model.proof().proof().get() instanceof Proof.Failed);
            assertThat(text(stage, "#proof .label")).contains("cut off");
            compactWithoutTick();
            assertThat(compactor.orders).isEmpty();
            stage.screenshot("compaction-proof-failed-light");
            stage.dark(true);
            stage.screenshot("compaction-proof-failed-dark");
        }
    }

    @Test
    void whatFailedToCompareIsComparedAgainByMouseAndByKeyboard() {
        journal.unreadable("The file was cut off while it was read.");
        try (FxStage stage = open()) {
            FxStage.await("a failure", () -> model.proof().proof().get() instanceof Proof.Failed);
            journal.unreadable("The disk does not answer.");
            reveal(stage, "#proofAgain");
            stage.robot().clickOn(stage.find("#proofAgain", Button.class));
            FxStage.await(
                    "another failure",
                    () -> model.proof().proof().get() instanceof Proof.Failed(String sentence)
                            && sentence.contains("disk"));
            journal.unreadable(null);
            FxStage.run(() -> stage.lookup("#proofAgain").requestFocus());
            stage.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
            FxStage.await("proof", () -> model.ready().get());
            assertThat(text(stage, "#proof-router")).contains("all 2 params come back");
        }
    }

    /// Whoever works with the keyboard presses it again without looking for it.
    @Test
    void whatFailsAgainHasTheKeyboardAgain() {
        journal.unreadable("The file was cut off while it was read.");
        try (FxStage stage = open()) {
            for (String disk : List.of("The first disk does not answer.", "Nor does the second.")) {
                FxStage.await("a failure", () -> model.proof().proof().get() instanceof Proof.Failed);
                journal.unreadable(disk);
                reveal(stage, "#proofAgain");
                if (disk.startsWith("The first")) {
                    FxStage.run(() -> stage.lookup("#proofAgain").requestFocus());
                }
                FxStage.await("the keyboard", () -> stage.lookup("#proofAgain").isFocused());
                stage.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
                FxStage.await(
                        "another failure",
                        () -> model.proof().proof().get() instanceof Proof.Failed(String sentence)
                                && sentence.equals(disk));
            }
            FxStage.await("the keyboard", () -> stage.lookup("#proofAgain").isFocused());
        }
    }

    @Test
    void aPreviewThatFailsIsTriedAgainAndHasTheKeyboardAgain() {
        compactor.unreadable = "The disk does not answer.";
        try (FxStage stage = open()) {
            FxStage.await("a failure", () -> model.cut().preview().get() instanceof CutPreview.Failed);
            assertThat(text(stage, ".preview .problem")).isEqualTo("The disk does not answer.");
            stage.screenshot("compaction-preview-failed-light");
            stage.dark(true);
            stage.screenshot("compaction-preview-failed-dark");
            compactor.unreadable = "It still does not answer.";
            stage.robot().clickOn(stage.find("#previewAgain", Button.class));
            FxStage.await(
                    "another failure",
                    () -> model.cut().preview().get() instanceof CutPreview.Failed(String sentence)
                            && sentence.startsWith("It still"));
            FxStage.await("the keyboard", () -> stage.lookup("#previewAgain").isFocused());
            compactor.unreadable = "";
            stage.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
            awaitPreviewOf(stage, 15_000);
            FxStage.await("the proof", () -> model.ready().get());
            assertThat(FxStage.<Boolean>call(() -> stage.lookup("#removed").isVisible()))
                    .isTrue();
        }
    }

    /// How far it is, and about how long it takes still: a large journal is recovered four times.
    @Test
    void theComparisonSaysHowFarItIs() {
        var gate = new CountDownLatch(1);
        journal.waiting(1, gate);
        try (FxStage stage = open()) {
            FxStage.await("progress", () -> model.proof().progress().get() > 0);
            stage.find("#proofProgress", ProgressBar.class);
            reveal(stage, "#proof");
            stage.screenshot("compaction-proof-computing-light");
            stage.dark(true);
            stage.screenshot("compaction-proof-computing-dark");
            gate.countDown();
            FxStage.await("the proof", () -> model.ready().get());
            assertThat(FxStage.<Boolean>call(() -> stage.lookup("#proofProgress") == null))
                    .isTrue();
        }
    }

    @Test
    void growthIsComparedAgainAndWhatIsShownMeanwhileIsSaidToBeOfBefore() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            boolean saidSo = FxStage.call(() -> {
                journal.set(20_001, "/b", "3", 3L);
                browsing.update(journal.state());
                return stage.lookup("#proof-outdated") != null;
            });
            assertThat(saidSo).isTrue();
            FxStage.await(
                    "the journal as it is now",
                    () -> model.proof().proof().get() instanceof Proof.Ready found && !found.outdated());
            assertThat(text(stage, "#proof-router"))
                    .contains("one param comes back otherwise, one with the value that it has now");
            assertThat(FxStage.<Boolean>call(() -> stage.lookup("#proof-outdated") == null))
                    .isTrue();
            FxStage.run(() -> {
                journal.set(20_002, "/c", "3", 3L);
                browsing.update(journal.state());
            });
            reveal(stage, "#proof");
            stage.screenshot("compaction-proof-outdated-light");
            stage.dark(true);
            stage.screenshot("compaction-proof-outdated-dark");
        }
    }

    /// What nobody has seen is not done: the entry comes between the last look and the click.
    @Test
    void nothingIsDeletedWhenMoreWouldComeBackOtherwiseThanWasShown() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            journal.set(20_001, "/b", "3", 3L);
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await(
                    "why not",
                    () -> phase() instanceof CompactionPhase.Choosing(String notice)
                            && notice.startsWith("Nothing was deleted"));
            assertThat(compactor.orders).isEmpty();
            awaitPreviewOf(stage, 15_000);
            stage.screenshot("compaction-proof-otherwise-light");
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await("outcome", () -> phase() instanceof CompactionPhase.Compacted);
        }
    }

    @Test
    void consentIsWithdrawnWhenMoreComesBackOtherwise() {
        journal.set(19_000, "/text", "{broken", 1L);
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.run(() -> ((CheckBox) stage.lookup("#snapshotFirst")).fire());
            FxStage.await("the risk", () -> model.consent().risk().get() == Risk.COMES_BACK_OTHERWISE);
            FxStage.run(() -> {
                ((CheckBox) stage.lookup("#understood")).fire();
                journal.set(20_001, "/other", "{broken", 1L);
                browsing.update(journal.state());
            });
            FxStage.await("it is asked again", () -> !model.consent().given().get());
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isFalse();
        }
    }

    private static void reveal(FxStage stage, String selector) {
        ScrollPane pane = stage.find(".scroll-pane", ScrollPane.class);
        stage.find(selector, Node.class);
        FxStage.run(() -> {
            pane.layout();
            pane.setVvalue(1);
        });
    }

    @Test
    void keepsTheNewestEntries() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            type(stage, "#cut-keep_last-text", "12000");
            awaitPreviewOf(stage, 8_001);
            assertThat(text(stage, "#kept")).isEqualTo("12,000");
        }
    }

    @Test
    void incompleteChoiceSaysWhatToType() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            type(stage, "#cut-seq-text", "soon");
            FxStage.await("advice", () -> model.cut().preview().get() instanceof CutPreview.Missing);
            assertThat(FxStage.<Boolean>call(() -> model.ready().get())).isFalse();
            stage.screenshot("compaction-advice-light");
        }
    }

    @Test
    void theProofOfAnotherCutGoesWhenThereIsNone() {
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            assertThat(stage.lookup("#proof-router")).isNotNull();
            type(stage, "#cut-seq-text", "soon");
            FxStage.await("advice", () -> model.cut().preview().get() instanceof CutPreview.Missing);
            assertThat(FxStage.<Boolean>call(() -> stage.lookup("#proof").isVisible()))
                    .isFalse();
            type(stage, "#cut-seq-text", "15000");
            awaitPreviewOf(stage, 15_000);
            FxStage.await("the proof is back", () -> stage.lookup("#proof-router") != null);
        }
    }

    @Test
    void withoutAUsableSnapshotItProposesToTakeOneFirst() {
        compactor.safePoint = OptionalLong.empty();
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 10_001);
            assertThat(FxStage.<Boolean>call(
                            () -> model.options().snapshotFirst().get()))
                    .isTrue();
            stage.screenshot("compaction-no-safe-point-light");
        }
    }

    @Test
    void cancellingComesBackToTheChoice() {
        compactor.gate = new CountDownLatch(1);
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await("progress", () -> model.progress().get() > 0.4);
            stage.screenshot("compaction-working-light");
            stage.robot().clickOn(stage.find("#cancel", Button.class));
            FxStage.await("choice", () -> phase() instanceof CompactionPhase.Choosing);
            assertThat(text(stage, "#notice")).startsWith("Cancelled.");
            assertThat(compactor.orders).isEmpty();
        }
    }

    @Test
    void failureSaysWhyAndLeadsBack() {
        compactor.failure = "session-20k.db could not be compacted: another process, probably a router, writes to it. "
                + "Nothing was changed. Stop it and try again.";
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await("failure", () -> phase() instanceof CompactionPhase.Failed);
            assertThat(text(stage, "#outcome")).contains("another process");
            stage.screenshot("compaction-failed-light");
            stage.robot().clickOn(stage.find("#back", Button.class));
            awaitPreviewOf(stage, 15_000);
        }
    }

    @Test
    void warningOfTheCompactorIsShown() {
        compactor.warning = "The file could not be shrunk: the disk has too little room for VACUUM.";
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await("outcome", () -> phase() instanceof CompactionPhase.Compacted);
            assertThat(text(stage, ".banner.warning")).contains("could not be shrunk");
            stage.dark(true);
            stage.screenshot("compaction-warning-dark");
        }
    }

    @Test
    void readOnlySourceSaysWhyItCannotBeCompacted() {
        journal.compaction(new CompactionAccess.Unavailable(
                "session-20k.db lies in a folder that this user may not write to. Copy it elsewhere to compact it."));
        try (FxStage stage = open()) {
            FxStage.await("reason", () -> phase() instanceof CompactionPhase.Unavailable);
            assertThat(text(stage, "#outcome")).contains("may not write");
            stage.screenshot("compaction-unavailable-dark");
        }
    }

    private FxStage open() {
        return FxStage.show(680, 780, false, () -> {
            browsing = new Browsing(journal, journal.info(), journal.state());
            model = new CompactionViewModel(
                    browsing, tasks, Later.onFxThread(), file -> (progress, cancellation) -> backup());
            return new CompactionView(model, FileDialogs.none(), () -> {});
        });
    }

    private static ScriptedJournal backup() {
        return new ScriptedJournal().set(1, "/a", "1", 1L).set(9, "/a", "2", 2L).snapshot(5);
    }

    private CompactionPhase phase() {
        return model.phase().get();
    }

    private void awaitPreviewOf(FxStage stage, long beforeSeq) {
        FxStage.await(
                "preview before " + beforeSeq,
                () -> model.cut().preview().get() instanceof CutPreview.Ready ready
                        && ready.preview().beforeSeq() == beforeSeq
                        && (model.proof().proof().get() instanceof Proof.Ready
                                || model.proof().proof().get() instanceof Proof.Failed));
    }

    private static void type(FxStage stage, String selector, String text) {
        TextField field = stage.find(selector, TextField.class);
        stage.robot().clickOn(field);
        FxStage.run(field::selectAll);
        stage.robot().write(text);
    }

    private static String text(FxStage stage, String selector) {
        return FxStage.call(stage.find(selector, Label.class)::getText);
    }
}
