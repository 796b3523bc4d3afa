package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.ExactRowIndex;
import clasp.journal.store.Progress;
import clasp.journal.store.RowIndex;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds all matches of a filter, as seqs: from the indexes where they can tell, by a scan of the table for the rest.
/// Thread-safe.
final class MatchReader {
    private static final Attempt TRIED = Attempt.to("store.tried.find");

    private final SqliteSource source;
    private final AddressCounts addresses;
    private final EntryScan scans;

    MatchReader(SqliteSource source) {
        this.source = source;
        this.addresses = new AddressCounts(source);
        this.scans = new EntryScan(source);
    }

    RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        SeqBitmap seqs = seqs(filter, progress, cancellation);
        if (!seqs.isEmpty() && seqs.size() == seqs.select(seqs.size() - 1) - seqs.select(0) + 1) {
            return RowIndex.linear(new SeqRange(seqs.select(0), seqs.select(seqs.size() - 1)), true);
        }
        return new ExactRowIndex(seqs);
    }

    long count(Filter filter, Progress progress, Cancellation cancellation) {
        if (source.damage() == Damage.MET) {
            return readable(filter, progress, cancellation).size();
        }
        Optional<Long> known = source.read(TRIED, cancellation, connection -> IndexedCounts.count(connection, filter));
        if (known.isPresent()) {
            return known.get();
        }
        if (AddressSets.decides(filter)) {
            OptionalLong counted = addresses.count(filter, present(cancellation), cancellation);
            if (counted.isPresent()) {
                return counted.getAsLong();
            }
        }
        boolean exact = FilterPlan.of(filter).condition().exact();
        return exact && !mayUseIndexes(filter)
                ? countThrough(filter, progress, cancellation)
                : seqs(filter, progress, cancellation).size();
    }

    /// Asks no index.
    long countThrough(Filter filter, Progress progress, Cancellation cancellation) {
        FilterPlan plan = FilterPlan.of(filter);
        if (!plan.condition().exact()) {
            return inTable(plan, progress, cancellation).size();
        }
        return Segments.map(
                        present(cancellation).and(plan.bounds()),
                        part -> source.read(
                                TRIED,
                                cancellation,
                                connection -> TableMatches.count(connection, plan.condition(), part)),
                        progress,
                        cancellation)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// Those that can be read of a file that is known to be damaged: an index may name others.
    private SeqBitmap readable(Filter filter, Progress progress, Cancellation cancellation) {
        SeqBitmapBuilder seqs = new SeqBitmapBuilder();
        scans.scanReadable(filter, present(cancellation), entry -> seqs.add(entry.seq()), progress, cancellation);
        return seqs.build();
    }

    /// The seqs of all matches.
    SeqBitmap seqs(Filter filter, Progress progress, Cancellation cancellation) {
        if (source.damage() == Damage.MET) {
            return readable(filter, progress, cancellation);
        }
        Optional<SeqBitmap> indexed = source.read(
                TRIED, cancellation, connection -> Optional.ofNullable(new IndexedMatches(connection).find(filter)));
        if (indexed.isPresent()) {
            return indexed.get();
        }
        List<Filter> rest = new ArrayList<>();
        List<Filter> candidates = new ArrayList<>();
        if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> (mayUseIndexes(part) ? candidates : rest).add(part));
        }
        if (!candidates.isEmpty() && !rest.isEmpty()) {
            Optional<SeqBitmap> left = source.read(
                    TRIED,
                    cancellation,
                    connection -> Optional.ofNullable(new IndexedMatches(connection).find(new Filter.And(candidates))));
            if (left.isPresent()) {
                return among(left.get(), TableMatches.rest(rest), progress, cancellation);
            }
        }
        return inTable(FilterPlan.of(filter), progress, cancellation);
    }

    private SeqBitmap inTable(FilterPlan plan, Progress progress, Cancellation cancellation) {
        return union(Segments.map(
                present(cancellation).and(plan.bounds()),
                part -> source.read(TRIED, cancellation, connection -> TableMatches.in(connection, plan, part)),
                progress,
                cancellation));
    }

    private SeqBitmap among(SeqBitmap candidates, Filter rest, Progress progress, Cancellation cancellation) {
        if (candidates.isEmpty()) {
            return candidates;
        }
        SeqRange range = new SeqRange(candidates.select(0), candidates.select(candidates.size() - 1));
        return union(Segments.map(
                range,
                part -> candidates.count(part) == 0
                        ? SeqBitmap.EMPTY
                        : source.read(
                                TRIED,
                                cancellation,
                                connection -> TableMatches.among(connection, rest, candidates, part)),
                progress,
                cancellation));
    }

    private static SeqBitmap union(List<SeqBitmap> parts) {
        List<SeqBitmap> level = parts;
        while (level.size() > 1) {
            List<SeqBitmap> next = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                next.add(i + 1 < level.size() ? level.get(i).or(level.get(i + 1)) : level.get(i));
            }
            level = next;
        }
        return level.isEmpty() ? SeqBitmap.EMPTY : level.getFirst();
    }

    private static boolean mayUseIndexes(Filter filter) {
        return switch (filter) {
            case Filter.Address address -> true;
            case Filter.Signal signal -> true;
            case Filter.Time time -> true;
            case Filter.Seq seq -> true;
            case Filter.And and -> and.parts().stream().allMatch(MatchReader::mayUseIndexes);
            case Filter.Or or -> or.parts().stream().allMatch(MatchReader::mayUseIndexes);
            case Filter.Not not -> mayUseIndexes(not.part());
            case Filter.Author author -> false;
            case Filter.Message message -> false;
            case Filter.Value value -> false;
            case Filter.Revision revision -> false;
            case Filter.HasRevision has -> false;
            case Filter.Text text -> false;
        };
    }

    /// From the first seq to the latest.
    SeqRange present(Cancellation cancellation) {
        return source.read(TRIED, cancellation, connection -> {
            try (ResultSet row = connection
                    .prepare("SELECT (SELECT min(seq) FROM journal_entries), (SELECT max(seq) FROM journal_entries)")
                    .executeQuery()) {
                long first = row.next() ? row.getLong(1) : 0;
                return row.wasNull() ? SeqRange.NONE : new SeqRange(first, row.getLong(2));
            }
        });
    }

    List<SeqRange> missing(int max, Cancellation cancellation) {
        return new GapSearch(source, max, cancellation).within(present(cancellation));
    }
}
