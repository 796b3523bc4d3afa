package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Direction;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.store.SeqBitmap;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the matches nearest to a seq. Most filters have them within a few thousand entries, so these are read first,
/// in order. Where that is not enough, the indexes are asked: a condition that few entries fulfil gives them away, and
/// only those are looked up; any other one tells up to where nothing can match, and reading goes on from there, segment
/// by segment. Used for one page or one segment on one connection.
final class PageSearch {
    /// How much is tried before something else is.
    ///
    /// @param firstStretch so many seqs are read before the indexes are asked
    /// @param candidates so many entries are looked up one by one at most
    /// @param segment what is left is read in pieces of at least so many seqs, by all processors
    record Effort(long firstStretch, int candidates, long segment) {
        static final Effort USUAL = new Effort(16_384, 50_000, 131_072);
    }

    /// What is near, in order.
    ///
    /// @param rest where more may be; empty when the page is full, or what follows is damaged
    /// @param parts what the indexes know of the filter, when there is a rest
    /// @param candidates entries of the rest that an index gives away, among which all matches are; empty when they
    ///     are not few, or were looked at
    /// @param damaged whether something may be missing behind the last of the rows
    record Near(
            List<Row> rows, SeqRange rest, List<IndexedPart> parts, Optional<SeqBitmap> candidates, boolean damaged) {
        Near(List<Row> rows, SeqRange rest, List<IndexedPart> parts) {
            this(rows, rest, parts, Optional.empty(), false);
        }
    }

    /// What a segment has, in order.
    ///
    /// @param damaged whether something may be missing behind the last of them
    record Found(List<Row> rows, boolean damaged) {}

    private static final long EVERYTHING = Long.MAX_VALUE;
    private static final int GROWTH = 4;

    /// So many entries are read in order in the time of one look-up.
    private static final int READ_FOR_A_LOOK_UP = 4;

    private static final int MAX_STRETCH = 1 << 20;

    private static final int LOOKED_UP_AT_ONCE = 1_024;

    /// As many as a list of an index may have; one more must still be a number.
    private static final int MOST_SEQS = Integer.MAX_VALUE - 1;

    private static final String CHOSEN = "seq IN (SELECT value FROM json_each(?))";

    private final StoppableConnection connection;
    private final FilterPlan plan;
    private final PageRequest request;
    private final Effort effort;
    private final boolean forward;
    private final RowReader reader;
    private final List<Row> found = new ArrayList<>();
    private boolean damageMet;

    PageSearch(StoppableConnection connection, FilterPlan plan, PageRequest request, Effort effort) {
        this.connection = connection;
        this.plan = plan;
        this.request = request;
        this.effort = effort;
        forward = request.direction() == Direction.FORWARD;
        reader = plan.needsValue() ? RowReader.WHOLE : RowReader.cut(request.maxValueChars());
    }

    /// Whether something was damaged and gone around.
    boolean damageMet() {
        return damageMet;
    }

    /// Looks near by, and at the few entries that an index may give away.
    ///
    /// @param range where matches are wanted
    Near near(SeqRange range) throws SQLException {
        List<IndexedPart> parts = new ArrayList<>();
        try {
            return search(range, parts);
        } catch (SQLException e) {
            keepOrThrow(e);
            return new Near(found, SeqRange.NONE, parts, Optional.empty(), true);
        }
    }

    private Near search(SeqRange range, List<IndexedPart> parts) throws SQLException {
        SeqRange rest = read(range, plan.condition().isAlways() ? EVERYTHING : effort.firstStretch());
        if (plan.condition().isAlways()) {
            damageMet |= !sound(() -> arePlaced(range), true);
        }
        if (rest.isEmpty() || full()) {
            return new Near(found, SeqRange.NONE, parts);
        }
        SeqRange open = sound(() -> rest.and(TimeBlocks.present(connection)), rest);
        parts.addAll(sound(() -> IndexedPart.of(connection, plan.filter()), List.of()));
        Optional<SeqBitmap> candidates = sound(() -> candidates(parts, open), Optional.empty());
        if (candidates.isEmpty()) {
            return new Near(found, open, parts);
        }
        if (candidates.get().size() > effort.firstStretch() / READ_FOR_A_LOOK_UP
                && parts.stream().anyMatch(part -> !part.time().isAll())) {
            return new Near(found, open, parts, candidates, false);
        }
        lookUp(candidates.get(), SeqRange.ALL);
        return new Near(found, SeqRange.NONE, parts);
    }

    /// Whether no rows are lost to others that are not at their place in the table.
    private boolean arePlaced(SeqRange range) throws SQLException {
        List<Long> seqs = found.stream().map(row -> row.entry().seq()).toList();
        long before = forward ? Math.min(range.first(), range.first() - 1) : Math.max(range.last(), range.last() + 1);
        return Jump.overNothing(connection, before, seqs);
    }

