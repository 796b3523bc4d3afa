package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What to count, and what of it is known. Immutable.
///
/// @param version of the journal
/// @param total every entry; null when that is to be counted
/// @param hurried whether an estimate is wanted until then
/// @param behind whether much of the journal is still to come
record DensityQuestion(
        Query query,
        TimeRange range,
        int parts,
        long version,
        @Nullable Histogram total,
        boolean hurried,
        boolean behind) {
    private static final long UNITS = 1_000;

    /// Of a query that not all match nothing is estimated: of rare matches, an estimate would see none.
    Density answer(JournalReader journal, Consumer<Density> early, Progress progress, Cancellation cancellation) {
        boolean all = query.filter().equals(Filter.ALL);
        Histogram known = total;
        if (known == null && hurried && all) {
            Histogram estimate = journal.estimate(range, parts, cancellation);
            if (estimate.exact()) {
                known = estimate;
            } else {
                early.accept(new Density(query, estimate, estimate, parts, version, behind));
            }
        }
        boolean twice = known == null && !all;
        Histogram counted =
                known != null ? known : count(journal, Filter.ALL, twice ? half(0, progress) : progress, cancellation);
        Histogram matching =
                all ? counted : count(journal, query.filter(), twice ? half(1, progress) : progress, cancellation);
        return new Density(query, counted, matching, parts, version, behind);
    }

    /// Of two counts, the one after the other.
    private static Progress half(int before, Progress whole) {
        return (done, total) ->
                whole.report(before * UNITS + (total <= 0 ? 0 : Math.round((double) UNITS * done / total)), 2 * UNITS);
    }

    private Histogram count(JournalReader journal, Filter filter, Progress progress, Cancellation cancellation) {
        return journal.histogram(filter, range, parts, progress, cancellation);
    }
}
