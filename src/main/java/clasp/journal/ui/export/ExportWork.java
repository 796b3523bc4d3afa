package clasp.journal.ui.export;

import clasp.journal.ui.fx.Fraction;

/// How far an export has come. Immutable.
///
/// @param finding whether it still reads to find the columns of flattened values, before anything is written
/// @param entries read or written so far
/// @param total of them; negative while it is not known
/// @param twoPasses whether it has to find columns at all
record ExportWork(boolean finding, long entries, long total, boolean twoPasses) {
    /// The fraction of work of which nobody knows how long it takes.

    /// From 0 to 1, or [Fraction#UNKNOWN]. Finding the columns and writing count as half of the work each.
    double fraction() {
        if (total <= 0) {
            return Fraction.UNKNOWN;
        }
        double pass = Math.min(1, (double) entries / total);
        if (!twoPasses) {
            return pass;
        }
        return finding ? pass / 2 : 0.5 + pass / 2;
    }
}
