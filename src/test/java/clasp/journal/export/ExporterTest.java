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
