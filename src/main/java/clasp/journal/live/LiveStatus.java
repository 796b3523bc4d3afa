package clasp.journal.live;

import clasp.journal.store.JournalAccess;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How following goes. Immutable.
///
/// @param problem why the relay does not answer, as a sentence; null while it does
/// @param wantsToken whether it does not because it was shown no token that it takes
/// @param caughtUp whether everything was read that the relay had when it was last asked
/// @param delay from the last question to the answer
/// @param entriesPerSecond as read in the last seconds
/// @param missed entries that the relay dropped before they were read, at most
public record LiveStatus(
        @Nullable String problem,
        boolean wantsToken,
        boolean caughtUp,
        Duration delay,
        long entriesPerSecond,
        long missed) {
    public Optional<String> trouble() {
        return Optional.ofNullable(problem);
    }

    /// For the status bar.
    JournalAccess access() {
        if (problem != null) {
            return wantsToken ? JournalAccess.Plain.WANTS_TOKEN : JournalAccess.Plain.NO_CONNECTION;
        }
        return new JournalAccess.Following(caughtUp, delay, entriesPerSecond, missed);
    }
}
