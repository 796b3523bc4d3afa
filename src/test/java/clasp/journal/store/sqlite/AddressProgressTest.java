package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever waits for the list of addresses is told how far it is, however it is made.
class AddressProgressTest {
    @TempDir
    private Path folder;

    private record Report(long done, long total) {}

    @ParameterizedTest(name = "{0} addresses, index: {1}")
    @CsvSource({"40, true", "7000, true", "40, false"})
    void itGoesFromTheFirstPartToTheLast(int addresses, boolean index) throws Exception {
        List<Entry> entries = LongStream.rangeClosed(1, 60_000)
                .mapToObj(seq -> Entries.set("/a/" + seq % addresses, "1").withSeq(seq))
                .toList();
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        if (!index) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP INDEX idx_entries_address");
            }
        }
        List<Report> reports = new ArrayList<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            Progress progress = (done, total) -> reports.add(new Report(done, total));
            assertThat(journal.addresses(progress, Cancellation.none())).hasSize(addresses);
        }
        assertThat(reports).hasSizeGreaterThan(1);
        assertThat(reports).extracting(Report::done).isSorted().doesNotHaveDuplicates();
        assertThat(reports)
                .extracting(Report::total)
                .containsOnly(reports.getLast().done());
    }
}
