package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.WholeGlance;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Shows a visitor millions of entries at little cost: from the pages of the file itself, past SQLite, as
/// long as nobody writes to it. Each portion of pages is read as a whole and known to be right before the
/// visitor sees it; the next one is read meanwhile. A row that is not exactly as CLASP writes it is asked
/// of SQLite. Where somebody else has the file open, or its pages are not what they should be, SQLite reads
/// the rest. Thread-safe.
final class GlanceScan {
    private static final Attempt TRIED = Attempt.to("store.tried.entries");
    /// Few pages at first, as it may be few entries that are wanted.
    private static final int FIRST_PAGES = 4;

    private static final int MOST_PAGES = 256;

    private final SqliteSource source;
    private final EntryScan scans;

    GlanceScan(SqliteSource source, EntryScan scans) {
        this.source = source;
        this.scans = scans;
    }

    /// @param leaves in the order of their rows
    /// @param next the first seq that is not among them; null when there is none, or none that is wanted
    record Portion(List<byte[]> leaves, @Nullable Long next, int usable) {}

    void glance(SeqRange range, GlanceVisitor visitor, Cancellation cancellation) {
        if (range.isEmpty()) {
            return;
        }
        FileStamp begun = FileStamp.of(source.file());
        SeqRange rest = new Run(range, visitor, cancellation, begun).fromPages();
        if (!rest.isEmpty()) {
            scans.refuseAnother(begun);
            // From the last one that was seen: what comes behind it out of order is noticed only beside it.
            long begin = Math.max(range.first(), Math.min(rest.first(), rest.first() - 1));
            scans.scan(
                    Filter.ALL,
                    new SeqRange(begin, rest.last()),
                    entry -> {
                        if (entry.seq() >= rest.first() && visitor.wants(entry.seq())) {
                            visitor.see(new WholeGlance(entry));
                        }
                        return true;
                    },
                    cancellation);
        }
    }

    /// Empty when the pages cannot be read from the file itself.
    private Optional<Portion> portion(long from, long last, int most, Cancellation cancellation) {
        return source.readAs(TRIED, cancellation, (access, connection) -> {
            Long root = connection.schema().asClaspDeclares() ? root(connection) : null;
            if (root == null || access instanceof Access.Live || access.cutOff()) {
                return Optional.empty();
            }
            try {
                return source.aside(access, pages -> {
                    List<byte[]> leaves = new TableLeaves(pages).from(root, from, last, most);
                    Long next = leaves.size() < most ? null : after(leaves.getLast(), from);
                    return Optional.of(new Portion(leaves, next, pages.usable()));
                });
            } catch (IOException | IndexOutOfBoundsException notAsItShouldBe) {
                // SQLite tells what is wrong, and where.
                return Optional.empty();
            }
        });
    }

    /// Where the leaf's neighbour begins; null when there is none.
    /// @throws IOException when that is not further on: in a damaged tree the same leaves would come without end
    private static @Nullable Long after(byte[] leaf, long from) throws IOException {
        int rows = LeafRow.rows(leaf);
        long last = rows == 0 ? Long.MAX_VALUE : LeafRow.seq(leaf, rows - 1);
        if (last < from) {
            throw new IOException("A leaf of the table's tree ends before it begins");
        }
        return last == Long.MAX_VALUE ? null : (Long) (last + 1);
    }

    private static @Nullable Long root(StoppableConnection connection) throws SQLException {
        return StateReader.orNull(
                connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'journal_entries' AND type = 'table'");
    }

    private Optional<Entry> asked(long seq, Cancellation cancellation) {
        return source.read(TRIED, cancellation, connection -> {
            PreparedStatement statement =
                    connection.prepare("SELECT " + RowReader.WHOLE.columns() + " FROM journal_entries WHERE seq = ?");
            statement.setLong(1, seq);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(RowReader.WHOLE.entry(row)) : Optional.empty();
            }
        });
    }

