package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.Histogram;

/// How many entries lie where: of the query, and of the whole journal. Immutable.
///
/// @param query whose matches were counted
/// @param total every entry
/// @param matching those that match; the same as `total` for a query that all match
/// @param parts how many buckets were asked for
/// @param version of the journal when it was asked
/// @param behind whether much of the journal was still to come then
record Density(Query query, Histogram total, Histogram matching, int parts, long version, boolean behind) {
    /// Whether everything was counted that was there.
    boolean counted() {
        return total.exact() && matching.exact();
    }

    /// Whether these are the numbers of the journal.
    boolean exact() {
        return counted() && !behind;
    }

    /// Whether `total` is what would be counted for this, and no estimate.
    boolean answers(TimeRange range, int wantedParts, long wantedVersion) {
        return total.exact() && total.range().equals(range) && parts == wantedParts && version == wantedVersion;
    }
}
