package clasp.journal.ui.compaction;

import clasp.journal.store.CompactionPreview;
import java.util.OptionalLong;

/// What is known of the cut in force. Immutable.
sealed interface CutPreview {
    /// What is typed makes no cut.
    ///
    /// @param advice what to type, as a sentence
    record Missing(String advice) implements CutPreview {}

    record Computing() implements CutPreview {}

    /// @param safePoint empty when the journal has no usable snapshot
    record Ready(CompactionPreview preview, OptionalLong safePoint) implements CutPreview {}

    record Failed(String sentence) implements CutPreview {}
}
