package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.JournalException;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Passes entries to a visitor, read in portions: each portion is read as a whole and known to be right
/// before the visitor sees it, the visitor may take its time without holding up a writer, and memory stays
/// bounded. After the first stretch of seqs, the next ones are read by other threads while the visitor is busy.
/// Thread-safe.
final class EntryScan {
    private static final Attempt TRIED = Attempt.to("store.tried.entries");
    private static final int PORTION_ENTRIES = 4_096;
    private static final int PORTION_CHARS = 4 << 20;

    private final SqliteSource source;

    EntryScan(SqliteSource source) {
        this.source = source;
    }

    /// @param last the seq up to which everything was looked at
    /// @param full whether it ends where it does because it would have become too large, or because of damage
    /// @param passedOver where rows were whose seqs are damaged
    record Portion(List<Entry> entries, long last, boolean full, List<DamagedPart> passedOver) {
        Portion(List<Entry> entries, long last, boolean full) {
            this(entries, last, full, List.of());
        }
    }

    /// Goes on behind a damaged part of the file; what is missing because of it is said at the end.
    void scan(Filter filter, SeqRange wanted, EntryVisitor visitor, Cancellation cancellation) {
        scan(filter, wanted, visitor, passed -> {}, cancellation);
    }

    /// The same.
    ///
    /// @param passed told now and then up to which seq everything was looked at, also where nothing matches
    void scan(Filter filter, SeqRange wanted, EntryVisitor visitor, LongConsumer passed, Cancellation cancellation) {
        FilterPlan plan = FilterPlan.of(filter);
        SeqRange range = plan.bounds().and(wanted);
        if (!range.isEmpty() && !plan.condition().isNever()) {
            new Run(plan, range, visitor, passed, cancellation).scan();
        }
    }

    /// All that can be read of a file that is known to be damaged: that some are missing is known.
    ///
    /// @param present from the first seq to the last
    /// @param progress in seqs
    void scanReadable(
            Filter filter, SeqRange present, Consumer<Entry> visitor, Progress progress, Cancellation cancellation) {
        long seqs = present.last() - present.first() + 1;
        try {
            scan(
                    filter,
                    SeqRange.ALL,
                    entry -> {
                        visitor.accept(entry);
                        return true;
                    },
                    looked -> progress.report(Math.min(looked, present.last()) - present.first() + 1, seqs),
                    cancellation);
        } catch (MissingEntriesException e) {
            // That is why it is known.
        }
    }

    /// @throws JournalException when there is another file now than there was
    void refuseAnother(FileStamp begun) {
        if (!begun.sameFile(FileStamp.of(source.file()))) {
            throw new JournalException(
                    CoreTexts.text("store.replaced.reading", source.file().name()));
        }
    }

    /// One scan. Used by one thread.
    private final class Run {
        private final FileStamp begun = FileStamp.of(source.file());
        private final DamageReport damage = new DamageReport();
        private final FilterPlan plan;
        private final EntryVisitor visitor;
        private final LongConsumer passed;
        private final Cancellation cancellation;

        /// Where nobody has looked yet; empty when the visitor has enough.
        private SeqRange rest;

        Run(FilterPlan plan, SeqRange range, EntryVisitor visitor, LongConsumer passed, Cancellation cancellation) {
            this.plan = plan;
            this.rest = range;
            this.visitor = visitor;
            this.passed = passed;
            this.cancellation = cancellation;
        }

        void scan() {
            readAhead();
            // What was appended meanwhile, or what lies around a damaged part.
            while (!rest.isEmpty()) {
                Portion portion;
                try {
                    portion = read(rest, cancellation);
                } catch (DamagedException e) {
                    rest = damage.around(source, RowReader.WHOLE.columns(), rest, e, cancellation);
                    readAhead();
                    continue;
                }
                take(portion);
            }
            damage.tell();
        }