    /// Looks at the few entries that an index may give away, now that it is known between which seqs those of the
    /// wanted time are; empty when they are not few, or are damaged.
    Optional<List<Row>> few(SeqRange within, Near near) throws SQLException {
        Optional<SeqBitmap> candidates = near.candidates().isPresent()
                ? near.candidates()
                : sound(() -> candidates(near.parts(), within), Optional.empty());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        boolean read = sound(
                () -> {
                    lookUp(candidates.get(), within);
                    return true;
                },
                false);
        return read ? Optional.of(found) : Optional.empty();
    }

    /// The seqs within the range that all parts list; empty where an index is damaged, or lists more than can be
    /// counted.
    Optional<SeqBitmap> meetings(List<IndexedPart> parts, SeqRange within) throws SQLException {
        return sound(
                () -> {
                    SeqBitmap common = null;
                    for (IndexedPart part : parts) {
                        SeqBitmap among = common;
                        common = part.seqs(connection, within, seq -> among == null || among.contains(seq), MOST_SEQS);
                        if (common == null || common.isEmpty()) {
                            return Optional.ofNullable(common);
                        }
                    }
                    return Optional.ofNullable(common);
                },
                Optional.empty());
    }

    /// Reads the segment, but where the indexes say that nothing can be.
    ///
    /// @param among all matches are among these
    Found through(SeqRange segment, List<IndexedPart> parts, Optional<SeqBitmap> among) throws SQLException {
        try {
            if (among.isPresent() && among.get().count(segment) < effort.segment() / READ_FOR_A_LOOK_UP) {
                lookUp(among.get(), segment);
            } else {
                leapAndRead(segment, parts);
            }
            return new Found(found, false);
        } catch (SQLException e) {
            keepOrThrow(e);
            return new Found(found, true);
        }
    }

    /// What lies before the damage is worth showing; the page after it will say what is the matter.
    private void keepOrThrow(SQLException e) throws SQLException {
        if (found.isEmpty() || !JdbcErrors.isDamage(e)) {
            throw e;
        }
        damageMet = true;
    }

    private void leapAndRead(SeqRange segment, List<IndexedPart> parts) throws SQLException {
        SeqRange rest = segment;
        for (long stretch = effort.firstStretch(); !rest.isEmpty() && !full(); ) {
            for (IndexedPart part : parts) {
                SeqRange before = rest;
                rest = sound(() -> part.leap(connection, before, request.direction()), before);
            }
            stretch = parts.isEmpty() ? EVERYTHING : Math.min(stretch * GROWTH, MAX_STRETCH);
            rest = rest.isEmpty() ? rest : read(rest, stretch);
        }
    }

    @FunctionalInterface
    private interface Look<T> {
        T ask() throws SQLException;
    }

    /// What the indexes say; where they are damaged, that is no reason not to read the table.
    private <T> T sound(Look<T> look, T otherwise) throws SQLException {
        try {
            return look.ask();
        } catch (SQLException e) {
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
            damageMet = true;
            return otherwise;
        }
    }

    /// The fewest seqs that one part gives; empty when all give too many.
    private Optional<SeqBitmap> candidates(List<IndexedPart> parts, SeqRange bounds) throws SQLException {
        SeqBitmap fewest = null;
        for (IndexedPart part : parts) {
            int max = fewest == null ? effort.candidates() : (int) fewest.size();
            SeqBitmap seqs = part.seqs(connection, bounds, seq -> true, max);
            fewest = seqs == null ? fewest : seqs;
        }
        return Optional.ofNullable(fewest);
    }

    private boolean full() {
        return found.size() >= request.maxEntries();
    }

    /// Reads the nearest seqs of the range; returns the rest of it.
    private SeqRange read(SeqRange range, long seqs) throws SQLException {
        SeqRange near = seqs == EVERYTHING ? range : nearest(range, seqs);
        if (near.isEmpty()) {
            return SeqRange.NONE;
        }
        if (sound(() -> SeqSeek.misled(connection, forward ? near.first() : near.last(), forward), false)) {
            damageMet = true;
        }
        // Outside of the range, too: a row that seems to lie there may be one with a damaged seq.
        PreparedStatement statement =
                prepare((forward ? "seq >= ?1" : "seq <= ?2") + " AND (+seq NOT BETWEEN ?1 AND ?2 OR (%s))");
        statement.setLong(1, near.first());
        statement.setLong(2, near.last());
        plan.condition().bind(statement, 3);
        collect(statement, near);
        if (near.first() == range.first() && !forward || near.last() == range.last() && forward) {
            return SeqRange.NONE;
        }
        return forward ? new SeqRange(near.last() + 1, range.last()) : new SeqRange(range.first(), near.first() - 1);
    }

