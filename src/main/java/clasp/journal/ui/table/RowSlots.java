package clasp.journal.ui.table;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.DurationText;
import clasp.journal.ui.fx.TimeText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The lines on screen, filled from the window of rows. Confined to the FX thread.
final class RowSlots {
    private final ObservableList<RowSlot> slots = FXCollections.observableArrayList();

    ObservableList<RowSlot> list() {
        return slots;
    }

    void resize(int count) {
        if (count < slots.size()) {
            slots.remove(count, slots.size());
        }
        if (count > slots.size()) {
            // One change, so that the table looks at its lines once.
            slots.addAll(
                    IntStream.range(slots.size(), count).mapToObj(RowSlot::new).toList());
        }
    }

    /// Fills every line.
    /// @param blank whether the rows of the window are not to be seen, as another place is awaited
    /// @param marked the seqs that have a bookmark
    void fill(RowWindow window, TableSelection selection, TimeText time, Set<Long> marked, boolean blank) {
        for (RowSlot slot : slots) {
            int index = window.top() + slot.position();
            if (blank) {
                slot.show(null, RowLook.LOADING);
            } else if (window.holds(index)) {
                EntryRow row = window.get(index);
                boolean selected = selection.selected().contains(row.seq());
                boolean mark = !marked.isEmpty() && marked.contains(row.seq());
                slot.show(
                        shown(window, index, time),
                        new RowLook(false, false, selected, selection.isLead(row.seq()), mark));
            } else {
                boolean loading = !window.isEmpty() && window.reaches(index);
                slot.show(null, loading ? RowLook.LOADING : RowLook.EMPTY);
            }
        }
    }

    private static ShownRow shown(RowWindow window, int index, TimeText time) {
        EntryRow row = window.get(index);
        long micros = row.timestampMicros();
        String full = time.full(micros);
        if (!window.holds(index - 1)) {
            return new ShownRow(row, full, time.clock(micros), "", false);
        }
        long above = window.get(index - 1).timestampMicros();
        boolean backwards = Long.compareUnsigned(micros, above) < 0;
        return new ShownRow(row, full, time.clock(micros), DurationText.step(above, micros), backwards);
    }

    /// Whether a line waits for its row.
    boolean loading() {
        return slots.stream().anyMatch(slot -> slot.look().get().loading());
    }

    /// The time span of what is on screen, whatever the order of its rows.
    Optional<TimeRange> time() {
        return slots.stream()
                .flatMap(slot -> Optional.ofNullable(slot.shown().get()).stream())
                .map(shown ->
                        new TimeRange(shown.row().timestampMicros(), shown.row().timestampMicros()))
                .reduce((one, other) -> new TimeRange(
                        lesser(one.fromMicros(), other.fromMicros()), greater(one.toMicros(), other.toMicros())));
    }

    private static long lesser(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0 ? one : other;
    }

    private static long greater(long one, long other) {
        return Long.compareUnsigned(one, other) >= 0 ? one : other;
    }
}