        /// Up to the first damage.
        private void readAhead() {
            SeqRange present = present(rest, cancellation);
            if (present.isEmpty()) {
                return;
            }
            // From where nobody has looked yet: a damaged table can have seqs before the first one that it gives.
            SeqRange begin = new SeqRange(rest.first(), endOfFirst(present));
            Optional<Portion> first = unlessDamaged(() -> read(begin, cancellation));
            first.ifPresent(this::take);
            SeqRange left = rest.and(present);
            if (first.isEmpty() || left.isEmpty()) {
                return;
            }
            try (PortionsAhead ahead = new PortionsAhead(left, this::read, cancellation)) {
                Optional<Portion> portion = unlessDamaged(ahead::next);
                while (portion.isPresent()) {
                    take(portion.get());
                    portion = rest.isEmpty() ? Optional.empty() : unlessDamaged(ahead::next);
                }
            }
        }

        /// Only what is read here: damage that the visitor meets elsewhere is its own. The rest is read from there
        /// once more, and that goes around the damage.
        private static Optional<Portion> unlessDamaged(Supplier<@Nullable Portion> reading) {
            try {
                return Optional.ofNullable(reading.get());
            } catch (DamagedException e) {
                return Optional.empty();
            }
        }

        /// All of a short journal, what comes meanwhile, too.
        private long endOfFirst(SeqRange present) {
            boolean isShort = Long.compareUnsigned(present.last() - present.first(), PortionsAhead.FIRST_STRETCH) < 0;
            return isShort ? rest.last() : present.first() + PortionsAhead.FIRST_STRETCH - 1;
        }

        private void take(Portion portion) {
            damage.passedOver(source, TRIED, portion.passedOver());
            for (Entry entry : portion.entries()) {
                cancellation.check();
                if (!visitor.visit(entry)) {
                    rest = SeqRange.NONE;
                    return;
                }
            }
            passed.accept(portion.last());
            rest = portion.last() >= rest.last() ? SeqRange.NONE : new SeqRange(portion.last() + 1, rest.last());
        }

        private Portion read(SeqRange part, Cancellation stop) {
            Portion portion = source.read(TRIED, stop, connection -> EntryScan.read(connection, plan, part));
            refuseAnother(begun);
            return portion;
        }
    }

    /// From the first seq in the range to the last; empty when a damaged table does not tell.
    private SeqRange present(SeqRange range, Cancellation cancellation) {
        return source.read(TRIED, cancellation, connection -> {
            PreparedStatement statement = connection.prepare("SELECT"
                    + " (SELECT min(seq) FROM journal_entries WHERE seq >= ?1),"
                    + " (SELECT max(seq) FROM journal_entries WHERE seq <= ?2)");
            statement.setLong(1, range.first());
            statement.setLong(2, range.last());
            try (ResultSet row = statement.executeQuery()) {
                long first = row.next() ? row.getLong(1) : 0;
                return row.wasNull() ? SeqRange.NONE : new SeqRange(first, row.getLong(2));
            } catch (SQLException e) {
                if (!JdbcErrors.isDamage(e)) {
                    throw e;
                }
                return SeqRange.NONE;
            }
        });
    }

    private static Portion read(StoppableConnection connection, FilterPlan plan, SeqRange range) throws SQLException {
        List<Entry> found = new ArrayList<>();
        int chars = 0;
        SeqRange rest = range;
        while (!rest.isEmpty()) {
            EntryBlock block = block(connection, plan, rest).orElse(null);
            if (block == null) {
                return found.isEmpty() ? oneByOne(connection, plan, rest) : new Portion(found, rest.first() - 1, true);
            }
            for (Entry entry : block.entries()) {
                if (plan.condition().exact() || plan.filter().matches(entry)) {
                    found.add(entry);
                    chars += entry.valueJson().length();
                }
            }
            if (found.size() >= PORTION_ENTRIES || chars >= PORTION_CHARS) {
                return new Portion(found, block.last(), true);
            }
            rest = block.last() == rest.last() ? SeqRange.NONE : new SeqRange(block.last() + 1, rest.last());
        }
        return new Portion(found, range.last(), false);
    }

