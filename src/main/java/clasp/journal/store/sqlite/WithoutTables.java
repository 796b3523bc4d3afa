package clasp.journal.store.sqlite;

/// Says why a database has no tables: those of a journal whose writer did not close it may be in the log beside it.
/// Stateless.
final class WithoutTables {
    private WithoutTables() {}

    /// The rest of a sentence that begins with what the file is.
    static String sentence(Access access) {
        long log = access.stamp().wal().size();
        if (access.incomplete()) {
            return "it has no tables by itself, and the log beside it, the file with “-wal” at the end of its name,"
                    + " cannot be read. " + access.notes().getLast();
        }
        if (log < 0) {
            return "it has no tables. If it was copied from a running or crashed router, its entries are in the file"
                    + " with “-wal” at the end of its name, which has to be copied with it.";
        }
        return "it has no tables, and the log beside it, the file with “-wal” at the end of its name, "
                + (log <= WalHeader.SIZE ? "is empty." : "completes none.")
                + " If they were copied while a router was writing, copy the database and the log once more.";
    }
}
