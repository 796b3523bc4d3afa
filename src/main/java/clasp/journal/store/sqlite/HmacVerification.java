package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.HmacReport;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Compares the HMACs that a file holds with those that its entries should have, and goes on after a wrong one.
/// Thread-safe.
public final class HmacVerification {
    private static final int PORTION = 4_096;

    private static final Attempt TRIED = Attempt.to("store.tried.verify");

    /// @param disorder whether the table gave a seq behind the last one that had been there before
    private record Portion(List<Long> bad, long good, long without, long last, boolean more, boolean disorder) {}

    private final Hmacs key;

    public HmacVerification(Hmacs key) {
        this.key = key;
    }

    /// @param bad told the seq of each entry whose HMAC is wrong, in ascending order
    public HmacReport verify(Path file, LongConsumer bad, Progress progress, Cancellation cancellation) {
        try (SqliteSource source = new SqliteSource(JournalFile.existing(file), progress, cancellation)) {
            return verify(source, bad, progress, cancellation);
        }
    }

    /// Goes on behind a damaged part of the file.
    HmacReport verify(SqliteSource source, LongConsumer bad, Progress progress, Cancellation cancellation) {
        SeqRange present = present(source, cancellation);
        DamageReport damage = new DamageReport();
        long good = 0;
        long wrong = 0;
        long without = 0;
        SeqRange rest = present.isEmpty() ? present : new SeqRange(present.first(), Long.MAX_VALUE);
        while (!rest.isEmpty()) {
            long from = rest.first();
            Portion portion;
            try {
                portion = source.read(TRIED, cancellation, connection -> portion(connection, from, key));
            } catch (DamagedException e) {
                String columns = source.read(TRIED, cancellation, HmacVerification::columns);
                rest = damage.around(source, columns, rest, e, cancellation);
                continue;
            }
            portion.bad().forEach(bad::accept);
            good += portion.good();
            wrong += portion.bad().size();
            without += portion.without();
            if (portion.disorder()) {
                damage.disorder(source, TRIED, portion.last(), cancellation);
            }
            rest = portion.more() && portion.last() < Long.MAX_VALUE
                    ? new SeqRange(portion.last() + 1, Long.MAX_VALUE)
                    : SeqRange.NONE;
            progress.report(portion.last() - present.first() + 1, present.last() - present.first() + 1);
        }
        Optional<MissingEntriesException> missing = damage.missing();
        return new HmacReport(
                good,
                wrong,
                without,
                missing.map(e -> String.valueOf(e.getMessage())).orElse(null),
                missing.map(MissingEntriesException::firstMissing).orElse(0L));
    }

    /// From the first seq to the latest; all where a damaged table does not tell.
    private static SeqRange present(SqliteSource source, Cancellation cancellation) {
        try {
            return new MatchReader(source).present(cancellation);
        } catch (DamagedException e) {
            return SeqRange.ALL;
        }
    }

    private static String columns(StoppableConnection connection) throws SQLException {
        return RowReader.WHOLE.columns() + ", " + (connection.schema().hasHmac() ? "hmac" : "NULL");
    }

    private static Portion portion(StoppableConnection connection, long from, Hmacs key) throws SQLException {
        PreparedStatement statement = connection.prepare(
                "SELECT " + columns(connection) + " FROM journal_entries WHERE seq >= ? ORDER BY seq LIMIT " + PORTION);
        statement.setLong(1, from);
        List<Long> bad = new ArrayList<>();
        long good = 0;
        long without = 0;
        long last = from;
        int rows = 0;
        try (ResultSet row = statement.executeQuery()) {
            for (; row.next(); rows++) {
                Entry entry = RowReader.WHOLE.entry(row);
                if (entry.seq() < last) {
                    throw JdbcErrors.disorder();
                }
                last = entry.seq();
                String stored = row.getString(RowReader.AFTER_WHOLE);
                if (stored == null) {
                    without++;
                } else if (key.verify(entry, stored)) {
                    good++;
                } else {
                    bad.add(last);
                }
            }
        } catch (SQLException e) {
            // What lies before the damage counts; the next portion will meet it again.
            if (rows == 0 || !JdbcErrors.isDamage(e)) {
                throw e;
            }
            return new Portion(bad, good, without, last, true, JdbcErrors.isDisorder(e));
        }
        return new Portion(bad, good, without, last, rows == PORTION, false);
    }
}
