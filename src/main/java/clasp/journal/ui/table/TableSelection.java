package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the user has selected: ranges of seqs, the row that the keyboard moves from, and the row where an extended
/// selection began. Confined to the FX thread.
final class TableSelection {
    /// How a click or a key changes the selection.
    enum Mode {
        /// This row alone.
        ONLY,
        /// This row in addition, or no longer.
        TOGGLE,
        /// From the anchor to this row.
        EXTEND,
        /// From the anchor to this row, in addition.
        ADD,
        /// From the anchor to this row, in addition to what was selected when the anchor, or the other end, was set.
        SWEEP
    }

    private final Consumer<@Nullable Entry> leadChanged;
    private final ReadOnlyObjectWrapper<SeqSelection> all = new ReadOnlyObjectWrapper<>(SeqSelection.EMPTY);
    private @Nullable Entry lead;
    private long anchor;
    private SeqSelection besides = SeqSelection.EMPTY;

    /// @param leadChanged told the entry that the user looks at now
    TableSelection(Consumer<@Nullable Entry> leadChanged) {
        this.leadChanged = leadChanged;
    }

    SeqSelection selected() {
        return all.get();
    }

    /// The same, to listen to.
    ReadOnlyObjectProperty<SeqSelection> all() {
        return all.getReadOnlyProperty();
    }

    @Nullable
    Entry lead() {
        return lead;
    }

    boolean isLead(long seq) {
        return lead != null && lead.seq() == seq;
    }

    void select(Entry entry, Mode mode) {
        long seq = entry.seq();
        switch (lead == null && mode != Mode.TOGGLE ? Mode.ONLY : mode) {
            case ONLY -> begin(SeqSelection.of(seq, seq), seq);
            case TOGGLE -> {
                SeqSelection before = selected();
                begin(before.toggled(seq), seq);
                besides = before;
            }
            case EXTEND -> {
                besides = SeqSelection.EMPTY;
                all.set(SeqSelection.of(anchor, seq));
            }
            case ADD -> {
                besides = selected();
                all.set(besides.with(anchor, seq));
            }
            case SWEEP -> all.set(besides.with(anchor, seq));
        }
        setLead(entry);
    }

    private void begin(SeqSelection now, long from) {
        all.set(now);
        anchor = from;
        besides = SeqSelection.EMPTY;
    }

    /// The user looks at this one of what is selected.
    void look(Entry entry) {
        setLead(entry);
    }

    /// Selects these alone, as they were once.
    ///
    /// @param looked the entry that the user looks at, one of them or not; null for none
    void restore(SeqSelection before, @Nullable Entry looked) {
        begin(before, looked == null ? 0 : looked.seq());
        setLead(looked);
    }

    /// The entry that the user looks at, as it is stored now.
    void renew(Entry entry) {
        if (isLead(entry.seq()) && !entry.equals(lead)) {
            setLead(entry);
        }
    }

    /// Selects every seq of the journal as it stands; the row that the user looks at stays.
    void selectAll(long firstSeq, long lastSeq) {
        begin(SeqSelection.of(firstSeq, lastSeq), firstSeq);
    }

    /// Under another filter a range would mean other rows: only the row that the user looks at stays selected.
    void narrowToLead() {
        Entry entry = lead;
        if (entry != null) {
            begin(SeqSelection.of(entry.seq(), entry.seq()), entry.seq());
        } else {
            begin(SeqSelection.EMPTY, 0);
        }
    }

    void clear() {
        begin(SeqSelection.EMPTY, 0);
        setLead(null);
    }

    private void setLead(@Nullable Entry entry) {
        lead = entry;
        leadChanged.accept(entry);
    }
}
