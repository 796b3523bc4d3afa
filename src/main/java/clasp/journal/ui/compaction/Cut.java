package clasp.journal.ui.compaction;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import java.util.OptionalLong;

/// Where a journal is to be cut: what lies before goes. Immutable.
sealed interface Cut {
    /// Where nothing that recovery needs is lost.
    record SafePoint() implements Cut {}

    record BeforeSeq(long seq) implements Cut {}

    /// @param micros unsigned
    record BeforeTime(long micros) implements Cut {}

    record KeepLast(long entries) implements Cut {}

    /// The seq of the first entry that stays. Blocks.
    ///
    /// @param safePoint empty when there is none; then [SafePoint] removes nothing
    default long beforeSeq(
            JournalReader journal, Compactor compactor, OptionalLong safePoint, Cancellation cancellation) {
        return switch (this) {
            case SafePoint _ -> safePoint.orElse(0);
            case BeforeSeq before -> before.seq();
            case BeforeTime before ->
                journal.seqAtTime(before.micros())
                        .orElseGet(() -> journal.state().latestSeq() + 1);
            case KeepLast last -> compactor.keepingLast(last.entries(), cancellation);
        };
    }
}
