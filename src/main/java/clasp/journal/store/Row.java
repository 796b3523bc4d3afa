package clasp.journal.store;

import clasp.journal.model.Entry;

/// An entry as a table shows it. Immutable.
///
/// @param entry as stored, but for a value that was cut
/// @param valueCut whether `entry.valueJson()` is only the beginning of what is stored; [JournalReader#entry] has it
/// all
/// @param atDamage whether its page ends with it because what lies beyond is damaged, however many more there are
public record Row(Entry entry, boolean valueCut, boolean atDamage) {
    public Row(Entry entry, boolean valueCut) {
        this(entry, valueCut, false);
    }

    /// The same as the last before what is damaged.
    public Row beforeDamage() {
        return new Row(entry, valueCut, true);
    }
}
