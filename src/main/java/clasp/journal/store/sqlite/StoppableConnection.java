package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/// One connection with its prepared statements. A cancellation stops it inside SQLite: the interrupt at once, and a
/// regular look at the cancellation for the interrupt that fell between two statements. Used by one thread at a time.
final class StoppableConnection implements AutoCloseable {
    private static final int STATEMENTS_KEPT = 48;
    private static final int LOOK_EVERY_OPERATIONS = 20_000;
    private static final LongConsumer NOBODY = operations -> {};

    private final Connection connection;
    private final Schema schema;
    private final TimeBlocks times;
    private final KnownAddresses addresses;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private volatile @Nullable Cancellation current;
    private LongConsumer watcher = NOBODY;
    private long operations;

    StoppableConnection(Connection connection, Schema schema) throws SQLException {
        this(connection, schema, new TimeBlocks(), new KnownAddresses());
    }

    /// @param lookEvery after so many of SQLite's operations the cancellation is looked at
    StoppableConnection(Connection connection, Schema schema, int lookEvery) throws SQLException {
        this(connection, schema, new TimeBlocks(), new KnownAddresses(), lookEvery);
    }

    /// @param times shared with the other connections to the same file
    /// @param addresses shared likewise
    StoppableConnection(Connection connection, Schema schema, TimeBlocks times, KnownAddresses addresses)
            throws SQLException {
        this(connection, schema, times, addresses, LOOK_EVERY_OPERATIONS);
    }

    private StoppableConnection(
            Connection connection, Schema schema, TimeBlocks times, KnownAddresses addresses, int lookEvery)
            throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.times = times;
        this.addresses = addresses;
        ProgressHandler.setHandler(connection, lookEvery, new ProgressHandler() {
            @Override
            protected int progress() {
                operations += lookEvery;
                watcher.accept(operations);
                Cancellation looked = current;
                return looked != null && looked.isCancelled() ? 1 : 0;
            }
        });
    }

    Schema schema() {
        return schema;
    }

    TimeBlocks times() {
        return times;
    }

    KnownAddresses addresses() {
        return addresses;
    }

    /// Counts SQLite's operations from now on, about, until [#unwatch()].
    ///
    /// @param watching told the count now and then, from inside of SQLite; throws nothing
    void watch(LongConsumer watching) {
        operations = 0;
        watcher = watching;
    }

    void unwatch() {
        watcher = NOBODY;
    }

    /// For work between two statements.
    /// @throws CancelledException when what runs now was cancelled
    void check() {
        Cancellation looked = current;
        if (looked != null) {
            looked.check();
        }
    }

    /// Runs the work so that the cancellation stops it.
    /// @throws CancelledException when it did
    <T> T run(ReadWork<T> work, Cancellation cancellation) throws SQLException {
        cancellation.check();
        Interrupt interrupt = new Interrupt();
        current = cancellation;
        try (var registration = cancellation.onCancel(interrupt::fire)) {
            return work.on(this);
        } catch (SQLException e) {
            if (JdbcErrors.isInterrupt(e)) {
                cancellation.check();
            }
            throw e;
        } finally {
            interrupt.disarm();
            current = null;
        }
    }

    /// A statement with this text, prepared once; what was bound to it before may still be.
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            if (isUsable(known)) {
                return known;
            }
            statements.remove(sql);
            known.close();
        }
        if (statements.size() >= STATEMENTS_KEPT) {
            var eldest = statements.entrySet().iterator();
            eldest.next().getValue().close();
            eldest.remove();
        }
        PreparedStatement made = connection.prepareStatement(sql);
        statements.put(sql, made);
        return made;
    }

    /// The driver gives up a statement whose execution fails at once, be it only by an interrupt, and does not
    /// prepare it again. It does not say so either, but then refuses to count the parameters.
    private static boolean isUsable(PreparedStatement statement) {
        try {
            return statement.getParameterMetaData().getParameterCount() >= 0;
        } catch (SQLException givenUp) {
            return false;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// Interrupts only while the work runs, never the next user of the connection.
    private final class Interrupt {
        private boolean armed = true;

        synchronized void fire() {
            if (armed) {
                try {
                    connection
                            .unwrap(org.sqlite.SQLiteConnection.class)
                            .getDatabase()
                            .interrupt();
                } catch (SQLException e) {
                    System.getLogger(StoppableConnection.class.getName())
                            .log(System.Logger.Level.DEBUG, "The interrupt failed; the regular look will stop it", e);
                }
            }
        }

        synchronized void disarm() {
            armed = false;
        }
    }
}
