package clasp.journal.ui.table;

/// Lets the benchmark see and move the table without a mouse. Confined to the FX thread.
public record TableProbe(EntryTableViewModel model) {
    /// Of a table on screen.
    public static TableProbe of(EntryTableView view) {
        return new TableProbe(view.model());
    }

    /// The seq on top; negative while its row is not there.
    public long topSeq() {
        ShownRow shown = model.lines().isEmpty()
                ? null
                : model.lines().getFirst().shown().get();
        return shown == null ? -1 : shown.row().seq();
    }

    /// Whether every line of a screen full of them shows its row.
    public boolean full() {
        return model.lines().size() > 10
                && model.lines().stream().allMatch(line -> line.shown().get() != null);
    }

    /// How many lines are on screen.
    public int lines() {
        return model.lines().size();
    }

    /// Whether the row with this seq is on screen.
    public boolean shows(long seq) {
        return model.lines().stream().anyMatch(line -> {
            ShownRow shown = line.shown().get();
            return shown != null && shown.row().seq() == seq;
        });
    }

    /// As the thumb of the scroll bar does.
    public void scrollToRow(long row) {
        model.scrollToRow(row);
    }

    /// As the wheel does.
    public void scrollBy(long rows) {
        model.scrollBy(rows);
    }

    public long rows() {
        return model.rowCount().get();
    }

    public long topRow() {
        return model.topRow().get();
    }
}
