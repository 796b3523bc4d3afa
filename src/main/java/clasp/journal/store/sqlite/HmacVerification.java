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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Compares the HMACs that a file holds with those that its entries should have, and goes on after a wrong one.
/// Thread-safe.
public final class HmacVerification {
    private static final int PORTION = 4_096;

    private static final Attempt TRIED = Attempt.to("store.tried.verify");

    private record Judged(Entry entry, Verdict verdict) {}

    private enum Verdict {
        GOOD,
        BAD,
        WITHOUT
    }

    /// @param last the last one that was looked at
    /// @param more whether there may be others behind it
    private record Portion(
            List<InOrder.Numbered<Judged>> rows, long last, boolean more, List<DamagedPart> passedOver) {}

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

    /// The same, of what is left of the file where it is damaged.
    public HmacReport verifyLeft(Path file, LongConsumer bad, Progress progress, Cancellation cancellation) {
        try (SqliteSource source = SqliteSource.leftIfDamaged(JournalFile.existing(file), progress, cancellation)) {
            return verify(source, bad, progress, cancellation);
        }
    }

    /// Goes on behind a damaged part of the file.
    HmacReport verify(SqliteSource source, LongConsumer bad, Progress progress, Cancellation cancellation) {
        SeqRange present = present(source, cancellation);
        DamageReport damage = new DamageReport();
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        // A damaged table can have seqs before the first one that it tells.
        SeqRange rest = present.isEmpty() ? present : SeqRange.ALL;
        while (!rest.isEmpty()) {
            long from = rest.first();
            Portion portion;
            try {
                portion = source.read(TRIED, cancellation, connection -> portion(connection, from));
            } catch (DamagedException e) {
                String columns = source.read(TRIED, cancellation, HmacVerification::columns);
                rest = damage.around(source, columns, rest, e, cancellation);
                continue;
            }
            damage.passedOver(source, TRIED, portion.passedOver());
            for (InOrder.Numbered<Judged> row : portion.rows()) {
                counts.merge(row.row().verdict(), 1L, Long::sum);
                if (row.row().verdict() == Verdict.BAD) {
                    bad.accept(row.seq());
                }
            }
            rest = portion.more() && portion.last() < Long.MAX_VALUE
                    ? new SeqRange(portion.last() + 1, Long.MAX_VALUE)
                    : SeqRange.NONE;
            progress.report(portion.last() - present.first() + 1, present.last() - present.first() + 1);
        }
        Optional<MissingEntriesException> missing = damage.missing();
        return new HmacReport(
                counts.getOrDefault(Verdict.GOOD, 0L),
                counts.getOrDefault(Verdict.BAD, 0L),
                counts.getOrDefault(Verdict.WITHOUT, 0L),
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

    private Portion portion(StoppableConnection connection, long from) throws SQLException {
        PreparedStatement statement = connection.prepare(
                "SELECT " + columns(connection) + " FROM journal_entries WHERE seq >= ? ORDER BY seq");
        SeqSeek.Begin begin = SeqSeek.begin(connection, from);
        statement.setLong(1, begin.seq());
        var inOrder = new InOrder<Judged>(new SeqRange(from, Long.MAX_VALUE), begin.before());
        List<InOrder.Numbered<Judged>> rows = new ArrayList<>(PORTION);
        boolean more = false;
        try (ResultSet row = statement.executeQuery()) {
            while (!more && row.next()) {
                Entry entry = RowReader.WHOLE.entry(row);
                Verdict verdict = verdict(entry, row.getString(RowReader.AFTER_WHOLE));
                add(inOrder.next(entry.seq(), new Judged(entry, verdict)), rows);
                more = rows.size() == PORTION;
            }
        } catch (SQLException e) {
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
            add(
                    inOrder.endJudged(last -> SeqSeek.finds(
                            connection, last.seq(), Optional.of(last.row().entry()))),
                    rows);
            // What lies before the damage counts; the next portion will meet it again.
            if (rows.isEmpty()) {
                throw e;
            }
            more = true;
        }
        if (!more) {
            add(inOrder.end(), rows);
        }
        return new Portion(rows, rows.isEmpty() ? from : rows.getLast().seq(), more, inOrder.passedOver());
    }

    private static void add(InOrder.@Nullable Numbered<Judged> row, List<InOrder.Numbered<Judged>> rows) {
        if (row != null) {
            rows.add(row);
        }
    }

    private Verdict verdict(Entry entry, @Nullable String stored) {
        if (stored == null) {
            return Verdict.WITHOUT;
        }
        return key.verify(entry, stored) ? Verdict.GOOD : Verdict.BAD;
    }
}
