package clasp.journal.store.sqlite;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a journal file has of CLASP's tables, columns and indexes. Immutable.
///
/// @param columns of `journal_entries`, lower case
/// @param byAddress name of an index, quoted, that covers (address, seq) in byte order; null without one;
///     likewise the other two
/// @param seqIsRowid whether `seq` is the table's own key, as CLASP declares it
/// @param asClaspDeclares whether the first columns are CLASP's, in its order, and texts are UTF-8: then a
///     row can be read without SQLite
/// @param autoincrement whether `sqlite_sequence` remembers the highest seq given
record Schema(
        Set<String> columns,
        @Nullable String byAddress,
        @Nullable String byTimestamp,
        @Nullable String bySignalType,
        boolean seqIsRowid,
        boolean autoincrement,
        boolean snapshots,
        boolean asClaspDeclares) {
    Schema {
        columns = Set.copyOf(columns);
    }

    boolean hasHmac() {
        return columns.contains("hmac");
    }
}
