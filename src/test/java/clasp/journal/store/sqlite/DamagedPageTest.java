package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page of rows that ends because the file is damaged is not taken for the last one.
class DamagedPageTest {
    private static final int LOST = 2_000;
    private static final Filter BY_VALUE = Query.parse("value~value").filter();

    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = SceneJournal.write(folder.resolve("show.db"), 4_000);
        DamagedFiles.loseLeafWith("value-" + LOST + "-", file);
    }

    @Test
    void theRowNextToTheDamageSaysSo() {
        try (JournalReader journal = open()) {
            assertEndsAtDamage(journal);
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
    }

    /// Nothing can be done then about the file's damage as such.
    @Test
    void alsoWhileAnotherProcessHasTheFileOpen() throws Exception {
        try (ChildProcess writer = ChildProcess.start("append", file).step();
                JournalReader journal = open()) {
            assertEndsAtDamage(journal);
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            writer.step();
        }
    }

    private static void assertEndsAtDamage(JournalReader journal) {
        for (Filter filter : List.of(Filter.ALL, BY_VALUE)) {
            List<Row> before = page(journal, PageRequest.forward(filter, LOST - 100, 500));
            assertThat(before).hasSizeBetween(1, 100);
            assertThat(before.getLast().atDamage()).isTrue();
            assertThat(before.subList(0, before.size() - 1)).noneMatch(Row::atDamage);
            List<Row> behind = page(journal, PageRequest.backward(filter, LOST + 100, 500));
            assertThat(behind).hasSizeBetween(1, 100);
            assertThat(behind.getFirst().atDamage()).isTrue();
            assertThat(behind.subList(1, behind.size())).noneMatch(Row::atDamage);
            assertThatThrownBy(() -> page(journal, PageRequest.forward(filter, LOST, 1)))
                    .isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void aPageThatEndsElsewhereSaysNothing() {
        try (JournalReader journal = open()) {
            for (Filter filter : List.of(Filter.ALL, BY_VALUE)) {
                assertThat(page(journal, PageRequest.forward(filter, 1, 100)))
                        .hasSize(100)
                        .noneMatch(Row::atDamage);
                assertThat(page(journal, PageRequest.forward(filter, 3_900, 500)))
                        .hasSizeBetween(101, 200)
                        .noneMatch(Row::atDamage);
                assertThat(page(journal, PageRequest.backward(filter, 100, 500)))
                        .hasSize(100)
                        .noneMatch(Row::atDamage);
            }
        }
    }

    /// With so little effort that all but the nearest rows come from segments, in which damage is met behind some rows
    /// or before any.
    @ParameterizedTest
    @CsvSource({"1, 1", "100, 7", "100, 128", "10, 4096"})
    void aSearchByManyProcessorsSaysSoToo(long firstStretch, long segment) {
        try (SqliteSource source = new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none())) {
            var pages = new PageReader(source, new PageSearch.Effort(firstStretch, 0, segment));
            List<Row> before = pages.page(PageRequest.forward(BY_VALUE, 1, 5_000), Cancellation.none());
            assertThat(before).hasSizeBetween(LOST - 100, LOST);
            assertThat(before.getLast().atDamage()).isTrue();
            List<Row> behind = pages.page(PageRequest.backward(BY_VALUE, Long.MAX_VALUE, 5_000), Cancellation.none());
            assertThat(behind).hasSizeBetween(LOST - 100, LOST);
            assertThat(behind.getFirst().atDamage()).isTrue();
        }
    }

    private JournalReader open() {
        return journals.open(file, Progress.NONE, Cancellation.none());
    }

    private static List<Row> page(JournalReader journal, PageRequest request) {
        return journal.page(request, Cancellation.none());
    }
}
