package clasp.journal.store;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// How a source was opened, or how it goes. As text it is a word or two of English, for whoever has no window.
/// Immutable.
public sealed interface JournalAccess {
    /// What needs no numbers.
    enum Plain implements JournalAccess {
        READ_ONLY("read-only"),
        /// Somebody else has the file open.
        READ_ONLY_LIVE("read-only, live"),
        PRIVATE_COPY("private copy"),
        READ_WRITE("read-write"),
        IN_MEMORY("in memory"),
        /// What was read of a relay's session before another one began.
        ENDED("ended"),
        NO_CONNECTION("no connection"),
        WANTS_TOKEN("wants another token"),
        RECORDING("recording"),
        RECORDING_UNCONNECTED("recording · no connection"),
        RECORDING_UNSTORED("recording · cannot store"),
        HOSTING("hosting"),
        /// What was recorded or hosted: nothing comes in any more.
        STOPPED("stopped"),
        /// A router that was hosted has ended by itself.
        FAILED("ended by itself");

        private static final Set<Plain> OVER = EnumSet.of(ENDED, STOPPED, FAILED);
        private static final Set<Plain> TROUBLED =
                EnumSet.of(NO_CONNECTION, WANTS_TOKEN, RECORDING_UNCONNECTED, RECORDING_UNSTORED, FAILED);

        private final String words;

        Plain(String words) {
            this.words = words;
        }

        @Override
        public boolean isOver() {
            return OVER.contains(this);
        }

        @Override
        public boolean isTroubled() {
            return TROUBLED.contains(this);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// Whether nothing will be added any more.
    default boolean isOver() {
        return false;
    }

    /// Whether something is wrong that the user may want to do something about.
    default boolean isTroubled() {
        return false;
    }

    /// A relay's journal that is followed.
    ///
    /// @param caughtUp whether everything was read that the relay had when it was last asked
    /// @param delay from the last question to the answer, in steps: a text that changes with each answer would be
    ///     drawn anew with each, and tell nobody more
    /// @param entriesPerSecond as read in the last seconds
    /// @param missed entries that the relay dropped before they were read, at most
    record Following(boolean caughtUp, Duration delay, long entriesPerSecond, long missed) implements JournalAccess {
        /// Of which delays are told.
        public static final Duration STEP = Duration.ofMillis(50);

        public Following {
            delay = STEP.multipliedBy(delay.dividedBy(STEP));
        }

        @Override
        public String toString() {
            return (caughtUp ? "live" : "catching up")
                    + " · " + (delay.isZero() ? "<" + STEP.toMillis() : delay.toMillis()) + " ms · "
                    + entriesPerSecond + "/s" + (missed == 0 ? "" : " · " + missed + " missed");
        }
    }
}
