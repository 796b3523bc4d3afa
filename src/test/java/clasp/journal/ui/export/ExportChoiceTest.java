package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.CsvColumn;
import clasp.journal.export.TimeFormat;
import clasp.journal.export.ValueFormat;
import clasp.journal.query.Query;
import clasp.journal.settings.FileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportChoiceTest extends ExportModelFixture {
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
    void howTheLastFileWasWrittenIsRememberedAcrossRunsAndNotWhatWasOnlyLookedAt() {
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
            assertThat(choices.kind().get()).isEqualTo(FileKind.CSV);
            assertThat(choices.separator().get()).isEqualTo(Separator.TAB);
            assertThat(choices.time().get()).isEqualTo(TimeFormat.RAW_MICROS);
            assertThat(choices.value().get()).isEqualTo(ValueFormat.PLAIN);
            assertThat(choices.formulaGuard().get()).isTrue();
            assertThat(choices.columns().chosen().get())
                    .startsWith(CsvColumn.TIMESTAMP, CsvColumn.SEQ, CsvColumn.ADDRESS);
            assertThat(model.target().path().get())
                    .isEqualTo(folder.resolve("rig-main.csv").toString());
        }
    }

    @Test
    void theFormulaGuardIsOffUntilItIsChosen() {
        open();
        assertThat(model.choices().formulaGuard().get()).isFalse();
    }
}
