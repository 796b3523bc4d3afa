package clasp.journal.store;

import clasp.journal.model.Entry;
import org.jspecify.annotations.Nullable;

/// An entry as a glance shows it, see [JournalReader#glance]: what is not asked for is not made. Good for
/// nothing once the visit is over. Confined to the visit.
public interface EntryGlance {
    long seq();

    long timestampMicros();

    /// Often the same object as before when it is the same text.
    String author();

    /// Often the same object as before when it is the same text.
    String address();

    /// The address, to be compared without a text being made of it. May be the same object in each visit.
    default TextBytes addressBytes() {
        return TextBytes.of(address());
    }

    String signalType();

    /// Unsigned; null for none.
    @Nullable
    Long revision();

    long msgType();

    /// Whether CLASP surely reads the value as it is stored; false says nothing.
    boolean plainValue();

    String valueJson();

    /// Everything, to keep.
    default Entry entry() {
        return new Entry(
                seq(), timestampMicros(), author(), address(), signalType(), valueJson(), revision(), msgType());
    }
}
