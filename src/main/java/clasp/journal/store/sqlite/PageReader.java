package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalException;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the matches next to a seq: near by on one connection, and if need be in the rest of the journal by all
/// processors, segment after segment until the page is full. Thread-safe.
final class PageReader {
    private static final String TRIED = "read entries";
    private static final long MOST_SEGMENTS = 1_000;

    /// So many entries of an index are looked at in the time of one look-up of an entry.
    private static final long FOR_A_LOOK_UP = 64;

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
        PageSearch.Near near = source.read(
                TRIED, cancellation, connection -> new PageSearch(connection, plan, request, effort).near(range));
        List<Row> rows = new ArrayList<>(near.rows());
        SeqRange rest = withinTimes(near, cancellation);
        boolean mayBeFew = near.candidates().isPresent() || !rest.equals(near.rest());
        Optional<List<Row>> few = mayBeFew && !rest.isEmpty()
                ? source.read(
                        TRIED,
                        cancellation,
                        connection -> new PageSearch(connection, plan, request, effort).few(rest, near))
                : Optional.empty();
        if (few.isPresent()) {
            rows.addAll(few.get().subList(0, Math.min(few.get().size(), left(request, rows))));
        } else {
            addFrom(rest, near.parts(), plan, request, cancellation, rows);
        }
        return forward ? rows : rows.reversed();
    }

    /// The rest, without what lies before and behind all entries of a time that is asked for.
    private SeqRange withinTimes(PageSearch.Near near, Cancellation cancellation) {
        SeqRange rest = near.rest();
        for (IndexedPart part : near.parts()) {
            if (!part.time().isAll() && !rest.isEmpty()) {
                SeqRange before = rest;
                rest = extents.find(part.time(), worth(near), cancellation)
                        .map(extent -> extent.within(before))
                        .orElse(before);
            }
        }
        return rest;
    }

    /// How many index entries may be looked at to find out where the entries of a time are, instead of looking at all
    /// candidates.
    private static long worth(PageSearch.Near near) {
        return near.candidates().map(few -> few.size() * FOR_A_LOOK_UP).orElse(Long.MAX_VALUE);
    }

    private void addFrom(
            SeqRange rest,
            List<IndexedPart> parts,
            FilterPlan plan,
            PageRequest request,
            Cancellation cancellation,
            List<Row> rows) {
        List<SeqRange> segments = Segments.cut(rest, effort.segment(), MOST_SEGMENTS);
        Cancellation enough = new Cancellation();
        try (var whole = cancellation.onCancel(enough::cancel)) {
            Segments.forEach(
                    request.direction() == Direction.FORWARD ? segments : segments.reversed(),
                    segment -> source.read(
                            TRIED,
                            enough,
                            connection -> new PageSearch(connection, plan, request, effort).through(segment, parts)),
                    found -> {
                        rows.addAll(
                                found.rows().subList(0, Math.min(found.rows().size(), left(request, rows))));
                        return !found.damaged() && left(request, rows) > 0;
                    },
                    cancellation);
        } catch (JournalException e) {
            // What lies before the damage is worth showing; the page after it will say what is the matter.
            if (rows.isEmpty() || !JdbcErrors.isDamage(e)) {
                throw e;
            }
        } finally {
            enough.cancel();
        }
    }

    private static int left(PageRequest request, List<Row> rows) {
        return request.maxEntries() - rows.size();
    }
}
