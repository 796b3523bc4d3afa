package clasp.journal.demo;

/// What a simulated show is to be; equal plans give equal shows, entry by entry. Immutable.
///
/// @param seed any number
/// @param addresses how many addresses the show has, at least [#MIN_ADDRESSES]
/// @param startMicros when it begins, µs since the Unix epoch
public record ShowPlan(long seed, int addresses, long startMicros) {
    public static final int MIN_ADDRESSES = 100;
    public static final int MAX_ADDRESSES = 20_000_000;

    /// Ten scenes of twenty layers with five params each, 32 mixer channels, and what belongs to them.
    public static final int USUAL_ADDRESSES = 1_354;

    /// 2024-02-21T07:20:00Z.
    public static final long USUAL_START_MICROS = 1_708_500_000_000_000L;

    public ShowPlan {
        if (addresses < MIN_ADDRESSES || addresses > MAX_ADDRESSES) {
            throw new IllegalArgumentException(
                    "A show has " + MIN_ADDRESSES + " to " + MAX_ADDRESSES + " addresses, not " + addresses + ".");
        }
    }

    public static ShowPlan ofSeed(long seed) {
        return new ShowPlan(seed, USUAL_ADDRESSES, USUAL_START_MICROS);
    }
}
