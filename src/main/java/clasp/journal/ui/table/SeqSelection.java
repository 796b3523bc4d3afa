package clasp.journal.ui.table;

import clasp.journal.model.SeqRange;
import java.util.ArrayList;
import java.util.List;

/// The selected seqs as ranges, so that selecting everything costs as little as selecting one row. Which rows that are
/// depends on the query: every match whose seq lies in a range. Immutable.
///
/// @param ranges ascending, none empty, none touching the next
record SeqSelection(List<SeqRange> ranges) {
    static final SeqSelection EMPTY = new SeqSelection(List.of());

    SeqSelection {
        ranges = List.copyOf(ranges);
    }

    static SeqSelection of(long one, long other) {
        return EMPTY.with(one, other);
    }

    /// These ranges, which may be in any order and lie over each other.
    static SeqSelection of(List<SeqRange> ranges) {
        SeqSelection result = EMPTY;
        for (SeqRange range : ranges) {
            result = result.with(range.first(), range.last());
        }
        return result;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean contains(long seq) {
        int at = firstEndingAtOrAfter(seq);
        return at < ranges.size() && ranges.get(at).first() <= seq;
    }

    /// Adds every seq from the one to the other, whichever is less.
    SeqSelection with(long one, long other) {
        long first = Math.min(one, other);
        long last = Math.max(one, other);
        List<SeqRange> result = new ArrayList<>(ranges.size() + 1);
        int at = 0;
        for (; at < ranges.size() && endsBefore(ranges.get(at), first); at++) {
            result.add(ranges.get(at));
        }
        for (; at < ranges.size() && !beginsAfter(ranges.get(at), last); at++) {
            first = Math.min(first, ranges.get(at).first());
            last = Math.max(last, ranges.get(at).last());
        }
        result.add(new SeqRange(first, last));
        result.addAll(ranges.subList(at, ranges.size()));
        return new SeqSelection(result);
    }

    SeqSelection without(long seq) {
        List<SeqRange> result = new ArrayList<>(ranges.size() + 1);
        for (SeqRange range : ranges) {
            if (!range.contains(seq)) {
                result.add(range);
                continue;
            }
            if (range.first() < seq) {
                result.add(new SeqRange(range.first(), seq - 1));
            }
            if (seq < range.last()) {
                result.add(new SeqRange(seq + 1, range.last()));
            }
        }
        return new SeqSelection(result);
    }

    SeqSelection toggled(long seq) {
        return contains(seq) ? without(seq) : with(seq, seq);
    }

    /// Whether the range ends before `first` with at least one seq in between.
    private static boolean endsBefore(SeqRange range, long first) {
        return range.last() < first && range.last() + 1 < first;
    }

    private static boolean beginsAfter(SeqRange range, long last) {
        return range.first() > last && range.first() - 1 > last;
    }

    private int firstEndingAtOrAfter(long seq) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).last() < seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
