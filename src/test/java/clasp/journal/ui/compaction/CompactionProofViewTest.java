package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;

class CompactionProofViewTest extends CompactionScreen {
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
}
