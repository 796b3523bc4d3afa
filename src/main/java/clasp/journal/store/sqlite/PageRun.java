package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.store.SeqBitmap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The search for the rows of one page. Used once, by one thread, which has others read for it.
final class PageRun {
    private static final Attempt TRIED = Attempt.to("store.tried.entries");
    private static final long MOST_SEGMENTS = 1_000;

    /// So many entries of an index are looked at in the time of one look-up of an entry.
    private static final long FOR_A_LOOK_UP = 64;

    /// So many segments are read before the indexes are asked where conditions meet.
    private static final int TRIED_SEGMENTS = 4;

    private final SqliteSource source;
    private final TimeExtents extents;
    private final PageSearch.Effort effort;
    private final FilterPlan plan;
    private final PageRequest request;
    private final Cancellation cancellation;
    private final List<Row> rows = new ArrayList<>();

    /// Whether damage ended the search.
    private boolean stopped;

    PageRun(
            SqliteSource source,
            TimeExtents extents,
            PageSearch.Effort effort,
            FilterPlan plan,
            PageRequest request,
            Cancellation cancellation) {
        this.source = source;
        this.extents = extents;
        this.effort = effort;
        this.plan = plan;
        this.request = request;
        this.cancellation = cancellation;
    }

    /// The rows of the page, the nearest first.
    List<Row> nearestIn(SeqRange range) {
        PageSearch.Near near = ask(cancellation, search -> search.near(range));
        rows.addAll(near.rows());
        stopped = near.damaged();
        SeqRange rest = withinTimes(near);
        boolean mayBeFew = near.candidates().isPresent() || !rest.equals(near.rest());
        Optional<List<Row>> few =
                mayBeFew && !rest.isEmpty() ? ask(cancellation, search -> search.few(rest, near)) : Optional.empty();
        few.ifPresentOrElse(this::add, () -> addFrom(rest, near.parts()));
        if (stopped && !rows.isEmpty() && left() > 0) {
            rows.add(rows.removeLast().beforeDamage());
        }
        return rows;
    }

    /// The rest, without what lies before and behind all entries of a time that is asked for.
    private SeqRange withinTimes(PageSearch.Near near) {
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

    /// Segment by segment. Conditions that do not meet in the first of them may meet in few places or nowhere, which
    /// their indexes tell sooner than a look at every entry.
    private void addFrom(SeqRange rest, List<IndexedPart> parts) {
        List<SeqRange> cut = Segments.cut(rest, effort.segment(), MOST_SEGMENTS);
        List<SeqRange> segments = request.direction() == Direction.FORWARD ? cut : cut.reversed();
        int tried = Math.min(TRIED_SEGMENTS, segments.size());
        boolean more = addThrough(segments.subList(0, tried), parts, Optional.empty());
        List<SeqRange> others = segments.subList(tried, segments.size());
        if (more && !others.isEmpty()) {
            SeqRange open = others.getFirst().span(others.getLast());
            Optional<SeqBitmap> meetings = meetings(parts, open);
            addThrough(
                    others.stream()
                            .filter(segment ->
                                    meetings.isEmpty() || meetings.get().count(segment) > 0)
                            .toList(),
                    parts,
                    meetings);
        }
    }

    /// The seqs at which all conditions hold whose texts an index can list; empty when these are not several, or an
    /// index is damaged.
    private Optional<SeqBitmap> meetings(List<IndexedPart> parts, SeqRange within) {
        // Few texts have long runs of ascending seqs, which a bitmap takes best.
        List<IndexedPart> listed = parts.stream()
                .filter(part -> part.time().isAll())
                .sorted(Comparator.comparingInt(IndexedPart::textLength))
                .toList();
        if (listed.size() < 2) {
            return Optional.empty();
        }
        return new IndexMeetings(source).find(listed, within, cancellation).or(() -> asked(listed, within));
    }

    /// Likewise, as SQLite tells them.
    private Optional<SeqBitmap> asked(List<IndexedPart> parts, SeqRange within) {
        List<IndexedPart> listed =
                parts.stream().filter(IndexedPart::listsTexts).toList();
        if (listed.size() < 2) {
            return Optional.empty();
        }
        List<SeqRange> pieces = Segments.cut(within, effort.segment(), Segments.AT_ONCE);
        List<Optional<SeqBitmap>> found = Segments.map(
                pieces,
                piece -> ask(cancellation, search -> search.meetings(listed, piece)),
                piece -> {},
                cancellation);
        return found.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : found.stream().flatMap(Optional::stream).reduce(SeqBitmap::or);
    }

    /// Returns whether more is wanted.
    private boolean addThrough(List<SeqRange> segments, List<IndexedPart> parts, Optional<SeqBitmap> meetings) {
        Cancellation enough = new Cancellation();
        boolean[] more = {true};
        try (var whole = cancellation.onCancel(enough::cancel)) {
            Segments.forEach(
                    segments,
                    segment -> ask(enough, search -> search.through(segment, parts, meetings)),
                    found -> {
                        add(found.rows());
                        stopped |= found.damaged();
                        more[0] = !found.damaged() && left() > 0;
                        return more[0];
                    },
                    cancellation);
            return more[0];
        } catch (DamagedException e) {
            // What lies before the damage is worth showing; the page after it will say what is the matter.
            if (rows.isEmpty()) {
                throw e;
            }
            stopped = true;
            return false;
        } finally {
            enough.cancel();
        }
    }

    private void add(List<Row> found) {
        rows.addAll(found.subList(0, Math.min(found.size(), left())));
    }

    private int left() {
        return request.maxEntries() - rows.size();
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(PageSearch search) throws SQLException;
    }

    private <T> T ask(Cancellation until, Question<T> question) {
        boolean[] damageMet = {false};
        T answer = source.read(TRIED, until, connection -> {
            var search = new PageSearch(connection, plan, request, effort);
            T found = question.ask(search);
            damageMet[0] = search.damageMet();
            return found;
        });
        if (damageMet[0]) {
            source.noteDamage();
        }
        return answer;
    }
}
