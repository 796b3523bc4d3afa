package clasp.journal.ui.fx;

/// How much of some work is done, from 0 to 1, as progress bars take it.
public final class Fraction {
    /// It cannot be told.
    public static final double UNKNOWN = -1;

    private Fraction() {}

    /// @param done units of work done so far
    /// @param total units in all; not positive when unknown
    /// @return never more than 1; [#UNKNOWN] without a total
    public static double of(long done, long total) {
        return total > 0 ? Math.min(1, (double) done / total) : UNKNOWN;
    }
}
