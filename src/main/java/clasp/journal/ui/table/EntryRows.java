package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Tasks;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The rows of the present filter as the screen goes over them: answers every movement at once from the loaded rows,
/// fetches ahead of it, and turns a movement beyond them into a jump. Confined to the FX thread.
final class EntryRows {
    /// What the user waits for.
    enum Waiting {
        NOTHING,
        /// The rows on screen belong to an older filter, or there are none yet.
        FILTER,
        /// The rows on screen belong to another place.
        PLACE
    }

    private static final IntConsumer NO_MORE = index -> {};

    private final RowWindow window = new RowWindow();
    private final RowLoader loader;
    private final Runnable changed;
    private RowNumbers numbers = new RowNumbers();
    private Filter filter = Filter.NONE;
    private JournalState state = new JournalState(0, 0, 0, 0);
    private Waiting waiting = Waiting.NOTHING;
    private long awaitedRow;
    private long landings;

    /// @param changed called when the rows on screen, or what is waited for, may have changed
    EntryRows(JournalReader journal, Tasks tasks, Runnable changed, Consumer<Throwable> failed) {
        this.changed = changed;
        this.loader = new RowLoader(journal, tasks, error -> {
            if (waiting == Waiting.FILTER) {
                window.clear();
            }
            waiting = Waiting.NOTHING;
            failed.accept(error);
        });
    }

    RowWindow window() {
        return window;
    }

    Waiting waiting() {
        return waiting;
    }

    /// How many times the rows were replaced as a whole.
    long landings() {
        return landings;
    }

    Filter filter() {
        return filter;
    }

    /// Another filter, or everything anew: the rows there are stay until the first of the new ones arrive.
    void ask(Filter newFilter, RowNumbers newNumbers, JournalState now, Jump jump, IntConsumer then) {
        stop();
        filter = newFilter;
        numbers = newNumbers;
        state = now;
        go(Waiting.FILTER, jump, then);
    }

    /// Drops what is being loaded; what is on screen stays.
    void stop() {
        loader.cancel();
        waiting = Waiting.NOTHING;
    }

    /// There is nothing to show.
    void clear(JournalState now) {
        stop();
        state = now;
        window.clear();
    }

    /// Shows another place.
    /// @param then told the index of the row that was jumped to, once it is there
    void jump(Jump jump, IntConsumer then) {
        awaitedRow = switch (jump) {
            case Jump.ToStart() -> 0;
            case Jump.ToEnd() -> lastTop();
            case Jump.ToSeq(long seq, int above) -> Math.clamp(numbers.rowOf(seq) - above, 0, lastTop());
        };
        go(waiting == Waiting.FILTER ? Waiting.FILTER : Waiting.PLACE, jump, then);
    }

    private void go(Waiting reason, Jump jump, IntConsumer then) {
        waiting = reason;
        JournalState asked = state;
        loader.jump(filter, jump, window.visible(), (landing, newest) -> {
            boolean end = landing.endReached() && asked.latestSeq() == state.latestSeq();
            long searched = searchedTo(landing.rows(), landing.endReached(), asked);
            window.place(landing.rows(), landing.startReached(), end, searched, landing.top());
            window.evictBelow(state.firstSeq());
            landings++;
            if (newest) {
                waiting = Waiting.NOTHING;
                then.accept(landing.target());
            } else if (waiting == Waiting.FILTER) {
                waiting = Waiting.PLACE;
            }
            fetchAhead();
            changed.run();
        });
    }

    /// Moves down (or up, when negative) by so many rows.
    void scrollBy(long count) {
        if (waiting != Waiting.NOTHING) {
            if (waiting == Waiting.PLACE) {
                jumpToRow(awaitedRow + count);
            }
            return;
        }
        long target = window.top() + count;
        boolean far = target > window.size() + RowLoader.PAGE && !window.endReached()
                || target < -RowLoader.PAGE && !window.startReached();
        if (far) {
            jumpToRow(topRow() + count);
        } else {
            scrollTo((int) Math.clamp(target, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
    }

    /// Puts the row with this number on top.
    void scrollToRow(long row) {
        long seq = numbers.seqAt(row);
        boolean loaded = waiting == Waiting.NOTHING
                && !window.isEmpty()
                && seq >= window.first().seq()
                && seq <= window.last().seq()
                && row > 0
                && row < lastTop();
        if (loaded) {
            int index = window.indexOf(seq);
            scrollTo(index >= 0 ? index : -index - 1);
        } else {
            jumpToRow(row);
        }
    }

    void scrollTo(int index) {
        window.scrollTo(index);
        fetchAhead();
        changed.run();
    }

    void scrollIntoView(int index) {
        window.scrollIntoView(index);
        fetchAhead();
        changed.run();
    }

    void setVisible(int count) {
        window.setVisible(count);
        if (waiting == Waiting.NOTHING && !window.isEmpty()) {
            fetchAhead();
        }
        changed.run();
    }

    private void jumpToRow(long row) {
        if (row <= 0) {
            jump(new Jump.ToStart(), NO_MORE);
        } else if (row >= lastTop()) {
            jump(new Jump.ToEnd(), NO_MORE);
        } else {
            jump(new Jump.ToSeq(numbers.seqAt(row), 0), NO_MORE);
        }
        changed.run();
    }

    /// The number of the row on top, as well as it is known.
    long topRow() {
        if (waiting == Waiting.PLACE) {
            return awaitedRow;
        }
        int top = window.top();
        if (window.isEmpty() || window.startReached() && top <= 0) {
            return 0;
        }
        if (window.endReached() && top + window.visible() >= window.size()) {
            return lastTop();
        }
        int inside = Math.clamp(top, 0, window.size() - 1);
        return Math.clamp(numbers.rowOf(window.get(inside).seq()) + top - inside, 0, lastTop());
    }

    /// The number of the row on top when the last one stands at the bottom.
    long lastTop() {
        return Math.max(0, numbers.rows() - window.visible());
    }

    /// The journal has grown at its end, or lost entries at its start.
    /// @param follow whether the last row shall be on screen
    void grown(JournalState now, boolean follow) {
        boolean more = now.latestSeq() != state.latestSeq();
        state = now;
        window.evictBelow(now.firstSeq());
        if (more) {
            window.grown();
        }
        if (follow) {
            go(waiting, new Jump.ToEnd(), NO_MORE);
        } else if (waiting == Waiting.NOTHING) {
            fetchAhead();
        }
        changed.run();
    }

    private void fetchAhead() {
        if (!window.endReached() && window.spareBelow() < RowLoader.PAGE && window.searchedTo() > Long.MIN_VALUE) {
            JournalState asked = state;
            loader.after(filter, window.searchedTo(), found -> {
                boolean all = found.ended();
                boolean end = all && asked.latestSeq() == state.latestSeq();
                added(() -> window.append(found.rows(), end, searchedTo(found.rows(), all, asked)));
            });
        }
        if (!window.startReached() && window.spareAbove() < RowLoader.PAGE && !window.isEmpty()) {
            loader.before(
                    filter, window.first().seq(), found -> added(() -> window.prepend(found.rows(), found.ended())));
        }
    }

    /// @param all whether the rows were all there were in that state of the journal
    private static long searchedTo(List<EntryRow> rows, boolean all, JournalState asked) {
        long last = rows.isEmpty() ? Long.MIN_VALUE : rows.getLast().seq();
        return all ? Math.max(last, asked.latestSeq()) : last;
    }

    private void added(Runnable change) {
        change.run();
        window.evictBelow(state.firstSeq());
        fetchAhead();
        changed.run();
    }
}