    /// Empty when its entries have to be read one by one, as they have where the file is damaged.
    private static Optional<EntryBlock> block(StoppableConnection connection, FilterPlan plan, SeqRange range)
            throws SQLException {
        try {
            return EntryBlock.read(connection, plan.condition(), range);
        } catch (SQLException e) {
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Portion oneByOne(StoppableConnection connection, FilterPlan plan, SeqRange range)
            throws SQLException {
        // Where SQLite sorts them, they are in order.
        String where = connection.schema().seqIsRowid()
                ? EntryBlock.where(plan.condition())
                : "seq BETWEEN ?1 AND ?2 AND (" + plan.condition().sql() + ")";
        PreparedStatement statement = connection.prepare("SELECT " + RowReader.WHOLE.columns()
                + " FROM journal_entries NOT INDEXED WHERE " + where + " ORDER BY seq");
        SeqSeek.Begin begin = SeqSeek.begin(connection, range.first());
        statement.setLong(1, begin.seq());
        statement.setLong(2, range.last());
        plan.condition().bind(statement, 3);
        return new OneByOne(plan, range, begin.before()).read(connection, statement);
    }

    /// Reads what cannot be read in blocks. Used once.
    private static final class OneByOne {
        private final FilterPlan plan;
        private final SeqRange range;
        private final InOrder<Optional<Entry>> inOrder;
        private final List<Entry> found = new ArrayList<>();
        private int chars;

        OneByOne(FilterPlan plan, SeqRange range, long before) {
            this.plan = plan;
            this.range = range;
            inOrder = new InOrder<>(range, before);
        }

        Portion read(StoppableConnection connection, PreparedStatement statement) throws SQLException {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long seq = rows.getLong(1);
                    Optional<Entry> entry =
                            seq > range.last() ? ifReadable(rows) : Optional.of(RowReader.WHOLE.entry(rows));
                    InOrder.Numbered<Optional<Entry>> before = inOrder.next(seq, entry);
                    if (before == null) {
                        continue;
                    }
                    if (before.seq() > range.last()) {
                        break;
                    }
                    take(before);
                    if (found.size() == PORTION_ENTRIES || chars >= PORTION_CHARS) {
                        return new Portion(found, before.seq(), true, inOrder.passedOver());
                    }
                }
            } catch (SQLException e) {
                if (!JdbcErrors.isDamage(e)) {
                    throw e;
                }
                // The one before the damage is right when it is found by its seq, too.
                InOrder.Numbered<Optional<Entry>> last =
                        inOrder.endJudged(row -> SeqSeek.finds(connection, row.seq(), row.row()));
                if (last != null && last.seq() > range.last()) {
                    return new Portion(found, range.last(), false, inOrder.passedOver());
                }
                take(last);
                if (found.isEmpty()) {
                    throw e;
                }
                // What lies before the damage is passed on; the next portion will meet it again.
                return new Portion(found, found.getLast().seq(), true, inOrder.passedOver());
            }
            take(inOrder.end());
            return new Portion(found, range.last(), false, inOrder.passedOver());
        }

        /// Damage of what lies behind the range is no matter of it.
        private static Optional<Entry> ifReadable(ResultSet rows) throws SQLException {
            try {
                return Optional.of(RowReader.WHOLE.entry(rows));
            } catch (SQLException e) {
                if (!JdbcErrors.isDamage(e)) {
                    throw e;
                }
                return Optional.empty();
            }
        }

        private void take(InOrder.@Nullable Numbered<Optional<Entry>> row) {
            Entry entry = row == null ? null : row.row().orElse(null);
            if (entry != null
                    && entry.seq() <= range.last()
                    && (plan.condition().exact() || plan.filter().matches(entry))) {
                found.add(entry);
                chars += entry.valueJson().length();
            }
        }
    }
}
