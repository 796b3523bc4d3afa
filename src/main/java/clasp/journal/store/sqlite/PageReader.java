package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.List;

/// Finds the matches next to a seq: near by on one connection, and if need be in the rest of the journal by all
/// processors, segment after segment until the page is full. Thread-safe.
final class PageReader {
    private final SqliteSource source;
    private final TimeExtents extents;
    private final PageSearch.Effort effort;

    PageReader(SqliteSource source) {
        this(source, PageSearch.Effort.USUAL);
    }

    /// For tests, whose journals are small.
    PageReader(SqliteSource source, PageSearch.Effort effort) {
        this.source = source;
        this.extents = new TimeExtents(source, effort.segment());
        this.effort = effort;
    }

    List<Row> page(PageRequest request, Cancellation cancellation) {
        FilterPlan plan = FilterPlan.of(request.filter());
        boolean forward = request.direction() == Direction.FORWARD;
        SeqRange range = plan.bounds()
                .and(
                        forward
                                ? new SeqRange(request.fromSeq(), Long.MAX_VALUE)
                                : new SeqRange(Long.MIN_VALUE, request.fromSeq()));
        if (range.isEmpty() || plan.condition().isNever()) {
            return List.of();
        }
        List<Row> rows = new PageRun(source, extents, effort, plan, request, cancellation).nearestIn(range);
        return forward ? rows : rows.reversed();
    }
}
