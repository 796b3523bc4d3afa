package clasp.journal.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of checking the HMACs of a journal's entries. Immutable.
///
/// @param good entries whose HMAC is right
/// @param bad entries whose HMAC is wrong
/// @param without entries that have none, which CLASP accepts
/// @param missing which entries could not be checked as they cannot be read, as sentences; null when all were
/// @param firstMissing the first seq that may be among those; of no meaning when all were
public record HmacReport(
        long good, long bad, long without, @Nullable String missing, long firstMissing) {
    public HmacReport(long good, long bad, long without) {
        this(good, bad, without, null, 0);
    }

    /// Which entries could not be checked; empty when all were.
    public Optional<String> unchecked() {
        return Optional.ofNullable(missing);
    }
}
