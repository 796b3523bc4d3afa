package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.export.ValueFormat;
import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Value;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.ui.fx.NumberText;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The dialog on a journal that CLASP wrote: what is in the files is compared with the journal entry by entry.
class ExportOfAFileTest extends FileExportFixture {
    @Test
    void csvHoldsEveryMatchAsItIsStored() throws IOException {
        show(QUERY);
        awaitCount();
        window.await("preview", () -> preview().contains("\n"));
        window.screenshots("export-choosing");
        assertThat(window.get(() -> window.robot().lookup("#target").query().isFocused()))
                .isTrue();
        String n = NumberText.grouped(entries(QUERY).size());
        assertThat(text("#count-matches")).isEqualTo(n + " entries");
        assertThat(text("#count-everything")).isEqualTo("20,000 entries");
        assertThat(text("#query")).isEqualTo(QUERY);
        choose("#time", 2);

        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Done.class);
        window.screenshots("export-done");

        Path target = folder.resolve("session-20k.csv");
        List<Entry> expected = entries(QUERY);
        List<NamedCsvRecord> rows;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(target)) {
            rows = reader.stream().toList();
        }
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            Entry entry = expected.get(i);
            assertThat(rows.get(i).getFields())
                    .containsExactly(
                            Long.toString(entry.seq()),
                            Long.toUnsignedString(entry.timestampMicros()),
                            entry.author(),
                            entry.address(),
                            entry.signalType(),
                            entry.valueJson(),
                            entry.revision() == null ? "" : Long.toUnsignedString(entry.revision()),
                            Long.toString(entry.msgType()));
        }
        assertThat(text("#outcome"))
                .startsWith("Exported " + n + " of " + n + " entries · ")
                .endsWith(" · to " + target);
    }

    @Test
    void jsonLinesOfTheWholeJournalReadBackAsTheSameEntries() throws IOException {
        show(QUERY);
        window.robot().clickOn("#scope-everything").clickOn("#kind-json_lines");
        assertThat(target().getText()).endsWith("session-20k.jsonl");
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Done.class);
        assertThat(Files.readAllLines(folder.resolve("session-20k.jsonl")).stream()
                        .map(EntryJson::read))
                .containsExactlyElementsOf(entries(""));
        assertThat(text("#outcome")).startsWith("Exported 20,000 of 20,000 entries · ");
    }

    @Test
    void sliceOpensAgainAsAJournalOfTheSameEntries() {
        show(QUERY);
        window.robot().clickOn("#kind-slice");
        window.await("slice preview", () -> text("#previewMessage").contains("CLASP journal file"));
        window.screenshots("export-slice");
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Done.class);
        try (JournalReader slice =
                new SqliteJournals().open(folder.resolve("session-20k-slice.db"), Progress.NONE, Cancellation.none())) {
            List<Entry> found = new ArrayList<>();
            slice.scan(Filter.ALL, SeqRange.ALL, found::add, Cancellation.none());
            assertThat(found).isEqualTo(entries(QUERY));
        }
    }

    @Test
    void flattenedValuesGetAColumnForEachPlace() throws IOException {
        String query = "/touch/** or /show/**";
        show(query);
        choose("#value", ValueFormat.FLATTENED.ordinal());
        window.await("preview", () -> preview().contains("value.x"));
        window.screenshots("export-flattened");
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Done.class);
        List<Entry> expected = entries(query);
        int maps = 0;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve("session-20k.csv"))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows).hasSameSizeAs(expected);
            for (int i = 0; i < rows.size(); i++) {
                Entry entry = expected.get(i);
                assertThat(rows.get(i).getField("seq")).isEqualTo(Long.toString(entry.seq()));
                if (Value.parse(entry.valueJson()) instanceof Value.Map(List<Value.Member> members)) {
                    maps++;
                    assertThat(rows.get(i).getField("value")).isEmpty();
                    for (Value.Member member : members) {
                        if (member.value() instanceof Value.Num number) {
                            assertThat(rows.get(i).getField("value." + member.key()))
                                    .isEqualTo(number.text());
                        }
                    }
                }
            }
        }
        assertThat(maps).isGreaterThan(1_000);
    }

    @Test
    void columnsAreTickedAndMovedWithTheKeyboard() throws IOException {
        show(QUERY);
        window.run(() -> window.robot().lookup("#columns").query().requestFocus());
        window.robot().press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
        window.robot().type(KeyCode.UP, KeyCode.SPACE);
        window.await("preview", () -> preview().startsWith("seq,author,address,"));
        window.screenshots("export-columns");
        window.robot().clickOn("#columnsNone");
        assertThat(text("#plan")).isEqualTo("Choose at least one column.");
        assertThat(window.robot().lookup("#export").query().isDisabled()).isTrue();
        window.robot().clickOn("#columnsAll").clickOn("#export");
        awaitPhase(ExportPhase.Done.class);
        assertThat(Files.readAllLines(folder.resolve("session-20k.csv")).getFirst())
                .isEqualTo("timestamp,seq,author,address,signal_type,value,revision,msg_type");
    }

    @Test
    void aFileAtATypedPathIsReplacedOnlyAfterConsent() throws IOException {
        Path old = Files.writeString(folder.resolve("old.csv"), "old");
        show(QUERY);
        type(old.toString());
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.ConfirmingReplacement.class);
        window.screenshots("export-replace");
        window.robot().clickOn("#keep");
        awaitPhase(ExportPhase.Choosing.class);
        assertThat(old).hasContent("old");

        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.ConfirmingReplacement.class);
        window.robot().clickOn("#replace");
        awaitPhase(ExportPhase.Done.class);
        assertThat(Files.readAllLines(old)).hasSize(entries(QUERY).size() + 1);
    }

    @Test
    void whatTheSystemsDialogAgreedToIsNotAskedAgain() throws IOException {
        chosenInDialog = Files.writeString(folder.resolve("chosen.csv"), "old");
        show(QUERY);
        window.robot().clickOn("#browse").clickOn("#export");
        awaitPhase(ExportPhase.Done.class);
        assertThat(Files.readAllLines(chosenInDialog)).hasSizeGreaterThan(1);
    }

    @Test
    void theJournalItselfIsRefusedInASentenceAndStaysAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(file);
        show(QUERY);
        window.robot().clickOn("#kind-slice");
        type(file.toString());
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Failed.class);
        assertThat(text("#outcome")).contains("it is the journal that is to be exported");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        window.robot().clickOn("#back");
        type(file + "-wal");
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Failed.class);
        assertThat(text("#outcome")).contains("it belongs to the journal that is to be exported");
    }

    @Test
    void aMissingFolderIsToldInASentenceAndLeadsBackToTheChoice() {
        show("");
        type(folder.resolve("gone/out.csv").toString());
        window.robot().clickOn("#export");
        awaitPhase(ExportPhase.Failed.class);
        assertThat(text("#outcome")).contains("there is no such folder");
        window.screenshots("export-failed");
        window.robot().clickOn("#back");
        awaitPhase(ExportPhase.Choosing.class);
        window.screenshots("export-unfiltered");
    }
}
