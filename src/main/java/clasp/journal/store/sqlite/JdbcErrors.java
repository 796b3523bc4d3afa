package clasp.journal.store.sqlite;

import clasp.journal.store.JournalException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one place where SQLite's failures become sentences.
final class JdbcErrors {
    private static final String DISORDER = "the seqs of journal_entries do not ascend";

    private JdbcErrors() {}

    /// @param tried what was tried, as it reads after “could not”: `read its snapshots`
    static JournalException of(SQLException failure, String tried, String name) {
        return new JournalException("“" + name + "”: could not " + tried + ". " + explanation(failure), failure);
    }

    static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static int primary(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xFF : -1;
    }

    static boolean isInterrupt(SQLException failure) {
        return primary(failure) == SQLiteErrorCode.SQLITE_INTERRUPT.code;
    }

    static boolean isDamage(SQLException failure) {
        int code = primary(failure);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /// What the table gives is not in the order of its seqs: in a damaged tree the same leaves can come again without
    /// end, and SQLite does not notice.
    static SQLException disorder() {
        return new SQLiteException(DISORDER, SQLiteErrorCode.SQLITE_CORRUPT);
    }

    static boolean isDisorder(SQLException failure) {
        return DISORDER.equals(failure.getMessage());
    }

    /// Whether it was made of a failure of that kind.
    static boolean isDamage(JournalException failure) {
        return failure.getCause() instanceof SQLException cause && isDamage(cause);
    }

    /// On a full disk, the shared memory beside a WAL is the first that cannot be made large enough.
    static boolean isFull(SQLException failure) {
        return primary(failure) == SQLiteErrorCode.SQLITE_FULL.code
                || code(failure) == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }

    /// The log or the shared memory beside the file was not as it must be for reading it in place.
    static boolean needsAnotherWay(SQLException failure) {
        int code = primary(failure);
        return code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code;
    }

    private static String explanation(SQLException failure) {
        int code = primary(failure);
        String detail = " (SQLite says: " + words(failure) + ")";
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "The file is damaged there. Other parts may still be readable; a backup is the safe way out."
                    + detail;
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "The file is no SQLite database, or it is encrypted or damaged." + detail;
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "Another program keeps it locked. Try again when that program is done with it, or close it."
                    + detail;
        }
        if (isFull(failure)) {
            return "There is no space left for it. Make room and try again." + detail;
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "The file or its folder may only be read. Copy it to a folder that you may write to." + detail;
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return "The file, or one beside it, cannot be opened. Check that it is there and may be read." + detail;
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "The disk failed, or the file vanished or was cut off meanwhile. Check the disk and its cable, copy"
                    + " what can be read, then open it again." + detail;
        }
        if (code == SQLiteErrorCode.SQLITE_NOMEM.code || code == SQLiteErrorCode.SQLITE_TOOBIG.code) {
            return "It is too large to be held in memory. Close other tabs and programs, then try again; a narrower"
                    + " filter needs less." + detail;
        }
        return "It failed for a reason that this program does not know. Try again; if it fails again, try with a copy"
                + " of the file." + detail;
    }

    /// SQLite's own words, without the code and the general sentence that the driver puts before them.
    private static String words(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int begin = message.indexOf(" (");
        return message.startsWith("[") && message.endsWith(")") && begin > 0
                ? message.substring(begin + 2, message.length() - 1)
                : message;
    }
}
