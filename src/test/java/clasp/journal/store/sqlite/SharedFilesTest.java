package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journals that CLASP wrote, read by the backend and, as the truth, row by row.
class SharedFilesTest {
    private static final int WHOLE = 10_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"session-20k.db", "edge.db", "foreign-values.db"})
    void everyEntryIsReadAsStored(String name) {
        Path file = SharedJournals.copy(name, folder);
        List<Entry> truth = JournalRows.entries(file);
        try (JournalReader journal = open(file)) {
            List<Entry> scanned = new ArrayList<>();
            journal.scan(Filter.ALL, SeqRange.ALL, scanned::add, Cancellation.none());
            assertThat(scanned).isEqualTo(truth);
            assertThat(journal.entry(truth.getLast().seq())).contains(truth.getLast());
            assertThat(journal.state().latestSeq()).isEqualTo(truth.getLast().seq());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session-20k.db", "edge.db"})
    void hundredsOfPatternsFindWhatTheMatcherSays(String name) throws IOException {
        Path file = SharedJournals.copy(name, folder);
        List<Entry> truth = JournalRows.entries(file);
        try (JournalReader journal = open(file)) {
            for (String pattern : patterns(truth)) {
                Filter filter = new Filter.Address(AddressPattern.of(pattern));
                List<Entry> expected = truth.stream().filter(filter::matches).toList();
                RowIndex index = journal.rowIndex(filter, Progress.NONE, Cancellation.none());
                assertThat(seqs(index)).as(pattern).isEqualTo(seqs(expected));
                assertThat(journal.count(filter, Progress.NONE, Cancellation.none()))
                        .as(pattern)
                        .isEqualTo(expected.size());
                assertThat(entries(journal.page(
                                new PageRequest(filter, 7_000, Direction.FORWARD, 20, WHOLE), Cancellation.none())))
                        .as(pattern)
                        .isEqualTo(expected.stream()
                                .filter(e -> e.seq() >= 7_000)
                                .limit(20)
                                .toList());
                assertThat(entries(journal.page(
                                new PageRequest(filter, 7_000, Direction.BACKWARD, 20, WHOLE), Cancellation.none())))
                        .as(pattern)
                        .isEqualTo(expected.reversed().stream()
                                .filter(e -> e.seq() <= 7_000)
                                .limit(20)
                                .toList()
                                .reversed());
            }
        }
    }

    @Test
    void snapshotsAreListedAndRead() {
        try (JournalReader journal = open(SharedJournals.copy("session-20k.db", folder))) {
            assertThat(journal.snapshots()).extracting("seqAt").containsExactly(5_000L, 10_000L, 15_000L);
            assertThat(journal.snapshot(3, Cancellation.none()).orElseThrow().usable())
                    .isTrue();
            assertThat(journal.snapshot(4, Cancellation.none())).isEmpty();
        }
    }

    @Test
    void whatARouterLeftInItsLogIsReadFromAPrivateCopy() throws IOException {
        Path original = SharedJournals.file("unclean-stop");
        for (String name : List.of("live.db", "live.db-wal")) {
            Files.copy(original.resolve(name), folder.resolve(name));
        }
        try (JournalReader journal = open(folder.resolve("live.db"))) {
            assertThat(journal.info().access()).hasToString("private copy");
            assertThat(journal.info().walFrames()).isPositive();
            assertThat(journal.info().notes()).isNotEmpty();
            assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(13);
        }
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    /// Patterns of the oracle, and some that fit the addresses of this journal.
    private static Set<String> patterns(List<Entry> entries) throws IOException {
        Set<String> patterns = new LinkedHashSet<>(List.of("/**", "**", "!/lumen/**", "/lumen/*/3/**", "**/{x,y}"));
        List<String> oracle = Files.readAllLines(SharedJournals.file("glob-open.tsv"));
        for (int i = 0; i < oracle.size(); i += 8) {
            patterns.add(oracle.get(i).split("\t", -1)[0]);
        }
        List<String> addresses = entries.stream().map(Entry::address).distinct().toList();
        for (int i = 0; i < addresses.size(); i += Math.max(1, addresses.size() / 30)) {
            String address = addresses.get(i);
            int slash = address.lastIndexOf('/');
            patterns.add(address);
            patterns.add(address.substring(0, slash + 1) + "*");
            patterns.add(address.substring(0, slash + 1) + "**");
            patterns.add("**" + address.substring(Math.max(0, slash)));
            patterns.add(address.toUpperCase(java.util.Locale.ROOT));
        }
        return patterns;
    }

    private static List<Long> seqs(RowIndex index) {
        List<Long> seqs = new ArrayList<>();
        for (long row = 0; row < index.rows(); row++) {
            seqs.add(index.seqAt(row));
        }
        return seqs;
    }

    private static List<Long> seqs(List<Entry> entries) {
        return entries.stream().map(Entry::seq).toList();
    }

    private static List<Entry> entries(List<Row> rows) {
        return rows.stream().map(Row::entry).toList();
    }
}
