package clasp.journal.store;

import clasp.journal.model.Entry;

/// An entry as a table shows it. Immutable.
///
/// @param entry as stored, but for a value that was cut
/// @param valueCut whether `entry.valueJson()` is only the beginning of what is stored; [JournalReader#entry] has it
/// all
public record Row(Entry entry, boolean valueCut) {}
