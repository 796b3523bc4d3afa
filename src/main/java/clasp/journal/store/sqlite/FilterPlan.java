package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import java.util.List;

/// A filter as the reader works with it. Immutable.
///
/// @param bounds seqs outside of it cannot match
/// @param condition for a scan of the table, without the bounds
/// @param needsValue whether the whole value must be read to judge an entry
record FilterPlan(Filter filter, SeqRange bounds, SqlCondition condition, boolean needsValue) {
    static FilterPlan of(Filter filter) {
        return new FilterPlan(filter, bounds(filter), FilterSql.of(filter), needsValue(filter));
    }

    private static SeqRange bounds(Filter filter) {
        return switch (filter) {
            case Filter.Seq seq -> seq.range();
            case Filter.And and -> and.parts().stream().map(FilterPlan::bounds).reduce(SeqRange.ALL, SeqRange::and);
            default -> SeqRange.ALL;
        };
    }

    private static boolean needsValue(Filter filter) {
        return switch (filter) {
            case Filter.And and -> anyNeedsValue(and.parts());
            case Filter.Or or -> anyNeedsValue(or.parts());
            case Filter.Not not -> needsValue(not.part());
            case Filter.Value value -> true;
            case Filter.Text text -> true;
            default -> false;
        };
    }

    private static boolean anyNeedsValue(List<Filter> parts) {
        return parts.stream().anyMatch(FilterPlan::needsValue);
    }
}
