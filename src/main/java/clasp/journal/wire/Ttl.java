package clasp.journal.wire;

/// How long a param lives after a SET. Immutable.
public sealed interface Ttl {
    /// The most seconds that fit: 31 bits.
    int MAX_SECONDS = Integer.MAX_VALUE;

    /// For ever, whatever the router's own rule.
    record Never() implements Ttl {}

    /// So long after it was created.
    ///
    /// @param seconds from 0
    record Absolute(int seconds) implements Ttl {
        public Absolute {
            requireNotNegative(seconds);
        }
    }

    /// So long after it was last read or written.
    ///
    /// @param seconds from 1: the wire has no sliding time of 0
    record Sliding(int seconds) implements Ttl {
        public Sliding {
            if (seconds == 0) {
                throw new IllegalArgumentException("A sliding time to live of 0 seconds means never: use Never.");
            }
            requireNotNegative(seconds);
        }
    }

    /// CLASP writes a sliding time of 0 like [Never], and so reads it.
    static Ttl sliding(int seconds) {
        return seconds == 0 ? new Never() : new Sliding(seconds);
    }

    private static void requireNotNegative(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("A time to live cannot be negative: " + seconds);
        }
    }
}
