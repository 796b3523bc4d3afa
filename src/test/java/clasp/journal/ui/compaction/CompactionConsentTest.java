package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.testing.FxStage;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.Test;

class CompactionConsentTest extends CompactionScreen {
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
                    .isEqualTo("seq 15000: safe as documented; for clasp-router 4.5 see below");
            assertThat(text(stage, "#risk .label"))
                    .startsWith(
                            "Not safe for clasp-router 4.5: after this, one more param comes back otherwise than now"
                                    + " (1 in all, 0 without it).");
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

    private static Param param(String address, String value, long revision) {
        return new Param(address, value, revision, "author-1", ScriptedJournal.time(1));
    }
}
