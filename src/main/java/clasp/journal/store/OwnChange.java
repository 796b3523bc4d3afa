package clasp.journal.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this program itself did to the file of a journal. Immutable.
///
/// @param until when it was over; null while it lasts
public record OwnChange(Kind kind, Instant from, @Nullable Instant until) {
    public enum Kind {
        /// Entries were deleted, or at least the file was put in order for that.
        COMPACTION,
        /// A backup took the place of what was there.
        RESTORATION,
        /// It was written as a journal: by a router or a recording.
        WRITING
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    public OwnChange over(Instant now) {
        return new OwnChange(kind, from, now);
    }
}
