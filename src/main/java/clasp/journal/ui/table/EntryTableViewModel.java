package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.settings.Settings;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.table.TableSelection.Mode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The entry table without its looks: what there is to see, and what the user does to it. Confined to the FX thread.
public final class EntryTableViewModel implements AutoCloseable {
    private final Browsing browsing;
    private final TableMemory memory;
    private final TableCopying copying;
    private final TableContent content;
    private final EntryRows rows;
    private final TableSelection selection;
    private final TableScreen screen;
    private Consumer<String> remarks = sentence -> {};

    /// @param copier writes rows as text for the clipboard
    public EntryTableViewModel(Browsing browsing, Tasks tasks, Later later, Settings settings, RowCopier copier) {
        this.browsing = browsing;
        copying = new TableCopying(browsing.journal(), tasks, copier, sentence -> remarks.accept(sentence));
        memory = new TableMemory(settings, browsing.timeDisplay());
        content = new TableContent(browsing, tasks, later);
        rows = content.rows;
        selection = content.selection;
        screen = content.screen;
        browsing.onReveal(this::goToSeq);
        browsing.onLeaving(this::wayBack);
    }

    /// Ends its background work; it is not to be used any more.
    @Override
    public void close() {
        content.close();
    }

    /// How many entries match and how long it took, for the status bar.
    public ReadOnlyStringProperty statusText() {
        return screen.statusText.getReadOnlyProperty();
    }

    /// The lines on screen; scrolling changes their content, a change of height their number.
    ObservableList<RowSlot> lines() {
        return screen.slots.list();
    }

    ReadOnlyObjectProperty<TableNotice> notice() {
        return screen.notice.getReadOnlyProperty();
    }

    /// The number of the row on top; an estimate as long as the count is.
    public ReadOnlyLongProperty topRow() {
        return screen.topRow.getReadOnlyProperty();
    }

    /// The time of the row on top; empty while that is being loaded.
    ReadOnlyStringProperty topTime() {
        return screen.topTime.getReadOnlyProperty();
    }

    /// The day of the row on top, with the zone: what times without a date belong to.
    ReadOnlyStringProperty day() {
        return screen.day.getReadOnlyProperty();
    }

    /// How many rows of the filter have a lower seq, as far as that is known.
    long rowOf(long seq) {
        return content.rowOf(seq);
    }

    ReadOnlyLongProperty rowCount() {
        return screen.rowCount.getReadOnlyProperty();
    }

