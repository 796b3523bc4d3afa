package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;

class CompactionViewTest extends CompactionScreen {
    @Test
    void whileTheJournalIsLookedAtItSaysSoAndCanOnlyBeClosed() {
        compactor.safePointGate = new CountDownLatch(1);
        try (FxStage stage = open()) {
            stage.find("#waiting .progress-bar", ProgressBar.class);
            assertThat(text(stage, "#waiting .label")).isEqualTo("Looking at the journal…");
            FxStage.await("the keyboard", () -> stage.lookup("#close").isFocused());
            assertThat(FxStage.<Boolean>call(() -> stage.lookup("#restoreOther") == null))
                    .isTrue();
            stage.screenshot("compaction-checking-light");
            stage.dark(true);
            stage.screenshot("compaction-checking-dark");
        }
    }

    /// Whoever presses a key just then does not restore anything.
    @Test
    void theKeyboardGoesFromCloseToTheChoiceWithoutAWayRound() {
        compactor.safePointGate = new CountDownLatch(1);
        compactor.previewGate = new CountDownLatch(1);
        try (FxStage stage = open()) {
            FxStage.await("the keyboard", () -> stage.lookup("#close").isFocused());
            List<String> owners = new CopyOnWriteArrayList<>();
            FxStage.run(() -> stage.lookup("#close")
                    .getScene()
                    .focusOwnerProperty()
                    .subscribe(owner -> owners.add(owner == null ? "nothing" : owner.getId())));
            compactor.safePointGate.countDown();
            FxStage.await("the choice", () -> stage.lookup("#cut-safe_point") != null);
            FxStage.await("the keyboard", () -> stage.lookup("#cut-safe_point").isFocused());
            assertThat(owners).containsExactly("close", "cut-safe_point");
            FxStage.await("progress", () -> model.cut().progress().get() == 0.6);
            assertThat(stage.lookup("#previewProgress").isVisible()).isTrue();
            stage.screenshot("compaction-preview-computing-light");
            stage.dark(true);
            stage.screenshot("compaction-preview-computing-dark");
            compactor.previewGate.countDown();
        }
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
                    .contains("complete copy", "session-20k.backup-1.db", "14,999 entries before seq 15000");
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
                    .as("a time is one word, whose zone stands in no line alone")
                    .contains(
                            "2",
                            "1 to 9",
                            "2024-02-21\u00a007:20:00.001000 to 2024-02-21\u00a007:20:00.009000\u00a0UTC")
                    .contains("1, the latest at seq 5");
            assertThat(text(stage, "#journalKept")).contains("stays beside it as “script-replaced”");
            stage.screenshot("compaction-restore-question-light");
            stage.robot().clickOn(stage.find("#confirmRestore", Button.class));
            FxStage.await("restored", () -> phase() instanceof CompactionPhase.Restored);
            assertThat(compactor.restored).containsExactly(BACKUP);
            stage.screenshot("compaction-restored-light");
        }
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
            assertThat(text(stage, "#step")).isEqualTo("Deleting entries");
            stage.screenshot("compaction-working-light");
            stage.dark(true);
            stage.screenshot("compaction-working-dark");
            stage.robot().clickOn(stage.find("#cancel", Button.class));
            FxStage.await("choice", () -> phase() instanceof CompactionPhase.Choosing);
            assertThat(text(stage, "#notice")).startsWith("Cancelled.");
            assertThat(compactor.orders).isEmpty();
        }
    }

    @Test
    void cancelledWhileItIsCheckedItIsToldAsDoneButNotAsChecked() {
        compactor.deleting = before -> {
            journal.deleteBefore(before);
            model.cancel();
        };
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            stage.robot().clickOn(stage.find("#compact", Button.class));
            FxStage.await("outcome", () -> phase() instanceof CompactionPhase.Compacted);
            assertThat(text(stage, "#outcome")).contains("14,999 entries were deleted");
            assertThat(text(stage, "#verified")).contains("not checked again");
            stage.screenshot("compaction-unchecked-light");
            stage.dark(true);
            stage.screenshot("compaction-unchecked-dark");
        }
    }

    @Test
    void lookingIntoABackupSaysHowFarItIs() {
        var gate = new CountDownLatch(1);
        looking = progress -> {
            progress.report(30, 100);
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new CancelledException();
            }
        };
        try (FxStage stage = open()) {
            awaitPreviewOf(stage, 15_000);
            FxStage.run(() -> model.askToRestore(BACKUP));
            FxStage.await("progress", () -> model.looked().get() == 0.3);
            assertThat(FxStage.<Double>call(() -> ((ProgressBar) stage.lookup("#waiting .progress-bar")).getProgress()))
                    .isEqualTo(0.3);
            stage.screenshot("compaction-backup-reading-light");
            stage.dark(true);
            stage.screenshot("compaction-backup-reading-dark");
            gate.countDown();
            FxStage.await("question", () -> phase() instanceof CompactionPhase.ConfirmingRestore);
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

    @Test
    void whatMustNotBeCompactedIsRestored() {
        journal.compaction(new CompactionAccess.OnlyRestore("session-20k.db is damaged.", compactor));
        try (FxStage stage = open()) {
            FxStage.await("reason", () -> phase() instanceof CompactionPhase.Unavailable);
            assertThat(stage.find("#restoreOther", Button.class).isDisabled()).isFalse();
            stage.screenshot("compaction-only-restore-light");
            FxStage.run(() -> model.askToRestore(BACKUP));
            FxStage.await("question", () -> phase() instanceof CompactionPhase.ConfirmingRestore);
            assertThat(text(stage, "#journalKept")).contains("stays beside it as “script-replaced”");
            stage.screenshot("compaction-restore-damaged-light");
            stage.robot().clickOn(stage.find("#confirmRestore", Button.class));
            FxStage.await("restored", () -> phase() instanceof CompactionPhase.Restored);
            assertThat(FxStage.<String>call(stage.find("#again", Button.class)::getText))
                    .as("nothing was compacted yet")
                    .isEqualTo("Compact…");
        }
    }

    @Test
    void whatIsToBeKnownAboutARestoredBackupIsSaidWithTheCopyThatWasKept() {
        Path kept = Path.of("/shows/2024/session-20k-replaced.db");
        compactor.restoreOutcome = new RestoreOutcome(
                List.of(
                        "The log of the backup is damaged. The -wal file is damaged after frame 5: 12 frames of"
                                + " committed changes cannot be applied, so entries are missing at the end.",
                        "The log of the journal that was replaced is damaged. The -wal file is missing."),
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
}
