package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.table.EntryRows.Waiting;
import java.time.Duration;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What stands on screen, brought up to date whenever something behind it has changed.
///
/// Most places are loaded within a frame or two. Only when it takes longer than [#PATIENCE] are the old rows dimmed
/// (another filter) or replaced by empty lines (another place): otherwise every step of the thumb would flicker.
/// Confined to the FX thread.
final class TableScreen {
    static final Duration PATIENCE = Duration.ofMillis(80);

    private final Browsing browsing;
    private final EntryRows rows;
    private final TableSelection selection;
    private final Later later;
    private final Runnable again;
    final RowSlots slots = new RowSlots();
    final ReadOnlyObjectWrapper<TableNotice> notice = new ReadOnlyObjectWrapper<>(TableNotice.NONE);
    final ReadOnlyStringWrapper statusText = new ReadOnlyStringWrapper("");
    final ReadOnlyLongWrapper topRow = new ReadOnlyLongWrapper();
    final ReadOnlyStringWrapper topTime = new ReadOnlyStringWrapper("");
    final ReadOnlyStringWrapper day = new ReadOnlyStringWrapper("");
    final ReadOnlyLongWrapper rowCount = new ReadOnlyLongWrapper();
    final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    final ReadOnlyObjectWrapper<TimeText> timeText;
    private boolean impatient;
    private long landingsSeen;
    private long askedAtNanos;
    private long firstPageNanos = -1;
    private boolean searching;
    private long topMicros;
    private @Nullable Runnable withdrawPatience;

    /// @param again brings the screen up to date
    TableScreen(
            Browsing browsing, EntryRows rows, TableSelection selection, Later later, TimeText time, Runnable again) {
        this.browsing = browsing;
        this.rows = rows;
        this.selection = selection;
        this.later = later;
        this.again = again;
        this.timeText = new ReadOnlyObjectWrapper<>(time);
    }

    /// Another filter was just asked for: the time of its first page counts from here.
    void asked() {
        askedAtNanos = System.nanoTime();
        firstPageNanos = -1;
    }

    /// Whether the user waits for a place to be found, before its rows can be asked for.
    void setSearching(boolean now) {
        searching = now;
    }

    /// @param matches numbers the rows of the filter
    /// @param all numbers the entries of the journal
    /// @param trouble what is to be said whatever the rows are
    void update(RowNumbering matches, RowNumbering all, TableNotice trouble) {
        watchPatience();
        Filter filter = rows.filter();
        slots.fill(rows.window(), selection, timeText.get(), browsing, impatient && rows.waiting() == Waiting.PLACE);
        stale.set(
                impatient && rows.waiting() == Waiting.FILTER && !rows.window().isEmpty());
        notice.set(notice(trouble, filter));
        rowCount.set(matches.numbers().rows());
        topRow.set(rows.topRow());
        showTop();
        // Until the first of its own rows are there, those of the query before it are loaded.
        int seen = rows.waiting() == Waiting.FILTER ? 0 : rows.window().size();
        statusText.set(StatusText.of(filter, matches, all, seen, firstPageNanos, selection.selected()));
        browsing.busy().set(searching || rows.waiting() != Waiting.NOTHING || matches.running() || slots.loading());
        if (rows.waiting() == Waiting.NOTHING) {
            browsing.visibleTime().set(slots.time().orElse(null));
        }
    }

    /// The time and the day of the row on top; kept while its successor is being loaded.
    private void showTop() {
        RowWindow window = rows.window();
        if (rows.waiting() == Waiting.NOTHING && window.holds(window.top())) {
            long micros = window.get(window.top()).timestampMicros();
            topTime.set(timeText.get().full(micros));
            String unit = timeText.get().unit(micros);
            day.set(timeText.get().day(micros).map(date -> date + " " + unit).orElse(unit));
            topMicros = micros;
        } else {
            topTime.set("");
        }
    }

    /// The timestamp of the row that was on top last.
    long topMicros() {
        return topMicros;
    }

    private void watchPatience() {
        boolean landed = landingsSeen != rows.landings();
        landingsSeen = rows.landings();
        if (landed && firstPageNanos < 0) {
            firstPageNanos = System.nanoTime() - askedAtNanos;
        }
        if (rows.waiting() == Waiting.NOTHING || landed) {
            impatient = false;
            if (withdrawPatience != null) {
                withdrawPatience.run();
                withdrawPatience = null;
            }
        }
        if (rows.waiting() != Waiting.NOTHING && withdrawPatience == null) {
            withdrawPatience = later.after(PATIENCE, () -> {
                impatient = true;
                again.run();
            });
        }
    }

    /// Nothing is to be shown any more.
    void close() {
        if (withdrawPatience != null) {
            withdrawPatience.run();
            withdrawPatience = null;
        }
    }

    private TableNotice notice(TableNotice trouble, Filter filter) {
        RowWindow window = rows.window();
        if (!(trouble instanceof TableNotice.None)) {
            return trouble;
        }
        if (!window.isEmpty()) {
            return TableNotice.NONE;
        }
        if (rows.waiting() != Waiting.NOTHING || window.reaches(0)) {
            return impatient ? new TableNotice.Loading() : TableNotice.NONE;
        }
        return Objects.equals(filter, Filter.ALL)
                ? new TableNotice.EmptyJournal(browsing.state().get().highestSeqGiven())
                : new TableNotice.NoMatch(browsing.query().get().text());
    }
}
