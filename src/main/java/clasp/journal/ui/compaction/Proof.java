package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;

/// What is known of how the chosen compaction changes what a router comes back with. Immutable.
sealed interface Proof {
    /// There is nothing to prove yet.
    record None() implements Proof {}

    record Computing() implements Proof {}

    record Ready(CompactionProof proof) implements Proof {}

    record Failed(String sentence) implements Proof {}
}
