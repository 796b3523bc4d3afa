package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.recovery.ValueDiff;

/// What an entry changed at its address.
sealed interface EntryDiff {
    /// Nobody has looked yet.
    record Unknown() implements EntryDiff {}

    /// The journal has no earlier entry at this address.
    record NoEarlier() implements EntryDiff {}

    /// The values differ, and are too large to be compared part by part.
    /// The earlier one may be among what a damaged file has lost.
    record Lost() implements EntryDiff {}

    record TooLarge(Entry before, Entry after) implements EntryDiff {}

    record Compared(Entry before, Entry after, ValueDiff values) implements EntryDiff {}
}
