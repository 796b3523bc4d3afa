package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.ReadableRows;
import clasp.journal.store.ReadableRows.Found;
import clasp.journal.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the entries of one address around a place, as far as they can be read. Thread-safe.
final class HistoryLoader {
    /// As many entries are read on one side of the selected one, if there are as many.
    static final int SIDE = 1_000;

    /// As many when the user scrolls to an end.
    static final int PORTION = 500;

    /// Enough for every number that can be plotted, and for a line.
    private static final int VALUE_CHARS = 400;

    private static final Found NOTHING = new Found(List.of(), Set.of(), false, null);

    private final JournalReader journal;

    HistoryLoader(JournalReader journal) {
        this.journal = journal;
    }

    /// A window that holds the entry: the present one if that will do.
    HistoryWindow around(Entry entry, @Nullable HistoryWindow present, Cancellation cancellation) {
        if (present != null && present.address().equals(entry.address())) {
            HistoryWindow grown = present.moreNewer() ? present : newer(present, cancellation);
            if (grown.holds(entry.seq())) {
                return grown;
            }
        }
        Found newer = after(entry.address(), entry.seq(), SIDE, cancellation);
        int wanted = 2 * SIDE - newer.rows().size();
        Found older = page(entry.address(), entry.seq(), Direction.BACKWARD, wanted, cancellation);
        Found further = NOTHING;
        if (newer.full() && !older.full()) {
            long last = newer.rows().getLast().entry().seq();
            further = after(entry.address(), last, wanted - older.rows().size(), cancellation);
        }
        return HistoryWindow.of(
                entry.address(),
                joined(older.rows(), joined(newer.rows(), further.rows())),
                newer.full() && (older.full() || further.full()),
                older.full(),
                newer.damaged() || older.damaged() || further.damaged());
    }

    /// The window with older entries, without some of the newest if it gets too large.
    HistoryWindow older(HistoryWindow window, Cancellation cancellation) {
        long before = window.oldestSeq();
        Found older = before == Long.MIN_VALUE
                ? NOTHING
                : page(window.address(), before - 1, Direction.BACKWARD, PORTION, cancellation);
        List<Row> rows = joined(older.rows(), window.rows().reversed());
        boolean cut = rows.size() > HistoryWindow.MOST;
        return HistoryWindow.of(
                window.address(),
                cut ? rows.subList(0, HistoryWindow.MOST) : rows,
                cut || window.moreNewer(),
                older.full(),
                window.damaged() || older.damaged());
    }

    /// The window with newer entries, without some of the oldest if it gets too large, and without those that the
    /// journal no longer has.
    HistoryWindow newer(HistoryWindow window, Cancellation cancellation) {
        Found newer = after(window.address(), window.newestSeq(), PORTION, cancellation);
        long first = journal.state().firstSeq();
        List<Row> kept = window.rows().reversed().stream()
                .filter(row -> row.entry().seq() >= first)
                .toList();
        boolean evicted = kept.size() < window.rows().size();
        boolean damaged = window.damaged() || newer.damaged();
        if (newer.rows().isEmpty() && !evicted && !window.moreNewer() && damaged == window.damaged()) {
            return window;
        }
        List<Row> rows = joined(kept, newer.rows());
        int excess = Math.max(0, rows.size() - HistoryWindow.MOST);
        return HistoryWindow.of(
                window.address(),
                rows.subList(excess, rows.size()),
                newer.full(),
                excess > 0 || (window.moreOlder() && !evicted),
                damaged);
    }

    /// The window as far as the journal has grown, within reason.
    HistoryWindow newest(HistoryWindow window, Cancellation cancellation) {
        HistoryWindow now = newer(window, cancellation);
        for (int i = 1; now.moreNewer() && i < HistoryWindow.MOST / PORTION; i++) {
            now = newer(now, cancellation);
        }
        return now;
    }

    long count(String address, Cancellation cancellation) {
        return journal.count(EntryLoader.sameAddress(address), Progress.NONE, cancellation);
    }

    private Found after(String address, long seq, int max, Cancellation cancellation) {
        return seq == Long.MAX_VALUE ? NOTHING : page(address, seq + 1, Direction.FORWARD, max, cancellation);
    }

    private Found page(String address, long from, Direction direction, int max, Cancellation cancellation) {
        return new ReadableRows(journal, EntryLoader.sameAddress(address), VALUE_CHARS, cancellation)
                .page(from, direction, max);
    }

    private static List<Row> joined(List<Row> older, List<Row> newer) {
        var rows = new ArrayList<Row>(older.size() + newer.size());
        rows.addAll(older);
        rows.addAll(newer);
        return rows;
    }
}
