package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says, in words that help.
class JdbcErrorsTest {
    private static final Attempt OPENING = Attempt.to("store.tried.open");

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
    void aFullDiskIsCalledSo(SQLiteErrorCode code) {
        var failure = new SQLiteException("nothing helpful", code);
        assertThat(JdbcErrors.of(failure, OPENING, "a.db"))
                .hasMessageStartingWith("“a.db”: this program could not open it. There is no space left")
                .hasCause(failure);
    }

    @Test
    void theDriversCodeAndSecondSentenceAreLeftOut() {
        var failure = new SQLiteException(
                "[SQLITE_BUSY] The database file is locked (database is locked)", SQLiteErrorCode.SQLITE_BUSY);
        assertThat(JdbcErrors.of(failure, OPENING, "a.db"))
                .hasMessageEndingWith("or close it (SQLite says: database is locked).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQLITE_READONLY|may only be read. Copy it to a folder that you may write to",
                "SQLITE_IOERR_READ|The disk failed, or the file vanished or was cut off meanwhile. Check the disk and"
                        + " its cable, copy what can be read, then open it again",
                "SQLITE_TOOBIG|One of its values is longer than is read here (256 MB)",
                "SQLITE_NOMEM|too large to be held in memory. Close other tabs and programs, then try again",
                "SQLITE_MISUSE|It failed for a reason that this program does not know. Try again; if it fails again,"
                        + " try with a copy of the file"
            })
    void whatCanBeDoneIsSaidBeforeSqlitesOwnWords(SQLiteErrorCode code, String sentence) {
        assertThat(JdbcErrors.of(new SQLiteException("its words", code), OPENING, "a.db"))
                .hasMessageStartingWith("“a.db”: this program could not open it. ")
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(" (SQLite says: its words).");
    }
}
