package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;

/// What is known of how the chosen compaction changes what a router comes back with. Immutable.
sealed interface Proof {
    /// There is nothing to prove yet.
    record None() implements Proof {}

    record Computing() implements Proof {}

    /// @param outdated the journal has changed since, and it is worked out anew
    record Ready(CompactionProof proof, boolean outdated) implements Proof {
        Ready outdatedNow() {
            return new Ready(proof, true);
        }
    }

    record Failed(String sentence) implements Proof {}
}
