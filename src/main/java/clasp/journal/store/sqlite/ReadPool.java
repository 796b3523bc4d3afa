package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Connections for one way of reading a file. When it is retired, they close as they come back. Thread-safe.
final class ReadPool {
    private static final int MAX_CONNECTIONS = 8;

    private final Access access;
    private final Schema schema;
    private final TimeBlocks times = new TimeBlocks();
    private final KnownAddresses addresses = new KnownAddresses();
    private final Runnable unlock;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS);
    private final Deque<StoppableConnection> idle = new ArrayDeque<>();
    private final Object watching = new Object();
    private @Nullable StoppableConnection watcher;
    private int open;
    private boolean retired;

    private ReadPool(Access access, Schema schema, Runnable unlock) {
        this.access = access;
        this.schema = schema;
        this.unlock = unlock;
    }

    /// Opens the first connection to see that it works.
    static ReadPool open(Access access, FileUse use) throws SQLException {
        boolean locks = access instanceof Access.Live;
        Runnable unlock = locks ? use.lock() : () -> {};
        try {
            Connection connection = Connections.toRead(access);
            try {
                Schema schema = SchemaReader.read(connection, access);
                ReadPool pool = new ReadPool(access, schema, unlock);
                pool.idle.add(new StoppableConnection(connection, schema, pool.times, pool.addresses));
                pool.open = 1;
                return pool;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException | RuntimeException e) {
            unlock.run();
            if (access instanceof Access.Copied copied) {
                copied.copy().close();
            }
            throw e;
        }
    }

    Access access() {
        return access;
    }

    Schema schema() {
        return schema;
    }

    <T> T run(ReadWork<T> work, Cancellation cancellation) throws SQLException {
        acquire(cancellation);
        try {
            StoppableConnection connection = take();
            try {
                return connection.run(work, cancellation);
            } finally {
                giveBack(connection);
            }
        } finally {
            permits.release();
        }
    }

    /// Runs the work always on the same connection, so that it can compare what SQLite counts for each connection.
    <T> T watch(ReadWork<T> work) throws SQLException {
        synchronized (watching) {
            StoppableConnection connection = watcher;
            if (connection == null) {
                connection = take();
                watcher = connection;
            }
            return connection.run(work, Cancellation.none());
        }
    }

    private void acquire(Cancellation cancellation) {
        try {
            while (!permits.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException(
                    CoreTexts.text("store.interrupted", access.database().name()), e);
        }
    }

    private StoppableConnection take() throws SQLException {
        synchronized (this) {
            StoppableConnection known = idle.pollFirst();
            if (known != null) {
                return known;
            }
            open++;
        }
        try {
            return new StoppableConnection(Connections.toRead(access), schema, times, addresses);
        } catch (SQLException | RuntimeException e) {
            closed();
            throw e;
        }
    }

    private void giveBack(StoppableConnection connection) throws SQLException {
        synchronized (this) {
            if (!retired) {
                idle.addFirst(connection);
                return;
            }
        }
        try {
            connection.close();
        } finally {
            closed();
        }
    }

    private synchronized void closed() {
        open--;
        if (retired && open == 0) {
            release();
        }
    }

    /// Closes what is idle now and the rest as it comes back.
    void retire() {
        synchronized (this) {
            if (retired) {
                return;
            }
            retired = true;
            for (StoppableConnection connection : idle) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    System.getLogger(ReadPool.class.getName())
                            .log(System.Logger.Level.WARNING, "A connection could not be closed", e);
                }
                open--;
            }
            idle.clear();
            if (open == 0) {
                release();
                return;
            }
        }
        closeWatcher();
    }

    private void closeWatcher() {
        StoppableConnection connection;
        synchronized (watching) {
            connection = watcher;
            watcher = null;
        }
        if (connection != null) {
            try {
                giveBack(connection);
            } catch (SQLException e) {
                System.getLogger(ReadPool.class.getName())
                        .log(System.Logger.Level.WARNING, "A connection could not be closed", e);
            }
        }
    }

    private void release() {
        unlock.run();
        if (access instanceof Access.Copied copied) {
            copied.copy().close();
        }
    }
}
