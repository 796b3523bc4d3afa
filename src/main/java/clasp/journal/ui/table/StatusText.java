package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says how many entries match, as exactly as it is known so far. Thread-safe.
final class StatusText {
    private static final String BETWEEN = " · ";

    private StatusText() {}

    /// @param all numbers of the whole journal
    /// @param loaded matches seen so far
    /// @param firstPageNanos how long the first page took; negative while it is awaited
    static String of(
            Filter filter,
            RowNumbering matches,
            RowNumbering all,
            int loaded,
            long firstPageNanos,
            SeqSelection selection) {
        List<String> parts = new ArrayList<>();
        boolean everything = filter.equals(Filter.ALL);
        long rows = all.numbers().rows();
        String total = NumberText.grouped(rows);
        boolean exact = matches.numbers().exact();
        if (everything) {
            parts.add(exact ? Texts.text("table.status.all", total, rows) : Texts.text("table.status.about", total));
        } else if (exact) {
            parts.add(Texts.text(
                    "table.status.some", NumberText.grouped(matches.numbers().rows()), total, rows));
        } else {
            parts.add(Texts.text("table.status.atLeast", NumberText.grouped(loaded), total, rows));
        }
        if (matches.running()) {
            double progress = matches.progress();
            parts.add(
                    progress < 0
                            ? Texts.text("table.status.counting")
                            : Texts.text("table.status.countingPercent", Math.round(progress * 100)));
            if (!matches.left().isEmpty()) {
                parts.add(matches.left());
            }
        }
        if (firstPageNanos >= 0 && !everything) {
            parts.add(Texts.text("table.status.millis", NumberText.grouped(Math.max(1, firstPageNanos / 1_000_000))));
        }
        String selected = selected(matches.numbers(), selection);
        if (selected != null) {
            parts.add(selected);
        }
        return String.join(BETWEEN, parts);
    }

    private static @Nullable String selected(RowNumbers numbers, SeqSelection selection) {
        boolean several = selection.ranges().size() > 1
                || selection.ranges().stream().anyMatch(range -> range.first() < range.last());
        if (!several || !numbers.exact()) {
            return null;
        }
        long count = selection.ranges().stream()
                .mapToLong(range -> rowsUpTo(numbers, range.last()) - numbers.rowOf(range.first()))
                .sum();
        return Texts.text("table.status.selected", NumberText.grouped(count));
    }

    private static long rowsUpTo(RowNumbers numbers, long seq) {
        return seq == Long.MAX_VALUE ? numbers.rows() : numbers.rowOf(seq + 1);
    }
}
