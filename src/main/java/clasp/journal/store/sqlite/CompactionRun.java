package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionSnapshot;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.JournalException;
import clasp.journal.store.OwnChange;
import clasp.journal.store.Progress;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a compaction that writes. Deleting goes step by step for the sake of progress, but in one
/// transaction. Used by one thread.
final class CompactionRun implements AutoCloseable {
    private static final long STEPS = 100;
    private static final long MIN_STEP = 1_000;

    private final JournalFile file;
    private final StoppableConnection connection;
    private final Runnable ended;
    private final Clock clock = Clock.systemUTC();

    private CompactionRun(JournalFile file, StoppableConnection connection, Runnable ended) {
        this.file = file;
        this.connection = connection;
        this.ended = ended;
    }

    /// Opens the file, which also applies the log that a crashed writer left. Called under [FileUse#opening()].
    static CompactionRun open(JournalFile file, FileUse use) {
        Runnable ended = use.write(OwnChange.Kind.COMPACTION);
        boolean bare = !Files.exists(file.wal()) && !Files.exists(file.shm());
        try {
            Connection connection = Connections.toWrite(file.path(), false);
            try (Statement statement = connection.createStatement()) {
                Schema schema = SchemaReader.read(connection, file.name());
                JournalSchema.refuseWhatRuns(statement, file.name());
                statement.execute("PRAGMA synchronous = FULL");
                return new CompactionRun(file, new StoppableConnection(connection, schema), ended);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                if (bare) {
                    StillbornLog.remove(file);
                }
                throw e;
            }
        } catch (SQLException e) {
            ended.run();
            throw JdbcErrors.of(e, Attempt.to("store.tried.openCompaction"), file.name());
        } catch (RuntimeException e) {
            ended.run();
            throw e;
        }
    }

    /// For tests that make the disk full.
    StoppableConnection connection() {
        return connection;
    }

    CompactionOutcome compact(
            CompactionOrder order,
            Optional<CompactionSnapshot> snapshot,
            long sizeBefore,
            CompactionProgress progress,
            Cancellation cancellation) {
        long removed = delete(order, snapshot, progress, cancellation);
        String unfinished = order.vacuum() ? vacuum(progress, cancellation) : null;
        String replaced = snapshot.map(CompactionSnapshot::warning).orElse(null);
        return new CompactionOutcome(
                removed, sizeBefore, FileStamp.of(file).sizeBytes(), order.backup(), both(replaced, unfinished));
    }

    private static @Nullable String both(@Nullable String first, @Nullable String second) {
        return first == null ? second : second == null ? first : first + " " + second;
    }

    private long delete(
            CompactionOrder order,
            Optional<CompactionSnapshot> snapshot,
            CompactionProgress progress,
            Cancellation cancellation) {
        try {
            connection.execute("BEGIN IMMEDIATE");
            try {
                long removed = connection.run(
                        writing -> {
                            if (snapshot.isPresent()) {
                                store(writing, snapshot.get());
                            }
                            long deleted = deleteInSteps(
                                    writing, order.beforeSeq(), progress.of(CompactionStep.DELETING), cancellation);
                            if (order.forClaspRouter()) {
                                new Renumbering(writing).run(progress.of(CompactionStep.RENUMBERING));
                            }
                            return deleted;
                        },
                        cancellation);
                connection.execute("COMMIT");
                return removed;
            } catch (SQLException | RuntimeException e) {
                RollBack.after(e, connection::execute);
                throw e;
            }
        } catch (SQLException e) {
            String cause = String.valueOf(JdbcErrors.of(e, Attempt.to("store.tried.remove"), file.name())
                    .getMessage());
            throw new JournalException(CoreTexts.text("store.compact.undone", cause), e);
        }
    }

    private void store(StoppableConnection writing, CompactionSnapshot snapshot) throws SQLException {
        if (!writing.schema().snapshots()) {
            writing.execute(ClaspTables.TABLES.getLast());
        }
        Instant now = clock.instant();
        PreparedStatement statement = writing.prepare("INSERT INTO snapshots (created_at, seq_at, data_json)"
                + " VALUES (?, ifnull((SELECT max(seq) FROM journal_entries), 0), ?)");
        statement.setLong(1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        statement.setString(2, SnapshotJson.write(snapshot.params()));
        statement.executeUpdate();
    }

    private static long deleteInSteps(
            StoppableConnection writing, long beforeSeq, Progress progress, Cancellation cancellation)
            throws SQLException {
        if (beforeSeq == Long.MIN_VALUE) {
            return 0;
        }
        SeqRange removed = new SeqRange(
                number(writing, "SELECT min(seq) FROM journal_entries"),
                Math.min(beforeSeq - 1, number(writing, "SELECT max(seq) FROM journal_entries")));
        List<SeqRange> steps = Segments.cut(removed, MIN_STEP, STEPS);
        PreparedStatement statement = writing.prepare("DELETE FROM journal_entries WHERE seq <= ?");
        long entries = 0;
        for (int done = 0; done < steps.size(); done++) {
            cancellation.check();
            statement.setLong(1, steps.get(done).last());
            entries += statement.executeLargeUpdate();
            progress.report(steps.get(done).last() - removed.first() + 1, removed.last() - removed.first() + 1);
        }
        return entries;
    }

    private static long number(StoppableConnection writing, String sql) throws SQLException {
        try (ResultSet row = writing.prepare(sql).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /// A sentence when the space could not be given back.
    private @Nullable String vacuum(CompactionProgress progress, Cancellation cancellation) {
        Progress shrinking = progress.of(CompactionStep.SHRINKING);
        try {
            connection.run(
                    writing -> {
                        new Shrinking(writing, file, shrinking).run();
                        return true;
                    },
                    cancellation);
            return null;
        } catch (CancelledException e) {
            return CoreTexts.text("store.compact.notShrunk");
        } catch (SQLException e) {
            return CoreTexts.text(
                    "store.compact.shrinkFailed",
                    String.valueOf(JdbcErrors.of(e, Attempt.to("store.tried.compact"), file.name())
                            .getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw JdbcErrors.of(e, Attempt.to("store.tried.close"), file.name());
        } finally {
            ended.run();
        }
    }
}
