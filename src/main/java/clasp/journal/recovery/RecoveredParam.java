package clasp.journal.recovery;

import clasp.journal.model.Param;
import java.util.OptionalLong;

/// A param that a recovery came to. Immutable.
///
/// @param seq of the entry that set it; [#FROM_SNAPSHOT] when it stands as the snapshot has it
public record RecoveredParam(Param param, long seq) {
    public static final long FROM_SNAPSHOT = Long.MIN_VALUE;

    public String address() {
        return param.address();
    }

    /// The seq of the entry that set it; empty when it stands as the snapshot has it.
    public OptionalLong setBy() {
        return seq == FROM_SNAPSHOT ? OptionalLong.empty() : OptionalLong.of(seq);
    }
}
