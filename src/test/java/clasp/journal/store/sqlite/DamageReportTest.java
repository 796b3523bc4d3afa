package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.DamagedException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "1, en, and at one more place.",
        "2, en, and at 2 more places.",
        "1, de, und an einer weiteren Stelle.",
        "2, de, und an 2 weiteren Stellen."
    })
    void ofManyPartsTheOthersAreCounted(int others, String language, String end) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of(language));
        try {
            for (long part = 0; part < 3 + others; part++) {
                report.add(new DamagedPart(10 * part, 10 * part + 3), CAUSE);
            }
            assertThatThrownBy(report::tell).hasMessageEndingWith(end);
        } finally {
            Locale.setDefault(before);
        }
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
