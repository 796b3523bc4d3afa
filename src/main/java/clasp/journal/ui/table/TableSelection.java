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
        ADD
    }

    private final Consumer<@Nullable Entry> leadChanged;
    private final ReadOnlyObjectWrapper<SeqSelection> all = new ReadOnlyObjectWrapper<>(SeqSelection.EMPTY);
    private @Nullable Entry lead;
    private long anchor;

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
            case ONLY -> {
                all.set(SeqSelection.of(seq, seq));
                anchor = seq;
            }
            case TOGGLE -> {
                all.set(selected().toggled(seq));
                anchor = seq;
            }
            case EXTEND -> all.set(SeqSelection.of(anchor, seq));
            case ADD -> all.set(selected().with(anchor, seq));
        }
        setLead(entry);
    }

    /// Selects these alone, as they were once.
    ///
    /// @param looked the entry that the user looks at, one of them or not; null for none
    void restore(SeqSelection before, @Nullable Entry looked) {
        all.set(before);
        anchor = looked == null ? 0 : looked.seq();
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
        all.set(SeqSelection.of(firstSeq, lastSeq));
        anchor = firstSeq;
    }

    /// Under another filter a range would mean other rows: only the row that the user looks at stays selected.
    void narrowToLead() {
        Entry entry = lead;
        if (entry != null) {
            all.set(SeqSelection.of(entry.seq(), entry.seq()));
            anchor = entry.seq();
        } else {
            all.set(SeqSelection.EMPTY);
        }
    }

    void clear() {
        all.set(SeqSelection.EMPTY);
        setLead(null);
    }

    private void setLead(@Nullable Entry entry) {
        lead = entry;
        leadChanged.accept(entry);
    }
}
