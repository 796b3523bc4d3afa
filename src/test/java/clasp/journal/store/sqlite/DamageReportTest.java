package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.DamagedException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is said of the damaged parts of a file.
class DamageReportTest {
    private static final DamagedException CAUSE = new DamagedException("The file is damaged.", null);

    private final DamageReport report = new DamageReport();

    @Test
    void aPartThatIsMetTwiceIsNamedOnce() {
        report.add(new DamagedPart(835L, null), CAUSE);
        report.add(new DamagedPart(835L, 2_964L), CAUSE);
        assertThatThrownBy(report::tell)
                .hasMessage("The file is damaged. Missing are the entries after seq 835 and before seq 2964.");
    }

    @Test
    void eachOfSeveralPartsIsNamed() {
        report.add(new DamagedPart(null, 7L), CAUSE);
        report.add(new DamagedPart(9L, 12L), CAUSE);
        assertThatThrownBy(report::tell)
                .hasMessage(
                        "The file is damaged. Missing are the entries before seq 7, after seq 9 and before seq 12.");
    }

    @Test
    void withoutDamageNothingIsSaid() {
        assertThatCode(report::tell).doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingIsSaidBeforeSqlitesOwnWords() {
        var failure = new SQLiteException(
                "[SQLITE_CORRUPT] The database disk image is malformed (database disk image is malformed)",
                SQLiteErrorCode.SQLITE_CORRUPT);
        report.add(new DamagedPart(835L, 2_964L), JdbcErrors.damaged(failure, Attempt.to("store.tried.find"), "a.db"));
        assertThatThrownBy(report::tell)
                .hasMessage("“a.db”: this program could not look for entries. Part of the file is damaged. Other parts"
                        + " may still be readable; a backup is the safe way out. Missing are the entries after seq 835"
                        + " and before seq 2964 (SQLite says: database disk image is malformed).")
                .hasCause(failure);
    }
}
