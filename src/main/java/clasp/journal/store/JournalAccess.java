package clasp.journal.store;

import java.time.Duration;

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
        STOPPED("stopped");

        private final String words;

        Plain(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
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
