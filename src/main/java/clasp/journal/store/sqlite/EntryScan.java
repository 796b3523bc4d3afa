package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.JournalException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Passes entries to a visitor, read in portions: each portion is read as a whole and known to be right before the
/// visitor sees it, the visitor may take its time without holding up a writer, and memory stays bounded. Thread-safe.
final class EntryScan {
    private static final int PORTION_ENTRIES = 4_096;
    private static final int PORTION_CHARS = 8 << 20;

    private final SqliteSource source;

    EntryScan(SqliteSource source) {
        this.source = source;
    }

    /// @param last the seq up to which everything was looked at
    private record Portion(List<Entry> entries, long last) {}

    void scan(Filter filter, SeqRange wanted, EntryVisitor visitor, Cancellation cancellation) {
        FilterPlan plan = FilterPlan.of(filter);
        SeqRange range = plan.bounds().and(wanted);
        FileStamp begun = FileStamp.of(source.file());
        while (!range.isEmpty() && !plan.condition().isNever()) {
            SeqRange rest = range;
            Portion portion = source.read("read entries", cancellation, connection -> read(connection, plan, rest));
            if (!begun.sameFile(FileStamp.of(source.file()))) {
                throw new JournalException("“" + source.file().name() + "” was replaced by another file while it was"
                        + " read. What was read so far is of the old one; start again to read the new one.");
            }
            for (Entry entry : portion.entries()) {
                cancellation.check();
                if (!visitor.visit(entry)) {
                    return;
                }
            }
            if (portion.last() >= range.last()) {
                return;
            }
            range = new SeqRange(portion.last() + 1, range.last());
        }
    }

    private static Portion read(StoppableConnection connection, FilterPlan plan, SeqRange range) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT " + RowReader.WHOLE.columns()
                + " FROM journal_entries NOT INDEXED WHERE seq BETWEEN ? AND ? AND ("
                + plan.condition().sql()
                + ") ORDER BY seq");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        plan.condition().bind(statement, 3);
        List<Entry> found = new ArrayList<>();
        int chars = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Entry entry = RowReader.WHOLE.entry(rows);
                if (plan.condition().exact() || plan.filter().matches(entry)) {
                    found.add(entry);
                    chars += entry.valueJson().length();
                    if (found.size() == PORTION_ENTRIES || chars >= PORTION_CHARS) {
                        return new Portion(found, entry.seq());
                    }
                }
            }
        } catch (SQLException e) {
            // What lies before the damage is passed on; the next portion will say what is the matter.
            if (found.isEmpty() || !JdbcErrors.isDamage(e)) {
                throw e;
            }
            return new Portion(found, found.getLast().seq());
        }
        return new Portion(found, range.last());
    }
}
