package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rows of a file of 4,000 entries that has lost those around 2,000: all others are found, from both sides.
class DamagedFileRowsTest {
    private static final int ENTRIES = 4_000;
    private static final int VISIBLE = 30;

    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = SceneJournal.write(
                folder.resolve("show.db"),
                null,
                SceneJournal.numbered(
                        ENTRIES,
                        i -> Entries.set(
                                SceneJournal.address(i), i % 1_000 == 500 ? needle(i) : SceneJournal.value(i))));
        DamagedFiles.loseLeafWith("value-2000-", file);
    }

    @Test
    void goOnBehindTheDamage() {
        try (JournalReader journal = open()) {
            assertFoundOnBothSides(journal);
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
    }

    /// Then what is left of it is not offered, and that there is damage is known to nobody but who reads there.
    @Test
    void goOnBehindTheDamageOfAFileThatIsOpenElsewhere() {
        try (SqliteJournal writer = journals.openForWriting(file, null);
                JournalReader journal = open()) {
            assertFoundOnBothSides(journal);
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(writer.state().latestSeq()).isEqualTo(ENTRIES);
        }
    }

    private static void assertFoundOnBothSides(JournalReader journal) {
        List<Long> readable = readable(journal);
        RowPages pages = pages(journal, Filter.ALL);
        for (long from : new long[] {1_800, 1_900, 2_000}) {
            Landing landing = Landing.find(pages, new Jump.ToSeq(from, 0), VISIBLE);
            assertThat(seqs(landing.rows()))
                    .as("from %d on", from)
                    .isEqualTo(readable.stream()
                            .filter(seq -> seq >= from)
                            .limit(RowLoader.PAGE)
                            .toList());
            assertThat(landing.endReached()).isFalse();
            assertThat(landing.rows()).filteredOn(EntryRow::pastDamage).hasSize(1);
        }
        for (long from : new long[] {2_200, 2_100, 2_000}) {
            RowPages.Found found = pages.page(from, Direction.BACKWARD, RowLoader.PAGE);
            assertThat(seqs(found.rows()))
                    .as("from %d back", from)
                    .isEqualTo(readable.reversed().stream()
                            .filter(seq -> seq <= from)
                            .limit(RowLoader.PAGE)
                            .toList()
                            .reversed());
            assertThat(found.ended()).isFalse();
            assertThat(found.rows()).filteredOn(EntryRow::pastDamage).hasSize(1);
        }
        RowPages.Found all = pages.page(Long.MIN_VALUE, Direction.FORWARD, ENTRIES);
        assertThat(seqs(all.rows())).isEqualTo(readable);
        assertThat(all.ended()).isTrue();
    }

    /// The entries at which the search begins can be read: the damage is far off.
    @Test
    void ofAFilterLieOnBothSides() {
        try (JournalReader journal = open()) {
            RowPages pages = pages(journal, Query.parse("value~needle").filter());
            Landing start = Landing.find(pages, new Jump.ToStart(), VISIBLE);
            assertThat(seqs(start.rows())).containsExactly(500L, 1_500L, 2_500L, 3_500L);
            assertThat(start.endReached()).isTrue();
            Landing end = Landing.find(pages, new Jump.ToEnd(), VISIBLE);
            assertThat(seqs(end.rows())).containsExactly(500L, 1_500L, 2_500L, 3_500L);
            assertThat(end.startReached()).isTrue();
            Landing between = Landing.find(pages, new Jump.ToSeq(1_600, 0), VISIBLE);
            assertThat(between.rows().get(between.target()).seq()).isEqualTo(2_500);
            assertThat(seqs(pages.page(501, Direction.FORWARD, 1).rows())).containsExactly(1_500L);
        }
    }

    /// The entry that is lost may have been one.
    @Test
    void ofAFilterAreNotSaidToBeAllWhereNoneIsLeftBehindTheDamage() {
        try (JournalReader journal = open()) {
            RowPages before = pages(
                    journal, Query.parse("value~needle-500 or value~value-2000").filter());
            Landing start = Landing.find(before, new Jump.ToStart(), VISIBLE);
            assertThat(seqs(start.rows())).containsExactly(500L);
            assertThat(start.endReached()).isFalse();
            Landing there = Landing.find(before, new Jump.ToSeq(1_000, 0), VISIBLE);
            assertThat(seqs(there.rows())).containsExactly(500L);
            assertThat(there.endReached()).isFalse();
            assertThat(there.startReached()).isTrue();
            RowPages behind = pages(
                    journal,
                    Query.parse("value~needle-3500 or value~value-2000").filter());
            Landing end = Landing.find(behind, new Jump.ToEnd(), VISIBLE);
            assertThat(seqs(end.rows())).containsExactly(3_500L);
            assertThat(end.startReached()).isFalse();
        }
    }

    private static String needle(int seq) {
        return "\"needle-" + seq + "-\"";
    }

    private JournalReader open() {
        return journals.open(file, Progress.NONE, Cancellation.none());
    }

    private static RowPages pages(JournalReader journal, Filter filter) {
        return new RowPages(journal, filter, Cancellation.none());
    }

    private static List<Long> seqs(List<EntryRow> rows) {
        return rows.stream().map(EntryRow::seq).toList();
    }

    /// As an export finds them.
    private static List<Long> readable(JournalReader journal) {
        List<Long> seqs = new ArrayList<>();
        try {
            journal.scan(Filter.ALL, SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none());
        } catch (MissingEntriesException e) {
            assertThat(seqs).hasSizeBetween(ENTRIES - 100, ENTRIES - 1);
        }
        return seqs;
    }
}