    /// So many seqs from the nearest one on that is there.
    private SeqRange nearest(SeqRange range, long seqs) throws SQLException {
        PreparedStatement statement = connection.prepare(
                "SELECT " + (forward ? "min" : "max") + "(seq) FROM journal_entries WHERE seq BETWEEN ? AND ?");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        try (ResultSet row = statement.executeQuery()) {
            long seq = row.next() ? row.getLong(1) : 0;
            if (row.wasNull()) {
                return SeqRange.NONE;
            }
            long end = forward ? seq + seqs - 1 : seq - seqs + 1;
            boolean beyond = forward ? end < seq : end > seq;
            // From the begin of the range on: the seq that is nearest may be damaged.
            return beyond
                    ? range
                    : range.and(forward ? new SeqRange(range.first(), end) : new SeqRange(end, range.last()));
        }
    }

    /// Looks at these entries only, the nearest first, and only at those within the range.
    private void lookUp(SeqBitmap candidates, SeqRange within) throws SQLException {
        long first = candidates.rank(within.first());
        long count = candidates.count(within);
        for (long done = 0; done < count && !full(); done += LOOKED_UP_AT_ONCE) {
            long end = Math.min(done + LOOKED_UP_AT_ONCE, count);
            StringBuilder seqs = new StringBuilder("[");
            for (long i = done; i < end; i++) {
                long rank = first + (forward ? i : count - 1 - i);
                seqs.append(i > done ? "," : "").append(candidates.select(rank));
            }
            PreparedStatement statement = prepare(CHOSEN + " AND (%s)");
            statement.setString(1, seqs.append(']').toString());
            plan.condition().bind(statement, 2);
            collect(statement, within);
        }
    }

    /// @param where with a place for the condition of the filter
    private PreparedStatement prepare(String where) throws SQLException {
        return connection.prepare("SELECT " + reader.columns() + " FROM journal_entries NOT INDEXED WHERE "
                + where.formatted(plan.condition().sql()) + order());
    }

    private String order() {
        return " ORDER BY seq" + (forward ? "" : " DESC");
    }

    private void collect(PreparedStatement statement, SeqRange range) throws SQLException {
        // Turned around for the other direction, in which seqs descend.
        SeqRange wanted = forward ? range : new SeqRange(~range.last(), ~range.first());
        // No row before the range is asked for.
        var inOrder = new InOrder<Optional<Row>>(wanted, Math.min(wanted.first(), wanted.first() - 1));
        try (ResultSet rows = statement.executeQuery()) {
            boolean ended = false;
            while (!full() && !ended && rows.next()) {
                long seq = rows.getLong(1);
                boolean inside = range.contains(seq);
                Optional<Row> row = inside ? row(rows) : Optional.empty();
                if (!inside || row.isPresent()) {
                    InOrder.Numbered<Optional<Row>> before = inOrder.next(forward ? seq : ~seq, row);
                    add(before);
                    // What follows the last one will be asked for behind it.
                    if (row.isPresent() && found.size() == request.maxEntries() - 1) {
                        add(inOrder.endJudged(this::isFound));
                    }
                    ended = before != null && before.row().isEmpty();
                }
            }
            if (!full()) {
                add(inOrder.endJudged(this::isFound));
                add(inOrder.end());
            }
        } catch (SQLException e) {
            if (JdbcErrors.isDamage(e)) {
                add(inOrder.endJudged(this::isFound));
            }
            throw e;
        } finally {
            damageMet |= !inOrder.passedOver().isEmpty();
        }
    }

    private void add(InOrder.@Nullable Numbered<Optional<Row>> row) {
        if (row != null) {
            row.row().ifPresent(found::add);
        }
    }

    /// Empty where the filter does not match.
    private Optional<Row> row(ResultSet rows) throws SQLException {
        if (plan.needsValue()) {
            Entry entry = reader.entry(rows);
            return plan.filter().matches(entry)
                    ? Optional.of(RowReader.cut(entry, request.maxValueChars()))
                    : Optional.empty();
        }
        Row row = reader.row(rows);
        return plan.condition().exact() || plan.filter().matches(row.entry()) ? Optional.of(row) : Optional.empty();
    }

    /// Whether SQLite finds a row by its seq, and behind it one that is, too: it does not where the seq is
    /// damaged. Only the seq counts where the row was not read.
    private boolean isFound(InOrder.Numbered<Optional<Row>> numbered) throws SQLException {
        if (!connection.schema().seqIsRowid()) {
            return true;
        }
        long seq = forward ? numbered.seq() : ~numbered.seq();
        Optional<Row> row = numbered.row();
        PreparedStatement statement =
                connection.prepare("SELECT " + reader.columns() + " FROM journal_entries NOT INDEXED WHERE seq "
                        + (forward ? ">=" : "<=") + " ?" + order() + " LIMIT 2");
        statement.setLong(1, seq);
        boolean same = false;
        try (ResultSet rows = statement.executeQuery()) {
            same = rows.next()
                    && rows.getLong(1) == seq
                    && (row.isEmpty() || row(rows).equals(row));
            return same && (!rows.next() || (forward ? rows.getLong(1) > seq : rows.getLong(1) < seq));
        } catch (SQLException e) {
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
            return same;
        }
    }
}
