package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says, in words that help.
class JdbcErrorsTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
    void aFullDiskIsCalledSo(SQLiteErrorCode code) {
        var failure = new SQLiteException("nothing helpful", code);
        assertThat(JdbcErrors.of(failure, "open it", "a.db"))
                .hasMessageStartingWith("“a.db”: could not open it. There is no space left")
                .hasCause(failure);
    }

    @Test
    void theDriversCodeAndSecondSentenceAreLeftOut() {
        var failure = new SQLiteException(
                "[SQLITE_BUSY] The database file is locked (database is locked)", SQLiteErrorCode.SQLITE_BUSY);
        assertThat(JdbcErrors.of(failure, "open it", "a.db"))
                .hasMessageEndingWith("or close it. (SQLite says: database is locked)");
    }
}
