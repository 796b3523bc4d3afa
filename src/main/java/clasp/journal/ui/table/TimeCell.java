package clasp.journal.ui.table;

/// The time: with its date where the column has room for it, else without. Confined to the FX thread.
final class TimeCell extends EntryCell {
    /// What a date and a time to the microsecond need.
    static final double ROOM_FOR_DATE = 206;

    TimeCell() {
        super(EntryColumn.TIME);
    }

    @Override
    String text(ShownRow item) {
        return getTableColumn().getWidth() < ROOM_FOR_DATE ? item.clock() : item.time();
    }
}
