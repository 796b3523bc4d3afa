package clasp.journal.store.memory;

import clasp.journal.model.Snapshot;
import java.util.List;

/// Everything that a journal held at one moment. Immutable.
///
/// @param snapshots oldest first
record MemoryContent(long highestSeqGiven, List<Snapshot> snapshots, EntryView entries) {
    MemoryContent {
        snapshots = List.copyOf(snapshots);
    }
}
