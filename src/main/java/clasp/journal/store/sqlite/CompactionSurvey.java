package clasp.journal.store.sqlite;

import clasp.journal.model.MsgType;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Works out what a compaction before a seq would take away. Immutable.
record CompactionSurvey(SqliteReader reader, long beforeSeq) {
    private static final String TRIED = "work out what compaction would remove";

    private record Amounts(
            long removed, long kept, @Nullable TimeRange lost) {}

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
        Amounts amounts = reader.source().read(TRIED, cancellation, this::amounts);
        progress.report(1, 2);
        Uncovered last = amounts.removed() == 0 ? new Uncovered(Map.of(), 0) : uncovered(cancellation);
        List<String> uncovered = last.since();
        List<String> forgotten = last.forgotten();
        progress.report(2, 2);
        return new CompactionPreview(
                beforeSeq,
                amounts.removed(),
                amounts.kept(),
                sizeBefore,
                sizeAfter(sizeBefore, amounts),
                uncovered.subList(0, Math.min(uncovered.size(), CompactionPreview.MAX_LISTED)),
                uncovered.size(),
                forgotten.subList(0, Math.min(forgotten.size(), CompactionPreview.MAX_LISTED)),
                forgotten.size(),
                amounts.lost());
    }

    /// Snapshots stay; entries are taken to be of equal size.
    private long sizeAfter(long sizeBefore, Amounts amounts) {
        long all = amounts.removed() + amounts.kept();
        long snapshots =
                reader.snapshots().stream().mapToLong(SnapshotInfo::sizeBytes).sum();
        long entries = Math.max(0, sizeBefore - snapshots);
        return all == 0
                ? sizeBefore
                : Math.min(sizeBefore, snapshots + (long) ((double) entries / all * amounts.kept()));
    }

    private Amounts amounts(StoppableConnection connection) throws SQLException {
        String t = FilterSql.TIMESTAMP;
        PreparedStatement statement = connection.prepare("SELECT count(*), min(CASE WHEN " + t + " >= 0 THEN " + t
                + " END), min(" + t + "), max(CASE WHEN " + t + " < 0 THEN " + t + " END), max(" + t
                + ") FROM journal_entries WHERE seq < ?");
        statement.setLong(1, beforeSeq);
        long removed;
        TimeRange lost = null;
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            removed = row.getLong(1);
            if (removed > 0) {
                lost = new TimeRange(either(row, 2, 3), either(row, 4, 5));
            }
        }
        PreparedStatement kept = connection.prepare("SELECT count(*) FROM journal_entries WHERE seq >= ?");
        kept.setLong(1, beforeSeq);
        try (ResultSet row = kept.executeQuery()) {
            return new Amounts(removed, row.next() ? row.getLong(1) : 0, lost);
        }
    }

    private static long either(ResultSet row, int column, int otherwise) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? row.getLong(otherwise) : value;
    }

    /// Addresses that are SET in what goes, not in what stays, and not in a usable snapshot taken at or after the last
    /// SET.
    private Uncovered uncovered(Cancellation cancellation) {
        Map<String, Long> lastSet = reader.source().read(TRIED, cancellation, this::lastSets);
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
    private Map<String, Long> lastSets(StoppableConnection connection) throws SQLException {
        Map<String, Long> found = new TreeMap<>(Utf8Order.INSTANCE);
        PreparedStatement statement = connection.prepare("SELECT " + FilterSql.ADDRESS + " AS a, max(seq) FROM"
                + " journal_entries NOT INDEXED WHERE seq < ? AND msg_type = " + MsgType.SET + " GROUP BY a");
        statement.setLong(1, beforeSeq);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        PreparedStatement staying = connection.prepare("SELECT DISTINCT " + FilterSql.ADDRESS
                + " FROM journal_entries NOT INDEXED WHERE seq >= ? AND msg_type = " + MsgType.SET);
        staying.setLong(1, beforeSeq);
        try (ResultSet rows = staying.executeQuery()) {
            while (rows.next() && !found.isEmpty()) {
                found.remove(rows.getString(1));
            }
        }
        return found;
    }
}
