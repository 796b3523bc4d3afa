package clasp.journal.store;

import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a compaction would do, computed without doing it. Immutable.
///
/// @param sizeBefore bytes now
/// @param sizeAfter bytes afterwards with VACUUM, an estimate
/// @param uncovered addresses (at most [#MAX_LISTED]) whose every SET would go while no usable snapshot at or after
///     their last SET covers them: their value, which is documented to be recovered now, could no longer be
/// @param uncoveredCount how many such addresses there are
/// @param forgotten likewise, but of which not even now a value is documented to be recovered: the latest usable
///     snapshot was taken after their last SET, and does not have them. What goes is the last that tells of them
/// @param forgottenCount how many such addresses there are
/// @param lost timestamps of the removed entries, least to greatest; null when none is removed
public record CompactionPreview(
        long beforeSeq,
        long removed,
        long kept,
        long sizeBefore,
        long sizeAfter,
        List<String> uncovered,
        long uncoveredCount,
        List<String> forgotten,
        long forgottenCount,
        @Nullable TimeRange lost) {
    public static final int MAX_LISTED = 200;

    public CompactionPreview {
        uncovered = List.copyOf(uncovered);
        forgotten = List.copyOf(forgotten);
    }

    public Optional<TimeRange> lostTime() {
        return Optional.ofNullable(lost);
    }
}
