package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// What a subscriber wishes beyond a pattern; null for no wish. Immutable.
///
/// @param maxRate updates a second for one address, unsigned 32 bit
/// @param epsilon least change of a number that is worth sending
/// @param history past values to send first, unsigned 32 bit
/// @param window unsigned 32 bit
public record SubscribeOptions(
        @Nullable Long maxRate,
        @Nullable Double epsilon,
        @Nullable Long history,
        @Nullable Long window) {
    public static final SubscribeOptions NONE = new SubscribeOptions(null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }
}
