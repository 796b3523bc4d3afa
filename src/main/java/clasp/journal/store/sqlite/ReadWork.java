package clasp.journal.store.sqlite;

import java.sql.SQLException;

/// Reads something with a connection. May be run again from the start when the file changed meanwhile, so it must not
/// have effects outside.
@FunctionalInterface
interface ReadWork<T> {
    T on(StoppableConnection connection) throws SQLException;
}
