package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.Function;

class StoppableConnectionTest {
    private static final String COUNTING = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT ?)"
            + " SELECT count(*), abs(?) FROM c";

    /// What counts so far ends by itself, after some ten seconds.
    private static final long LONG = 50_000_000;

    private static final String LONG_COUNT =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT " + LONG + ") SELECT count(*) FROM c";

    private static final Schema SCHEMA = new Schema(Set.of(), null, null, null, true, true, false, true);

    private StoppableConnection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new StoppableConnection(DriverManager.getConnection("jdbc:sqlite::memory:"), SCHEMA);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aStatementThatWasCancelledCanBeUsedAgain() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(cancellation::cancel);
        assertThatThrownBy(() -> count(LONG, 0, cancellation)).isInstanceOf(CancelledException.class);
        assertThat(count(10, 0, Cancellation.none())).isEqualTo(10);
    }

    /// The statement is known to run when it is interrupted, and nothing looks at the cancellation.
    @Test
    void theInterruptAloneStopsAStatement() throws Exception {
        Cancellation cancellation = new Cancellation();
        Connection plain = DriverManager.getConnection("jdbc:sqlite::memory:");
        Function.create(plain, "begun", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                CompletableFuture.runAsync(cancellation::cancel);
                result(1);
            }
        });
        try (var unlooked = new StoppableConnection(plain, SCHEMA, Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> unlooked.run(
                            reading -> number(reading, "SELECT begun() + (" + LONG_COUNT + ")"), cancellation))
                    .isInstanceOf(CancelledException.class);
        }
    }

    /// The interrupt comes while no statement runs, and SQLite forgets it.
    @Test
    void theRegularLookAloneStopsAStatement() {
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> connection.run(
                        reading -> {
                            cancellation.cancel();
                            return number(reading, LONG_COUNT);
                        },
                        cancellation))
                .isInstanceOf(CancelledException.class);
    }

    private static long number(StoppableConnection reading, String sql) throws SQLException {
        try (ResultSet row = reading.prepare(sql).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Test
    void aStatementThatFailedCanBeUsedAgain() throws Exception {
        assertThatThrownBy(() -> count(10, Long.MIN_VALUE, Cancellation.none())).isInstanceOf(SQLException.class);
        assertThat(count(10, 0, Cancellation.none())).isEqualTo(10);
    }

    private long count(long upTo, long number, Cancellation cancellation) throws SQLException {
        return connection.run(
                reading -> {
                    PreparedStatement statement = reading.prepare(COUNTING);
                    statement.setLong(1, upTo);
                    statement.setLong(2, number);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? row.getLong(1) : 0;
                    }
                },
                cancellation);
    }
}