    /// One scan. Used by one thread.
    private final class Run {
        private final SeqRange range;
        private final GlanceVisitor visitor;
        private final Cancellation cancellation;
        private final FileStamp begun;
        private final LeafRow.Pools pools = new LeafRow.Pools();
        /// Those of one leaf, used again for the next one.
        private final List<LeafRow> rows = new ArrayList<>();

        private final List<LeafRow> taken = new ArrayList<>();
        /// The next seq to show, as long as not all are shown.
        private long next;

        private boolean allShown;

        Run(SeqRange range, GlanceVisitor visitor, Cancellation cancellation, FileStamp begun) {
            this.range = range;
            this.visitor = visitor;
            this.cancellation = cancellation;
            this.begun = begun;
            next = range.first();
        }

        /// @return what SQLite has to read
        SeqRange fromPages() {
            int most = FIRST_PAGES;
            Optional<Portion> portion = portion(range.first(), range.last(), most, cancellation);
            while (portion.isPresent()) {
                Long ahead = portion.get().next();
                most = Math.min(2 * most, MOST_PAGES);
                int pages = most;
                Future<Optional<Portion>> coming = ahead != null && ahead <= range.last()
                        ? Segments.submit(() -> portion(ahead, range.last(), pages, cancellation))
                        : null;
                scans.refuseAnother(begun);
                if (!show(portion.get())) {
                    break;
                }
                if (coming == null) {
                    return SeqRange.NONE;
                }
                portion = Segments.await(coming);
            }
            return allShown ? SeqRange.NONE : new SeqRange(next, range.last());
        }

        /// @return whether all of it could be shown
        private boolean show(Portion portion) {
            // The first leaf may begin before what was asked for.
            boolean first = true;
            for (byte[] leaf : portion.leaves()) {
                if (allShown) {
                    break;
                }
                cancellation.check();
                try {
                    if (!show(leaf, portion.usable(), first)) {
                        return false;
                    }
                } catch (IndexOutOfBoundsException notAsItShouldBe) {
                    return false;
                }
                first = false;
            }
            return true;
        }

        private boolean show(byte[] leaf, int usable, boolean first) {
            int rowsThere = LeafRow.rows(leaf);
            if (!LeafRow.ascend(leaf)) {
                return false;
            }
            int begin = 0;
            int end = rowsThere;
            while (first && begin < end && LeafRow.seq(leaf, begin) < next) {
                begin++;
            }
            while (begin < end && LeafRow.seq(leaf, end - 1) > range.last()) {
                end--;
            }
            take(leaf, begin, end, usable);
            for (LeafRow row : taken) {
                if (!show(row)) {
                    return false;
                }
            }
            allShown |= end < rowsThere;
            return true;
        }

        private void take(byte[] leaf, int begin, int end, int usable) {
            taken.clear();
            for (int i = begin; i < end; i++) {
                if (visitor.wants(LeafRow.seq(leaf, i))) {
                    if (taken.size() == rows.size()) {
                        rows.add(new LeafRow(pools));
                    }
                    LeafRow row = rows.get(taken.size());
                    row.take(leaf, i, usable);
                    taken.add(row);
                }
            }
            visitor.ahead(taken);
        }

        private Optional<Entry> unlessDamaged(long seq) {
            try {
                return asked(seq, cancellation);
            } catch (DamagedException e) {
                // The scan that reads on from here goes around it.
                return Optional.empty();
            }
        }

        private boolean show(LeafRow row) {
            long seq = row.seq();
            if (seq < next || seq > range.last()) {
                return false;
            }
            if (row.isWhole()) {
                visitor.see(row);
            } else {
                Optional<Entry> entry = unlessDamaged(seq);
                if (entry.isEmpty()) {
                    return false;
                }
                visitor.see(new WholeGlance(entry.get()));
            }
            allShown |= seq == Long.MAX_VALUE;
            next = seq + 1;
            return true;
        }
    }
}
