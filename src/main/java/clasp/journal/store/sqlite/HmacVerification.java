package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HmacReport;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Compares the HMACs that a file holds with those that its entries should have, and goes on after a wrong one.
/// Thread-safe.
public final class HmacVerification {
    private static final int PORTION = 4_096;

    private record Portion(List<Long> bad, long good, long without, long last, boolean more) {}

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

    HmacReport verify(SqliteSource source, LongConsumer bad, Progress progress, Cancellation cancellation) {
        SeqRange range = new MatchReader(source).present(cancellation);
        long good = 0;
        long wrong = 0;
        long without = 0;
        long next = range.first();
        for (boolean more = !range.isEmpty(); more; ) {
            long from = next;
            Portion portion = source.read(
                    Attempt.to("store.tried.verify"), cancellation, connection -> portion(connection, from, key));
            portion.bad().forEach(bad::accept);
            good += portion.good();
            wrong += portion.bad().size();
            without += portion.without();
            more = portion.more() && portion.last() < Long.MAX_VALUE;
            next = portion.last() + 1;
            progress.report(portion.last() - range.first() + 1, range.last() - range.first() + 1);
        }
        return new HmacReport(good, wrong, without);
    }

    private static Portion portion(StoppableConnection connection, long from, Hmacs key) throws SQLException {
        String hmac = connection.schema().hasHmac() ? "hmac" : "NULL";
        PreparedStatement statement = connection.prepare("SELECT " + RowReader.WHOLE.columns() + ", " + hmac
                + " FROM journal_entries WHERE seq >= ? ORDER BY seq LIMIT " + PORTION);
        statement.setLong(1, from);
        List<Long> bad = new ArrayList<>();
        long good = 0;
        long without = 0;
        long last = from;
        int rows = 0;
        try (ResultSet row = statement.executeQuery()) {
            for (; row.next(); rows++) {
                Entry entry = RowReader.WHOLE.entry(row);
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
        }
        return new Portion(bad, good, without, last, rows == PORTION);
    }
}
