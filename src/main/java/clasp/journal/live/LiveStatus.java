package clasp.journal.live;

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
    private static final long DELAY_STEP_MILLIS = 50;

    public Optional<String> trouble() {
        return Optional.ofNullable(problem);
    }

    /// In a few words, for the status bar.
    String words() {
        if (problem != null) {
            return wantsToken ? "wants another token" : "no connection";
        }
        return (caughtUp ? "live" : "catching up") + " · " + delayWords() + " · " + entriesPerSecond + "/s"
                + (missed == 0 ? "" : " · " + missed + " missed");
    }

    /// In steps: a word that changes with each answer is drawn anew with each, and tells nobody more.
    private String delayWords() {
        long millis = delay.toMillis();
        if (millis < DELAY_STEP_MILLIS) {
            return "<" + DELAY_STEP_MILLIS + " ms";
        }
        return millis / DELAY_STEP_MILLIS * DELAY_STEP_MILLIS + " ms";
    }
}
