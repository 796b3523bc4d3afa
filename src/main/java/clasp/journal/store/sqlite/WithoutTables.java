package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;

/// Says why a database has no tables: those of a journal whose writer did not close it may be in the log beside it.
/// Stateless.
final class WithoutTables {
    private WithoutTables() {}

    /// The rest of a sentence that begins with what the file is.
    static String sentence(Access access) {
        long log = access.stamp().wal().size();
        if (access.incomplete()) {
            return CoreTexts.text("store.noTables.logDamaged", access.notes().getLast());
        }
        if (log < 0) {
            return CoreTexts.text("store.noTables.noLog");
        }
        return CoreTexts.text(log <= WalHeader.SIZE ? "store.noTables.logEmpty" : "store.noTables.logUseless");
    }
}
