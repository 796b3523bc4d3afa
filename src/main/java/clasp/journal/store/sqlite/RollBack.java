package clasp.journal.store.sqlite;

import java.sql.SQLException;

/// Takes a transaction back that failed.
final class RollBack {
    @FunctionalInterface
    interface Sql {
        void execute(String statement) throws SQLException;
    }

    private RollBack() {}

    /// @param cause why; told, too, when SQLite refuses: a full disk makes it roll back by itself
    static void after(Exception cause, Sql connection) {
        try {
            connection.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
