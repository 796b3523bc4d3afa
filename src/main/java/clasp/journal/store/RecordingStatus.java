package clasp.journal.store;

import java.time.Duration;
import java.util.List;

/// How a recording goes. Immutable.
///
/// @param entries stored so far
/// @param entriesPerSecond stored in the last seconds
/// @param sizeBytes of everything that belongs to the journal
/// @param elapsed since it began, up to now or its end
/// @param waiting received but not stored yet
/// @param dropped known to be lost: for lack of room in memory, at the router, or at the end. Their seqs are left out
/// @param interruptions how often the connection was lost. Each leaves out one seq, and has one of the notes
/// @param notes sentences on what is missing and since when, oldest first; the last ones when they are many
public record RecordingStatus(
        RecordingState state,
        long entries,
        long entriesPerSecond,
        long sizeBytes,
        Duration elapsed,
        long waiting,
        long dropped,
        int interruptions,
        List<String> notes) {
    public RecordingStatus {
        notes = List.copyOf(notes);
    }

    /// Whether there is nothing between its beginning and now that is known to be missing.
    public boolean isComplete() {
        return dropped == 0 && interruptions == 0;
    }
}
