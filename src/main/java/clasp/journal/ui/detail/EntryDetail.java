package clasp.journal.ui.detail;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.model.ValueSyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry, prepared to be shown whole. Immutable.
///
/// @param entry as stored, with all of its value
/// @param sizeBytes of the value's text in UTF-8
/// @param firstMicros timestamp of the journal's first entry
/// @param readings what CLASP reads differently
/// @param outline the value's parts; null when it is no JSON
/// @param problem why it is no JSON; null when it is
record EntryDetail(
        Entry entry,
        long sizeBytes,
        long firstMicros,
        Set<ClaspReading> readings,
        RawText raw,
        @Nullable Outline outline,
        @Nullable ValueSyntaxException problem,
        EntryDiff diff) {
    EntryDetail {
        readings = Set.copyOf(readings);
    }

    long seq() {
        return entry.seq();
    }

    Optional<Outline> tree() {
        return Optional.ofNullable(outline);
    }

    /// @param same of an equal entry
    EntryDetail withTextOf(EntryDetail same) {
        return new EntryDetail(entry, sizeBytes, firstMicros, readings, same.raw, same.outline, same.problem, diff);
    }

    EntryDetail withDiff(EntryDiff found) {
        return new EntryDetail(entry, sizeBytes, firstMicros, readings, raw, outline, problem, found);
    }
}