    /// Whether the rows on screen belong to an older query.
    ReadOnlyBooleanProperty stale() {
        return screen.stale.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TimeText> time() {
        return screen.timeText.getReadOnlyProperty();
    }

    Browsing browsing() {
        return browsing;
    }

    TableCopying copying() {
        return copying;
    }

    TableMemory memory() {
        return memory;
    }

    /// How many rows are in memory.
    int loadedRows() {
        return rows.window().size();
    }

    /// The screen has room for so many lines.
    void setVisibleRows(int count) {
        int index = content.navigation.leadOnScreen();
        screen.slots.resize(count);
        rows.setVisible(count);
        // What the user looks at stays in sight when a pane opens below, or a strip above.
        if (browsing.follow().get()
                && rows.waiting() == EntryRows.Waiting.NOTHING
                && !rows.window().isEmpty()) {
            rows.jump(new Jump.ToEnd(), row -> {});
        } else if (index >= 0) {
            rows.scrollIntoView(index);
        }
    }

    void scrollBy(long count) {
        endFollowing(count < 0);
        rows.scrollBy(count);
    }

    /// The scroll bar was moved.
    void scrollToRow(long row) {
        endFollowing(row < rows.lastTop());
        rows.scrollToRow(row);
    }

    /// Moves the selected row.
    void move(int count, Mode mode) {
        endFollowing(count < 0);
        content.navigation.move(count, mode);
        content.update();
    }

    /// Moves by screens full, less one row that stays in sight.
    void movePages(int count, Mode mode) {
        move(count * Math.max(1, rows.window().visible() - 1), mode);
    }

    void goToStart(Mode mode) {
        endFollowing(true);
        content.navigation.toStart(mode);
        content.update();
    }

    void goToEnd(Mode mode) {
        content.navigation.toEnd(mode);
        content.update();
    }

    /// Where the user is; null while there are no rows.
    public @Nullable TablePlace place() {
        RowWindow window = rows.window();
        if (window.isEmpty()) {
            return null;
        }
        Entry lead = selection.lead();
        int top = Math.clamp(window.top(), 0, window.size() - 1);
        return new TablePlace(
                window.get(top).seq(),
                lead == null ? null : lead.seq(),
                selection.selected().ranges());
    }

    /// Goes back to where the user was.
    ///
    /// @param then called when what was selected is selected again, or cannot be
    public void resume(TablePlace place, Runnable then) {
        content.resume(place, then);
    }

    private Runnable wayBack() {
        TablePlace here = place();
        boolean followed = browsing.follow().get();
        return () -> {
            if (here != null) {
                resume(here, () -> {});
            }
            browsing.follow().set(followed);
        };
    }

    /// Calls it whenever other rows are selected.
    public void onSelected(Runnable listener) {
        selection.all().subscribe((before, now) -> listener.run());
    }

    /// Shows and selects the entry with this seq, or the next match after it.
    public void goToSeq(long seq) {
        goToSeq(seq, () -> {});
    }

    private void goToSeq(long seq, Runnable arrived) {
        endFollowing(true);
        if (!content.state().isEmpty()) {
            content.navigation.toSeq(seq, arrived);
            content.update();
        }
    }

    /// Shows and selects the first entry (in seq order) of the least timestamp at or after this one, or the next match.
    public void goToTime(long micros) {
        goToTime(micros, () -> {});
    }

    private void goToTime(long micros, Runnable arrived) {
        endFollowing(true);
        content.goToTime(micros, arrived);
    }

    /// @param listener told what is to be said of what the user has done: that rows were copied, or where a typed place
    ///     has led; an empty text when nothing
    public void onRemark(Consumer<String> listener) {
        remarks = listener;
    }

    private void arrived(GoToTarget target, String typed) {
        Entry lead = selection.lead();
        if (lead != null) {
            remarks.accept(Arrival.sentence(target, typed.strip(), rows.window(), lead));
        }
    }

    /// Goes where the text says, see [GoToTarget].
    /// @return what is wrong with the text; empty when nothing
    String goTo(String text) {
        boolean local = browsing.timeDisplay().get() == TimeDisplay.LOCAL;
        ZoneId zone = local ? ZoneId.systemDefault() : ZoneOffset.UTC;
        GoToTarget target = GoToTarget.parse(text, zone, screen.topMicros());
        Runnable arrived = () -> arrived(target, text);
        return switch (target) {
            case GoToTarget.Seq(long seq) -> {
                goToSeq(seq, arrived);
                yield "";
            }
            case GoToTarget.Time(long micros) -> {
                goToTime(micros, arrived);
                yield "";
            }
            case GoToTarget.Unclear(String reason) -> reason;
        };
    }

    /// @return whether there was a row to select
    boolean click(RowSlot line, Mode mode) {
        ShownRow shown = line.shown().get();
        if (shown == null || rows.waiting() != EntryRows.Waiting.NOTHING) {
            return false;
        }
        selection.select(shown.row().entry(), mode);
        content.update();
        return true;
    }

    /// The mouse that was pressed on a row has come to this line, or to one without a row below the last: selects all
    /// in between.
    void sweepTo(int line) {
        int at = Math.min(line, lines().size() - 1);
        while (at > 0 && lines().get(at).shown().get() == null) {
            at--;
        }
        ShownRow shown = at < 0 ? null : lines().get(at).shown().get();
        if (shown != null && !selection.isLead(shown.row().seq())) {
            click(lines().get(at), Mode.SWEEP);
        }
    }

    /// Before a menu opens on a line: selects it unless it is; of several that are, it is the one that is looked at.
    void clickForMenu(RowSlot line) {
        ShownRow shown = line.shown().get();
        if (shown == null || !line.look().get().selected()) {
            click(line, Mode.ONLY);
        } else if (!line.look().get().lead()) {
            selection.look(shown.row().entry());
            content.update();
        }
    }

    /// Selects every entry that the journal holds now.
    void selectAll() {
        JournalState state = content.state();
        if (!state.isEmpty()) {
            selection.selectAll(state.firstSeq(), state.latestSeq());
            content.update();
        }
    }

    void copyRows(RowCopier.Format format, Consumer<String> clipboard) {
        copying.rows(format, rows.filter(), selection.selected().ranges(), clipboard);
    }

    /// Goes on with what failed or was stopped.
    void retry() {
        content.retry();
    }

    private void endFollowing(boolean moved) {
        if (moved) {
            browsing.follow().set(false);
        }
    }
}
