package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Query;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalException;
import clasp.journal.ui.fx.Fraction;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ExportViewModelTest extends ExportModelFixture {
    @Test
    void theQueryIsTheOneOfTheMomentOfOpening() throws IOException {
        browsing.query().set(Query.parse("/a"));
        open();
        browsing.query().set(Query.parse("/b"));
        assertThat(export()).isEqualTo("Exported 2 of 2 entries");
        assertThat(Files.readAllLines(target())).hasSize(3).noneMatch(line -> line.contains("/b"));
    }

    @Test
    void anExportMayStartBeforeTheCountIsKnown() {
        create();
        model.start();
        // The preparation came in after the counting and the preview.
        background.runLast();
        assertThat(model.counter(Scope.MATCHES).count().get()).isInstanceOf(MatchCount.Counting.class);
        assertThat(model.ready().get()).isTrue();
        model.target().path().set(target().toString());
        model.export();
        background.runLast();
        assertThat(done()).startsWith("Exported 4 of 4 entries");
    }

    @Test
    void whatIsWrittenDuringTheExportIsNotInTheFileAndThatIsSaid() {
        slices = (selection, file, progress, cancellation) -> {
            append("/late");
            assertThat(selection.range().contains(4)).isTrue();
            assertThat(selection.range().contains(5)).isFalse();
            return 4;
        };
        open();
        model.choices().kind().set(FileKind.SLICE);
        assertThat(export()).isEqualTo("Exported 4 of 4 entries");
        assertThat(remark())
                .isEqualTo(
                        "The journal has grown meanwhile. What was written to it after seq 4 is not in" + " the file.");
    }

    @Test
    void entriesThatLeftTheJournalMeanwhileAreSaidToBeMissing() {
        slices = (selection, file, progress, cancellation) -> 3;
        open();
        model.choices().kind().set(FileKind.SLICE);
        assertThat(export()).isEqualTo("Exported 3 of 4 entries");
        assertThat(remark()).startsWith("One of the entries that were counted had left the journal");
    }

    @Test
    void progressIsOfTheCountAndHalfEachForFlattenedValues() {
        assertThat(new ExportWork(false, 25, 100, false).fraction()).isEqualTo(0.25);
        assertThat(new ExportWork(true, 50, 100, true).fraction()).isEqualTo(0.25);
        assertThat(new ExportWork(false, 50, 100, true).fraction()).isEqualTo(0.75);
        assertThat(new ExportWork(false, 50, -1, false).fraction()).isEqualTo(Fraction.UNKNOWN);
        assertThat(ExportWords.working(new ExportWork(false, 5_000, 20_000, false)))
                .isEqualTo("5,000 of 20,000 entries written");
        assertThat(ExportWords.working(new ExportWork(true, 5_000, -1, true)))
                .isEqualTo("5,000 entries looked through for columns");
    }

    @Test
    void aCancelledExportLeavesTheOldFileAndSaysThatNothingWasWritten() throws IOException {
        slices = (selection, file, progress, cancellation) -> {
            writeHalf(file);
            model.cancel();
            cancellation.check();
            throw new AssertionError("not cancelled");
        };
        open();
        model.choices().kind().set(FileKind.SLICE);
        Files.writeString(target(), "old");
        model.target().chosen(target());
        model.export();
        assertThat(model.working()).isTrue();
        background.runAll();
        assertThat(model.working()).isFalse();
        assertThat(model.phase().get())
                .isEqualTo(new ExportPhase.Choosing("The export was cancelled; nothing was written."));
        assertThat(filesInFolder()).containsExactly("out");
        assertThat(target()).hasContent("old");
    }

    @Test
    void aFailedExportSaysWhyAndLeavesTheOldFile() throws IOException {
        open();
        model.choices().kind().set(FileKind.SLICE);
        Files.writeString(target(), "old");
        model.target().chosen(target());
        model.export();
        background.runAll();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Failed("The disk is full.", true));
        assertThat(target()).hasContent("old");
        model.back();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Choosing(""));
    }

    @Test
    void aFailedExportSpeaksOfNoFileWhereNoneWas() {
        open();
        model.choices().kind().set(FileKind.SLICE);
        model.target().path().set(target().toString());
        model.export();
        background.runAll();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Failed("The disk is full.", false));
    }

    /// Whoever wants what can be read would give up here.
    @Test
    void whereTheJournalIsDamagedWhatIsLeftOfItIsPointedTo() {
        var damaged = new DamagedException("Part of the file is damaged.", null);
        assertThat(ExportWords.failure(damaged, Damage.MET))
                .isEqualTo("Part of the file is damaged. What is left of the journal can be exported: close this"
                        + " dialog and choose “Show what is left” above the table.");
        assertThat(ExportWords.failure(damaged, Damage.NONE))
                .as("of one that somebody else has open, nothing is offered")
                .isEqualTo("Part of the file is damaged.");
        assertThat(ExportWords.failure(new JournalException("The disk is full."), Damage.MET))
                .isEqualTo("The disk is full.");
    }

    @Test
    void consentToReplaceAFileIsForOneExportOnly() throws IOException {
        Files.writeString(target(), "old");
        open();
        model.target().path().set(target().toString());
        model.export();
        background.runAll();
        assertThat(model.phase().get()).isInstanceOf(ExportPhase.ConfirmingReplacement.class);
        assertThat(target()).hasContent("old");
        model.replace();
        background.runAll();
        assertThat(model.phase().get()).isInstanceOf(ExportPhase.Done.class);
        model.back();
        model.export();
        background.runAll();
        assertThat(model.phase().get()).isInstanceOf(ExportPhase.ConfirmingReplacement.class);
    }

    /// As where the formula guard has nothing to guard: what would be written stays the same.
    @Test
    void thePreviewIsCurrentAgainAlsoWhereAChoiceChangesNothingInIt() {
        open();
        String before = preview();
        assertThat(model.preview().current().get()).isTrue();

        model.choices().formulaGuard().set(!model.choices().formulaGuard().get());
        assertThat(model.preview().current().get()).isFalse();
        later.advance(PAUSE);
        background.runAll();

        assertThat(preview()).isEqualTo(before);
        assertThat(model.preview().current().get()).isTrue();
    }

    /// Many a dialog is opened while one journal is followed for hours.
    @Test
    void aClosedDialogDoesNotFollowTheJournal() {
        open();
        model.stop();
        append("/a");
        browsing.damageMet();
        later.advance(PAUSE);
        assertThat(background.queued()).isZero();
        assertThat(later.waiting()).isZero();

        model.start();
        background.runAll();
        append("/a");
        later.advance(PAUSE);
        background.runAll();
        assertThat(counted()).as("opened again").isEqualTo(6);
    }

    @Test
    void whatWasCountedByADamagedIndexIsCountedAnew() {
        open();
        browsing.damageMet();
        assertThat(model.counter(Scope.EVERYTHING).count().get()).isInstanceOf(MatchCount.Counting.class);
        background.runAll();
        assertThat(counted()).isEqualTo(4);
    }

    private long counted() {
        return ((MatchCount.Counted) model.counter(Scope.EVERYTHING).count().get()).entries();
    }

    @Test
    void stoppingEndsAllBackgroundWork() {
        create();
        model.start();
        model.stop();
        background.runAll();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Preparing());
        assertThat(model.preview().preview().get()).isEqualTo(new Preview.Loading());
        assertThat(tasks.idle()).isTrue();
    }
}
