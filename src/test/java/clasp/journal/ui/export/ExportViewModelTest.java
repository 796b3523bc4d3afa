package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.CsvColumn;
import clasp.journal.export.Exporter;
import clasp.journal.export.TimeFormat;
import clasp.journal.export.ValueFormat;
import clasp.journal.query.Query;
import clasp.journal.settings.FileSettings;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private final Tasks tasks = new Tasks(background, Runnable::run, (what, error) -> {
        throw new AssertionError(what, error);
    });
    private final MemoryJournal journal = new MemoryJournal("rig/main", 10, 1, InstantSource.system());
    private final Browsing browsing = new Browsing(journal, journal.state());
    private Settings settings = Settings.inMemory();
    private SliceWriter slices = (selection, file, progress, cancellation) -> {
        throw new JournalException("The disk is full.");
    };
    private ExportViewModel model;

    @BeforeEach
    void fill() {
        append("/a", "/b", "/a", "/b");
    }

    @Test
    void theQueryIsTheOneOfTheMomentOfOpening() throws IOException {
        browsing.query().set(Query.parse("/a"));
        open();
        browsing.query().set(Query.parse("/b"));
        assertThat(export()).isEqualTo("Exported 2 of 2 entries");
        assertThat(Files.readAllLines(target())).hasSize(3).noneMatch(line -> line.contains("/b"));
    }

    @Test
    void theNameIsSuggestedFromTheJournalAndFollowsTheFormat() {
        open();
        assertThat(model.target().path().get()).endsWith("rig-main.csv");
        model.choices().kind().set(FileKind.SLICE);
        assertThat(model.target().path().get()).endsWith("rig-main-slice.db");
        model.choices().kind().set(FileKind.JSON_LINES);
        assertThat(model.target().path().get()).endsWith("rig-main.jsonl");
        model.target().path().set("my name");
        model.choices().kind().set(FileKind.CSV);
        assertThat(model.target().path().get()).isEqualTo("my name");
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
    void aCountThatIsStoppedCanBeTakenUpAgain() {
        create();
        model.start();
        model.counter(Scope.MATCHES).stop();
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Stopped());
        model.counter(Scope.MATCHES).start();
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(4, 1, 4));
    }

    @Test
    void aCountFollowsTheGrowthOfTheJournal() {
        browsing.query().set(Query.parse("/a"));
        open();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(2, 1, 4));
        append("/a", "/b");
        append("/a");
        later.advance(PAUSE);
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(4, 1, 7));
        assertThat(model.counter(Scope.EVERYTHING).count().get()).isEqualTo(new MatchCount.Counted(7, 1, 7));
    }

    @Test
    void aCountStartsAnewWhenOldEntriesHaveGone() {
        open();
        append("/c", "/c", "/c", "/c", "/c", "/c", "/c", "/c");
        later.advance(PAUSE);
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(10, 3, 12));
    }

    @Test
    void growthDuringACountIsCountedAfterIt() {
        create();
        model.start();
        background.runLast();
        append("/a");
        background.runAll();
        append("/a");
        later.advance(PAUSE);
        background.runAll();
        later.advance(PAUSE);
        background.runAll();
        assertThat(model.counter(Scope.MATCHES).count().get()).isEqualTo(new MatchCount.Counted(6, 1, 6));
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
        assertThat(remark()).startsWith("1 of the entries that were counted had left the journal");
    }

    @Test
    void progressIsOfTheCountAndHalfEachForFlattenedValues() {
        assertThat(new ExportWork(false, 25, 100, false).fraction()).isEqualTo(0.25);
        assertThat(new ExportWork(true, 50, 100, true).fraction()).isEqualTo(0.25);
        assertThat(new ExportWork(false, 50, 100, true).fraction()).isEqualTo(0.75);
        assertThat(new ExportWork(false, 50, -1, false).fraction()).isEqualTo(ExportWork.UNKNOWN);
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
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Choosing("Cancelled. Nothing was written."));
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
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Failed("The disk is full."));
        assertThat(target()).hasContent("old");
        model.back();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Choosing(""));
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

    @Test
    void thePreviewOfAnEarlierChoiceNeverShows() {
        open();
        model.choices().separator().set(Separator.SEMICOLON);
        later.advance(PAUSE);
        model.choices().separator().set(Separator.TAB);
        background.runAll();
        assertThat(preview()).startsWith("seq,timestamp");
        later.advance(PAUSE);
        background.runAll();
        assertThat(preview()).startsWith("seq\ttimestamp");
    }

    @Test
    void thePreviewHasTheFirstLinesOfWhatIsExported() throws IOException {
        open();
        model.choices().columns().move(0, 7);
        model.choices().columns().included(CsvColumn.AUTHOR).set(false);
        later.advance(PAUSE);
        background.runAll();
        export();
        assertThat(preview().lines()).isEqualTo(Files.readAllLines(target()));
        assertThat(preview()).startsWith("timestamp,address,signal_type,value,revision,msg_type,seq\n");
    }

    @Test
    void thePreviewOfNothingFillsWhenSomethingComes() {
        browsing.query().set(Query.parse("/late"));
        open();
        assertThat(model.preview().preview().get()).isEqualTo(new Preview.Empty());
        later.advance(PAUSE);
        append("/late");
        background.runAll();
        assertThat(preview()).contains("/late");
    }

    @Test
    void choicesAreRememberedAcrossRuns() {
        Path file = folder.resolve("settings.json");
        try (var first = new FileSettings(file, Runnable::run, warning -> {
            throw new AssertionError(warning);
        })) {
            settings = first;
            open();
            model.choices().separator().set(Separator.TAB);
            model.choices().time().set(TimeFormat.RAW_MICROS);
            model.choices().value().set(ValueFormat.PLAIN);
            model.choices().formulaGuard().set(true);
            model.choices().columns().move(0, 2);
            model.choices().columns().included(CsvColumn.AUTHOR).set(false);
            export();
            model.choices().kind().set(FileKind.JSON_LINES);
        }
        try (var second = new FileSettings(file, Runnable::run, warning -> {
            throw new AssertionError(warning);
        })) {
            settings = second;
            open();
            ExportChoices choices = model.choices();
            assertThat(choices.kind().get()).isEqualTo(FileKind.JSON_LINES);
            assertThat(choices.separator().get()).isEqualTo(Separator.TAB);
            assertThat(choices.time().get()).isEqualTo(TimeFormat.RAW_MICROS);
            assertThat(choices.value().get()).isEqualTo(ValueFormat.PLAIN);
            assertThat(choices.formulaGuard().get()).isTrue();
            assertThat(choices.columns().chosen().get())
                    .startsWith(CsvColumn.TIMESTAMP, CsvColumn.SEQ, CsvColumn.ADDRESS);
            assertThat(model.target().path().get())
                    .isEqualTo(folder.resolve("rig-main.jsonl").toString());
        }
    }

    @Test
    void theFormulaGuardIsOffUntilItIsChosen() {
        open();
        assertThat(model.choices().formulaGuard().get()).isFalse();
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

    private void create() {
        model = new ExportViewModel(
                browsing,
                new Exporter((selection, file, progress, cancellation) ->
                        slices.write(selection, file, progress, cancellation)),
                tasks,
                later,
                settings);
    }

    private void open() {
        create();
        model.start();
        background.runAll();
        assertThat(model.phase().get()).isEqualTo(new ExportPhase.Choosing(""));
    }

    /// @return the first part of what is said of it
    private String export() {
        model.target().path().set(target().toString());
        model.export();
        background.runAll();
        return done().replaceFirst(" · .*", "");
    }

    private String done() {
        assertThat(model.phase().get()).isInstanceOf(ExportPhase.Done.class);
        return ExportWords.done(((ExportPhase.Done) model.phase().get()).outcome());
    }

    private String remark() {
        return ExportWords.remark(((ExportPhase.Done) model.phase().get()).outcome());
    }

    private String preview() {
        assertThat(model.preview().preview().get()).isInstanceOf(Preview.Lines.class);
        return ((Preview.Lines) model.preview().preview().get()).text();
    }

    private Path target() {
        return folder.resolve("out");
    }

    private void append(String... addresses) {
        for (String address : addresses) {
            journal.append(Entries.set(address, "1"));
        }
        browsing.update(journal.state());
    }

    private static void writeHalf(Path file) {
        try {
            Files.writeString(file, "half");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
