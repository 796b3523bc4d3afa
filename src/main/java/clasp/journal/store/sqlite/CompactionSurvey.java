package clasp.journal.store.sqlite;

import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionPreview;
import clasp.journal.store.Progress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Works out what a compaction before a seq would take away. Immutable.
record CompactionSurvey(SqliteReader reader, long beforeSeq) {
    private static final Attempt TRIED = Attempt.to("store.tried.survey");

    /// @param lost from the earliest time to the latest; null where nothing is
    private record Amounts(long entries, @Nullable TimeRange lost) {
        static final Amounts NONE = new Amounts(0, null);

        Amounts and(Amounts other) {
            return new Amounts(entries + other.entries, spanned(lost, other.lost));
        }

        private static @Nullable TimeRange spanned(@Nullable TimeRange one, @Nullable TimeRange other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return new TimeRange(
                    Long.compareUnsigned(one.fromMicros(), other.fromMicros()) <= 0
                            ? one.fromMicros()
                            : other.fromMicros(),
                    Long.compareUnsigned(one.toMicros(), other.toMicros()) >= 0 ? one.toMicros() : other.toMicros());
        }
    }

    /// Confined to one thread.
    private static final class Sum {
        private Amounts removed = Amounts.NONE;
        private long kept;

        void remove(Amounts part) {
            removed = removed.and(part);
        }

        void keep(long part) {
            kept += part;
        }
    }

    /// @param lastSets the last SET of each address that nothing covers
    /// @param snapshotAt the latest usable snapshot is of this seq
    private record Uncovered(Map<String, Long> lastSets, long snapshotAt) {
        List<String> since() {
            return addresses(seq -> seq > snapshotAt);
        }

        /// The documented recovery begins after them, with a snapshot that does not have them.
        List<String> forgotten() {
            return addresses(seq -> seq <= snapshotAt);
        }

        private List<String> addresses(LongPredicate lastSet) {
            return lastSets.entrySet().stream()
                    .filter(each -> lastSet.test(each.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    CompactionPreview preview(Progress progress, Cancellation cancellation) {
        long sizeBefore = FileStamp.of(reader.source().file()).sizeBytes();
        SeqRange present = reader.present(cancellation);
        SeqRange going =
                beforeSeq == Long.MIN_VALUE ? SeqRange.NONE : present.and(new SeqRange(Long.MIN_VALUE, beforeSeq - 1));
        SeqRange staying = present.and(new SeqRange(beforeSeq, Long.MAX_VALUE));
        var passes = new SurveyPasses(reader.source(), TRIED, List.of(going, staying, going, staying), progress);
        var amounts = new Sum();
        passes.next(CompactionSurvey::amounts, amounts::remove, cancellation);
        passes.next(CompactionSurvey::count, amounts::keep, cancellation);
        Amounts removed = amounts.removed;
        Uncovered last = removed.entries() == 0 ? new Uncovered(Map.of(), 0) : uncovered(passes, cancellation);
        List<String> uncovered = last.since();
        List<String> forgotten = last.forgotten();
        return new CompactionPreview(
                beforeSeq,
                removed.entries(),
                amounts.kept,
                sizeBefore,
                sizeAfter(sizeBefore, removed.entries(), amounts.kept),
                uncovered.subList(0, Math.min(uncovered.size(), CompactionPreview.MAX_LISTED)),
                uncovered.size(),
                forgotten.subList(0, Math.min(forgotten.size(), CompactionPreview.MAX_LISTED)),
                forgotten.size(),
                removed.lost());
    }

    /// Snapshots stay; entries are taken to be of equal size.
    private long sizeAfter(long sizeBefore, long removed, long kept) {
        long all = removed + kept;
        long snapshots =
                reader.snapshots().stream().mapToLong(SnapshotInfo::sizeBytes).sum();
        long entries = Math.max(0, sizeBefore - snapshots);
        return all == 0 ? sizeBefore : Math.min(sizeBefore, snapshots + (long) ((double) entries / all * kept));
    }

    private static Amounts amounts(StoppableConnection connection, SeqRange part) throws SQLException {
        String t = FilterSql.TIMESTAMP;
        try (ResultSet row = within(
                connection,
                part,
                "SELECT count(*), min(CASE WHEN " + t + " >= 0 THEN " + t + " END), min(" + t + "), max(CASE WHEN " + t
                        + " < 0 THEN " + t + " END), max(" + t
                        + ") FROM journal_entries WHERE seq BETWEEN ? AND ?")) {
            row.next();
            long entries = row.getLong(1);
            return new Amounts(entries, entries == 0 ? null : new TimeRange(either(row, 2, 3), either(row, 4, 5)));
        }
    }

    private static long count(StoppableConnection connection, SeqRange part) throws SQLException {
        try (ResultSet row =
                within(connection, part, "SELECT count(*) FROM journal_entries WHERE seq BETWEEN ? AND ?")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static ResultSet within(StoppableConnection connection, SeqRange part, String sql) throws SQLException {
        PreparedStatement statement = connection.prepare(sql);
        statement.setLong(1, part.first());
        statement.setLong(2, part.last());
        return statement.executeQuery();
    }

    private static long either(ResultSet row, int column, int otherwise) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? row.getLong(otherwise) : value;
    }

    /// Addresses that are SET in what goes, not in what stays, and not in a usable snapshot taken at or after the last
    /// SET.
    private Uncovered uncovered(SurveyPasses passes, Cancellation cancellation) {
        Map<String, Long> lastSet = lastSets(passes, cancellation);
        long latest = Long.MIN_VALUE;
        for (SnapshotInfo info : reader.snapshots().reversed()) {
            if (lastSet.isEmpty()) {
                break;
            }
            Optional<Snapshot> snapshot =
                    reader.snapshot(info.id(), cancellation).filter(Snapshot::usable);
            latest = snapshot.isPresent() && latest == Long.MIN_VALUE ? info.seqAt() : latest;
            snapshot.ifPresent(usable -> usable.params()
                    .forEach(param -> lastSet.computeIfPresent(
                            param.address(), (address, seq) -> seq <= info.seqAt() ? null : seq)));
        }
        return new Uncovered(lastSet, latest);
    }

    /// The last SET of each address whose every SET would go.
    private static Map<String, Long> lastSets(SurveyPasses passes, Cancellation cancellation) {
        Map<String, Long> found = new TreeMap<>(Utf8Order.INSTANCE);
        passes.next(CompactionSurvey::lastSets, found::putAll, cancellation);
        passes.next(CompactionSurvey::addressesSet, staying -> staying.forEach(found::remove), cancellation);
        return found;
    }

    private static Map<String, Long> lastSets(StoppableConnection connection, SeqRange part) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (ResultSet rows = within(
                connection,
                part,
                "SELECT " + FilterSql.ADDRESS + " AS a, max(seq) FROM journal_entries NOT INDEXED"
                        + " WHERE seq BETWEEN ? AND ? AND msg_type = " + MsgType.SET + " GROUP BY a")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        return found;
    }

    private static List<String> addressesSet(StoppableConnection connection, SeqRange part) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = within(
                connection,
                part,
                "SELECT DISTINCT " + FilterSql.ADDRESS + " FROM journal_entries NOT INDEXED"
                        + " WHERE seq BETWEEN ? AND ? AND msg_type = " + MsgType.SET)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
