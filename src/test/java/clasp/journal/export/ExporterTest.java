package clasp.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.EntryJson;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ScannedEntries;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    private static final ExportFormat CSV = new ExportFormat.Csv(CsvOptions.EXACT);

    @TempDir
    private Path folder;

    private final Exporter exporter = new Exporter((selection, file, progress, cancellation) -> {
        throw new JournalException("no slices here");
    });

    @Test
    void theResultNamesCountSizeAndFile() throws IOException {
        Path target = folder.resolve("out file.jsonl");
        List<Long> reports = new ArrayList<>();
        Exported exported = exporter.export(
                Selection.of(ScannedEntries.of(OddEntries.ALL), Filter.ALL),
                new ExportFormat.JsonLines(),
                target,
                (done, total) -> reports.add(done),
                Cancellation.none());
        assertThat(exported).isEqualTo(new Exported(OddEntries.ALL.size(), Files.size(target), target));
        assertThat(Files.readAllLines(target).stream().map(EntryJson::read)).containsExactlyElementsOf(OddEntries.ALL);
        assertThat(reports.getLast()).isEqualTo(OddEntries.ALL.size());
        assertThat(filesInFolder()).containsExactly("out file.jsonl");
    }

    @Test
    void anExistingFileIsReplacedOnlyByACompleteOne() throws IOException {
        Path target = folder.resolve("out.csv");
        Files.writeString(target, "old");
        Cancellation cancellation = new Cancellation();
        List<Entry> show = take(5_000);
        Iterable<Entry> cancelled = () -> show.stream()
                .peek(entry -> {
                    if (entry.seq() == 3_000) {
                        assertThat(target).hasContent("old");
                        cancellation.cancel();
                    }
                })
                .iterator();
        assertThatThrownBy(() -> export(cancelled, target, cancellation)).isInstanceOf(CancelledException.class);
        assertThat(target).hasContent("old");
        assertThat(filesInFolder()).containsExactly("out.csv");

        export(show, target, Cancellation.none());
        assertThat(Files.readAllLines(target)).hasSize(5_001);
        assertThat(filesInFolder()).containsExactly("out.csv");
    }

    @Test
    void aJournalThatFailsLeavesNothingBehind() {
        Iterable<Entry> failing = () -> Stream.concat(take(1_000).stream(), Stream.generate(() -> {
                    throw new JournalException("The disk is gone.");
                }))
                .iterator();
        assertThatThrownBy(() -> export(failing, folder.resolve("out.csv"), Cancellation.none()))
                .hasMessage("The disk is gone.");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aFailedSliceLeavesNothingBehind() {
        Selection selection = Selection.of(ScannedEntries.of(), Filter.ALL);
        assertThatThrownBy(() -> exporter.export(
                        selection,
                        new ExportFormat.Slice(),
                        folder.resolve("slice.db"),
                        Progress.NONE,
                        Cancellation.none()))
                .hasMessage("no slices here");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aLinkStaysALinkToTheNewContent() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        export(take(3), link, Cancellation.none());
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllLines(real)).hasSize(4);
    }

    @Test
    void theJournalItselfAndWhatBelongsToItAreRefusedInASentence() throws IOException {
        Path source = Files.writeString(folder.resolve("show.db"), "the journal");
        Path alias = Files.createSymbolicLink(folder.resolve("alias.csv"), source);
        Path twin = Files.createLink(folder.resolve("twin.csv"), source);
        for (Path target : List.of(source, alias, twin, folder.resolve("../" + folder.getFileName() + "/show.db"))) {
            assertThatThrownBy(() -> exportFrom(source, target))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("Cannot write " + target + ": it is the journal that is to be exported. Choose another"
                            + " name.");
        }
        for (String companion : List.of("show.db-wal", "show.db-shm", "show.db-journal")) {
            assertThatThrownBy(() -> exportFrom(source, folder.resolve(companion)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("it belongs to the journal that is to be exported");
        }
        assertThat(source).hasContent("the journal");
        assertThat(filesInFolder()).containsExactly("alias.csv", "show.db", "twin.csv");
    }

    @Test
    void whatBelongsToAnotherDatabaseIsRefused() throws IOException {
        Path source = folder.resolve("show.db");
        Path other = Files.writeString(folder.resolve("other.db"), "another journal");
        assertThatThrownBy(() -> exportFrom(source, folder.resolve("other.db-wal")))
                .hasMessageContaining("files of such a name belong to a database");
        Files.writeString(folder.resolve("other.db-wal"), "frames");
        assertThatThrownBy(() -> exportFrom(source, other))
                .hasMessageContaining("beside it lies other.db-wal, so a database of that name may be in use");
        assertThat(other).hasContent("another journal");
    }

    @Test
    void flattenedValuesAreReadOnceBeforeTheyAreWrittenAndBothIsTold() {
        List<Long> found = new ArrayList<>();
        List<Long> written = new ArrayList<>();
        exporter.export(
                Selection.of(ScannedEntries.of(take(1_000)), Filter.ALL),
                new ExportFormat.Csv(CsvOptions.EXACT.withValue(ValueFormat.FLATTENED)),
                folder.resolve("flat.csv"),
                new ExportProgress((done, total) -> found.add(done), (done, total) -> written.add(done)),
                Cancellation.none());
        assertThat(found).endsWith(1_000L);
        assertThat(written).endsWith(1_000L);
    }

    @Test
    void placesWhereNothingCanBeWrittenAreRefusedInASentence() {
        assertThatThrownBy(() -> export(take(1), folder, Cancellation.none()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> export(take(1), folder.resolve("none/out.csv"), Cancellation.none()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void aValueOfFiftyMegabytesStreamsThrough() throws IOException {
        String value = '"' + "0123456789".repeat(5_000_000) + '"';
        Path target = folder.resolve("large.csv");
        export(List.of(Entries.set("/large", value)), target, Cancellation.none());
        assertThat(Files.size(target)).isBetween(50_000_000L, 50_000_200L);
        try (BufferedReader lines = Files.newBufferedReader(target)) {
            lines.readLine();
            assertThat(lines.readLine()).endsWith("89\"\"\",1,33");
        }
    }

    private Exported export(Iterable<Entry> entries, Path target, Cancellation cancellation) {
        return exporter.export(
                Selection.of(ScannedEntries.of(entries), Filter.ALL), CSV, target, Progress.NONE, cancellation);
    }

    private void exportFrom(Path source, Path target) {
        exporter.export(
                Selection.of(ScannedEntries.of(source, take(1)), Filter.ALL),
                CSV,
                target,
                Progress.NONE,
                Cancellation.none());
    }

    private List<String> filesInFolder() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Entry> take(int count) {
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(1));
        return Stream.generate(show::next).limit(count).toList();
    }
}
