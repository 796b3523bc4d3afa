package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one place where SQLite's failures become sentences.
final class JdbcErrors {
    private static final String DISORDER = "the seqs of journal_entries do not ascend";

    private JdbcErrors() {}

    static JournalException of(SQLException failure, Attempt tried, String name) {
        return isDamage(failure)
                ? damaged(failure, tried, name)
                : new JournalException(withWords(sentences(failure, tried, name), failure), failure);
    }

    static DamagedException damaged(SQLException failure, Attempt tried, String name) {
        String sentences = sentences(failure, tried, name);
        return new DamagedException(withWords(sentences, failure), sentences, failure);
    }

    private static String sentences(SQLException failure, Attempt tried, String name) {
        return CoreTexts.text("store.failed", name, tried.words(), explanation(failure));
    }

    /// The sentences, and at their end SQLite's own words for whoever looks deeper. Of disorder SQLite has none.
    static String withWords(String sentences, @Nullable Throwable cause) {
        return cause instanceof SQLException failure && !isDisorder(failure)
                ? withoutStop(sentences) + CoreTexts.text("store.sqlite.says", withoutStop(words(failure)))
                : sentences;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
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

    /// Whether another connection is in the way.
    static boolean isBusy(SQLException failure) {
        int code = primary(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
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
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return CoreTexts.text("store.sqlite.damaged");
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return CoreTexts.text("store.sqlite.noDatabase");
        }
        if (isBusy(failure)) {
            return CoreTexts.text("store.sqlite.locked");
        }
        if (isFull(failure)) {
            return CoreTexts.text("store.sqlite.full");
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return CoreTexts.text("store.sqlite.readOnly");
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return CoreTexts.text("store.sqlite.cannotOpen");
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return CoreTexts.text("store.sqlite.disk");
        }
        if (code == SQLiteErrorCode.SQLITE_TOOBIG.code) {
            return CoreTexts.text("store.sqlite.tooLong", Integer.toString(Connections.MOST_VALUE_BYTES >> 20));
        }
        if (code == SQLiteErrorCode.SQLITE_NOMEM.code) {
            return CoreTexts.text("store.sqlite.memory");
        }
        return CoreTexts.text("store.sqlite.unknown");
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
