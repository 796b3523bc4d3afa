package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SceneJournal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A whole journal and a copy of it, which tests damage.
abstract class DamagedJournal {
    static final int ENTRIES = 4_000;
    static final Hmacs KEY = Hmacs.withKey("11".repeat(32));

    @TempDir
    Path folder;

    final SqliteJournals journals = new SqliteJournals();

    /// As it was.
    Path whole = Path.of("");

    /// A copy of it, for the test to damage.
    Path file = Path.of("");

    List<Entry> all = List.of();

    @BeforeEach
    void write() throws Exception {
        whole = SceneJournal.write(folder.resolve("whole.db"), ENTRIES, KEY);
        all = JournalRows.entries(whole);
        file = Files.copy(whole, folder.resolve("show.db"));
    }

    JournalReader open(Path path) {
        return journals.open(path, Progress.NONE, Cancellation.none());
    }

    JournalReader openLeft(Path path) {
        return journals.openLeft(path, Progress.NONE, Cancellation.none());
    }

    static List<Entry> entries(JournalReader journal) {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }

    /// All as they were, but for some neighbours of that one.
    void assertAllButOnePage(List<Entry> left, long lost) {
        assertThat(all).containsAll(left);
        assertThat(left).extracting(Entry::seq).doesNotContain(lost);
        List<Long> missing = new ArrayList<>(all.stream().map(Entry::seq).toList());
        missing.removeAll(left.stream().map(Entry::seq).toList());
        assertThat(missing).hasSizeBetween(2, 100);
        assertThat(missing.getLast() - missing.getFirst()).isEqualTo(missing.size() - 1);
    }

    /// Makes the first page that has nothing but this text and a number lead to a page that is not there.
    static void loseOverflowOf(String text, Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 0; page < bytes.length; page += 4_096) {
            String begin = new String(bytes, page + 4, text.length(), StandardCharsets.US_ASCII);
            if (begin.equals(text) && bytes[page] == 0) {
                ByteBuffer.wrap(bytes).putInt(page, 1_000_000);
                Files.write(file, bytes);
                return;
            }
        }
        throw new IllegalArgumentException("There is no such page.");
    }

    int rootOfAddressIndex() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + whole);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT rootpage FROM sqlite_schema WHERE name = 'idx_entries_address'")) {
            return row.getInt(1);
        }
    }
}
