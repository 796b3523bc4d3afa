package clasp.journal.ui.table;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import java.util.Set;

/// A match with the texts of its cells, made in the background so that drawing it costs little. Immutable.
///
/// @param entry as stored, but for a value that was cut
/// @param valueCut whether the entry's value is only the beginning of what is stored
/// @param marks what CLASP would read differently; of a value that was cut, that is not known here
/// @param pastDamage whether what lies between it and where it was come from cannot be read
record EntryRow(
        Entry entry,
        boolean valueCut,
        String seqText,
        String signalText,
        String messageText,
        String addressText,
        String valueText,
        String revisionText,
        String authorText,
        Set<ClaspReading> marks,
        boolean pastDamage) {
    private static final int MAX_VALUE = 400;
    private static final int MAX_NAME = 1_000;

    static EntryRow of(Row row) {
        Entry entry = row.entry();
        Long revision = entry.revision();
        String value = LineText.of(entry.valueJson(), MAX_VALUE);
        return new EntryRow(
                entry,
                row.valueCut(),
                NumberText.seq(entry.seq()),
                LineText.of(entry.signalType(), MAX_NAME),
                MsgType.name(entry.msgType()),
                LineText.of(entry.address(), MAX_NAME),
                row.valueCut() && !value.endsWith("…") ? value + "…" : value,
                revision == null ? "" : NumberText.unsigned(revision),
                LineText.of(entry.author(), MAX_NAME),
                row.valueCut() ? ClaspReading.ofFields(entry) : ClaspReading.of(entry),
                false);
    }

    /// The same as the first that can be read again.
    EntryRow behindDamage() {
        return new EntryRow(
                entry,
                valueCut,
                seqText,
                signalText,
                messageText,
                addressText,
                valueText,
                revisionText,
                authorText,
                marks,
                true);
    }

    long seq() {
        return entry.seq();
    }

    long timestampMicros() {
        return entry.timestampMicros();
    }
}
