package clasp.journal.store;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import java.util.List;

/// What a recording has received and not stored yet. Immutable.
///
/// @param entries under the seqs that they will have, ascending
/// @param states snapshots to come, oldest first
public record Unstored(List<Entry> entries, List<State> states) {
    public static final Unstored NOTHING = new Unstored(List.of(), List.of());

    /// The params after an entry.
    ///
    /// @param seqAt that entry's; 0 when there is none before
    public record State(List<Param> params, long seqAt) {
        public State {
            params = List.copyOf(params);
        }
    }

    public Unstored {
        entries = List.copyOf(entries);
        states = List.copyOf(states);
    }
}
