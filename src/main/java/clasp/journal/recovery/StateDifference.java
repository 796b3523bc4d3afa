package clasp.journal.recovery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A param in which two states differ. Immutable.
///
/// @param left as the first state has it; null when it does not
/// @param right as the second state has it; null when it does not
/// @param explanation why, in plain words
public record StateDifference(
        Kind kind,
        String address,
        @Nullable RecoveredParam left,
        @Nullable RecoveredParam right,
        String explanation) {
    /// In what way. The order is that of interest.
    public enum Kind {
        VALUE("value"),
        MISSING("missing"),
        EXTRA("extra"),
        REVISION("revision");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// Its name in texts and in machine-readable output.
        public String key() {
            return key;
        }
    }

    public Optional<RecoveredParam> first() {
        return Optional.ofNullable(left);
    }

    public Optional<RecoveredParam> second() {
        return Optional.ofNullable(right);
    }
}
