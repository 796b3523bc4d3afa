package clasp.journal.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Two seqs of which reading gives the second right behind the first, in either direction. Where the second row is
/// not at its place in the table, those between are behind it, and nobody comes by them who reads on behind the second
/// seq. Immutable.
record Jump(long from, long to) {
    /// Whether no rows are lost to others that are not at their place in the table: neither before these seqs nor in
    /// the widest jump among them.
    ///
    /// @param before the seq from which on they were read, without itself
    /// @param seqs ascend or descend
    static boolean overNothing(StoppableConnection connection, long before, List<Long> seqs) throws SQLException {
        return seqs.isEmpty()
                || new Jump(before, seqs.getFirst()).isOverNothing(connection)
                        && widest(seqs).isOverNothing(connection);
    }

    private static Jump widest(List<Long> seqs) {
        Jump widest = new Jump(seqs.getFirst(), seqs.getFirst());
        for (int i = 1; i < seqs.size(); i++) {
            Jump jump = new Jump(seqs.get(i - 1), seqs.get(i));
            widest = jump.isWiderThan(widest) ? jump : widest;
        }
        return widest;
    }

    boolean isWiderThan(Jump other) {
        return Long.compareUnsigned(Math.abs(to - from), Math.abs(other.to - other.from)) > 0;
    }

    private boolean isStep() {
        return from == to || from + 1 == to || from - 1 == to;
    }

    /// Whether SQLite finds no row between, looking from the second seq.
    private boolean isOverNothing(StoppableConnection connection) throws SQLException {
        if (isStep() || !connection.schema().seqIsRowid()) {
            return true;
        }
        boolean up = from < to;
        PreparedStatement next = connection.prepare("SELECT " + (up ? "max" : "min")
                + "(seq) FROM journal_entries NOT INDEXED WHERE seq " + (up ? "<" : ">") + " ?");
        next.setLong(1, to);
        try (ResultSet row = next.executeQuery()) {
            long seq = row.next() ? row.getLong(1) : from;
            return row.wasNull() || (up ? seq <= from : seq >= from);
        }
    }
}
