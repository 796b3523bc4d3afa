package clasp.journal.store.sqlite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The numbers of the rows in one leaf, in which they ascend: those that do not are damaged. As many as can
/// be are taken to be right. Immutable.
final class RowNumbers {
    /// With fewer that are in order it is no more than a guess which of them are right.
    private static final int FEW = 3;

    /// What a row is worth that is in order, and one more where it follows without a gap.
    private static final int ROW = 2;

    private final List<RowNumber> rows;

    private RowNumbers(List<RowNumber> rows) {
        this.rows = List.copyOf(rows);
    }

    /// @param stored as they stand in the page, in its order; empty for a place where no row can be read
    static RowNumbers of(List<Optional<Long>> stored) {
        BitSet right = ascending(stored);
        boolean tells = right.cardinality() >= FEW;
        List<RowNumber> rows = new ArrayList<>(stored.size());
        for (int row = 0; row < stored.size(); row++) {
            long number = stored.get(row).orElse(0L);
            if (right.get(row)) {
                rows.add(new RowNumber(number, number, Numbering.IN_ORDER));
            } else {
                long byPlace = tells ? byPlace(stored, right, row) : 0;
                rows.add(
                        byPlace > 0
                                ? new RowNumber(number, byPlace, Numbering.BY_PLACE)
                                : new RowNumber(number, number, Numbering.DAMAGED));
            }
        }
        if (rows.size() > FEW) {
            doubtApart(rows, 0, 1);
            doubtApart(rows, rows.size() - 1, -1);
        }
        return new RowNumbers(rows);
    }

    /// The row at an end, when the next ones follow each other and not it.
    ///
    /// @param inwards 1 at the begin, -1 at the end
    private static void doubtApart(List<RowNumber> rows, int end, int inwards) {
        long next = rows.get(end + inwards).stored();
        long stored = rows.get(end).stored();
        boolean follow = rows.get(end).numbering() == Numbering.IN_ORDER;
        for (int row = 1; row <= FEW && follow; row++) {
            RowNumber other = rows.get(end + row * inwards);
            follow = other.numbering() == Numbering.IN_ORDER && other.stored() == next + (row - 1L) * inwards;
        }
        if (follow && stored != next - inwards) {
            rows.set(end, new RowNumber(stored, next - inwards, Numbering.AT_EDGE));
        }
    }

    /// As many behind the one before that is right as it has places between them; before the first one, from that on
    /// backwards. 0 where the one behind leaves no room.
    private static long byPlace(List<Optional<Long>> stored, BitSet right, int row) {
        int before = right.previousSetBit(row);
        int behind = right.nextSetBit(row);
        if (before < 0) {
            return stored.get(behind).orElseThrow() - (behind - row);
        }
        long first = stored.get(before).orElseThrow();
        boolean room = behind < 0 || stored.get(behind).orElseThrow() - first >= behind - before;
        return room ? first + (row - before) : 0;
    }

    /// The most of them that ascend; where it can be one or the other, that which follows without a gap.
    private static BitSet ascending(List<Optional<Long>> stored) {
        int rows = stored.size();
        BitSet all = new BitSet(rows);
        all.set(0, rows);
        if (inOrder(stored)) {
            return all;
        }
        int[] worth = new int[rows];
        int[] before = new int[rows];
        int best = -1;
        for (int row = 0; row < rows; row++) {
            if (stored.get(row).isPresent()) {
                before[row] = -1;
                worth[row] = ROW;
                for (int earlier = 0; earlier < row; earlier++) {
                    int together = worth[earlier] + ROW + bonus(stored, earlier, row);
                    if (follows(stored, earlier, row) && together >= worth[row]) {
                        worth[row] = together;
                        before[row] = earlier;
                    }
                }
                best = best < 0 || worth[row] >= worth[best] ? row : best;
            }
        }
        BitSet found = new BitSet(rows);
        for (int row = best; row >= 0; row = before[row]) {
            found.set(row);
        }
        return found;
    }

    private static boolean inOrder(List<Optional<Long>> stored) {
        return IntStream.range(0, stored.size())
                .allMatch(row -> stored.get(row).isPresent() && (row == 0 || follows(stored, row - 1, row)));
    }

    private static boolean follows(List<Optional<Long>> stored, int earlier, int row) {
        return stored.get(earlier).isPresent()
                && stored.get(earlier).get() < stored.get(row).orElseThrow();
    }

    private static int bonus(List<Optional<Long>> stored, int earlier, int row) {
        long distance = stored.get(row).orElseThrow() - stored.get(earlier).orElse(0L);
        return distance == row - earlier ? 1 : 0;
    }

    /// That of the row at a place of the leaf.
    RowNumber number(int row) {
        return rows.get(row);
    }
}
