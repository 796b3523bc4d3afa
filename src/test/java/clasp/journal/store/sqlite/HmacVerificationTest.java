package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Hmacs;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HmacVerificationTest {
    private static final Hmacs KEY = Hmacs.withKey("ab".repeat(32));

    @TempDir
    Path folder;

    @Test
    void everyBadEntryIsNamedAndTheRestCounted() throws SQLException {
        Path file = folder.resolve("a.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, KEY)) {
            journal.appendAll(Collections.nCopies(10_000, Entries.set("/a", "1")));
        }
        sql(file, "UPDATE journal_entries SET value_json = '2' WHERE seq IN (1, 4096, 4097, 10000)");
        sql(file, "UPDATE journal_entries SET hmac = upper(hmac) WHERE seq = 5");
        sql(file, "UPDATE journal_entries SET hmac = NULL WHERE seq BETWEEN 100 AND 149");

        List<Long> bad = new ArrayList<>();
        var result = new HmacVerification(KEY).verify(file, bad::add, Progress.NONE, Cancellation.none());

        assertThat(bad).containsExactly(1L, 5L, 4096L, 4097L, 10_000L);
        assertThat(result).isEqualTo(new HmacReport(9_945, 5, 50));
    }

    @Test
    void withAnotherKeyNothingIsRight() {
        Path file = folder.resolve("a.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, KEY)) {
            journal.append(Entries.set("/a", "1"));
        }
        var other = new HmacVerification(Hmacs.withKey("cd".repeat(32)));

        assertThat(other.verify(file, seq -> {}, Progress.NONE, Cancellation.none()))
                .isEqualTo(new HmacReport(0, 1, 0));
    }

    @Test
    void aFileFromBeforeThereWereHmacsHasNone() throws SQLException {
        Path file = folder.resolve("a.db");
        sql(
                file,
                "CREATE TABLE journal_entries (seq INTEGER PRIMARY KEY, timestamp, author, address, signal_type,"
                        + " value_json, revision, msg_type)");
        sql(file, "INSERT INTO journal_entries VALUES (1, 2, 'a', '/a', 'param', '1', 1, 33)");

        assertThat(new HmacVerification(KEY).verify(file, seq -> {}, Progress.NONE, Cancellation.none()))
                .isEqualTo(new HmacReport(0, 0, 1));
    }

    private static void sql(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
