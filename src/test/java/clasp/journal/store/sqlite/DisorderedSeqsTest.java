package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A seq in the table itself is damaged, so that the table gives it before lower ones: SQLite does not notice.
class DisorderedSeqsTest {
    private static final int INTERIOR = 5;
    private static final byte WRONG_SEQ = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {20, 20_000})
    void entriesThatNoSeekFindsAreNotLeftOutWithoutAWord(int entries) throws Exception {
        Path file = folder.resolve("show.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(Collections.nCopies(entries, Entries.set("/a", "1")));
        }
        damageFirstSeq(file);
        List<Entry> read = new ArrayList<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThatThrownBy(() -> journal.scan(Filter.ALL, SeqRange.ALL, read::add, Cancellation.none()))
                    .isInstanceOf(JournalException.class);
        }
        assertThat(read).extracting(Entry::seq).doesNotHaveDuplicates().isSorted();
    }

    private static void damageFirstSeq(Path file) throws IOException, SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int pageSize = Short.toUnsignedInt(bytes.getShort(16));
        int page = (int) (root(file) - 1) * pageSize;
        while (bytes.get(page) == INTERIOR) {
            page = (bytes.getInt(page + bytes.getShort(page + 12)) - 1) * pageSize;
        }
        int cell = page + bytes.getShort(page + 8);
        while (bytes.get(cell) < 0) {
            cell++;
        }
        assertThat(bytes.get(cell + 1)).as("seq of the first cell").isEqualTo((byte) 1);
        bytes.put(cell + 1, WRONG_SEQ);
        Files.write(file, bytes.array());
    }

    private static long root(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_entries'")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
