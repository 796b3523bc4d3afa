package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// Passes over ranges of a journal, one after the other, that are told as one piece of work: a seq takes as long as any
/// other. Used by one thread.
final class SurveyPasses {
    private static final long LEAST_SEQS = 20_000;
    private static final long MOST_PARTS = 200;
    private static final long UNITS = 1_000;

    /// Looks at a part of a range.
    @FunctionalInterface
    interface Look<T> {
        T at(StoppableConnection connection, SeqRange part) throws SQLException;
    }

    private final SqliteSource source;
    private final Attempt tried;
    private final List<SeqRange> ranges;
    private final Progress progress;
    private final double all;
    private int begun;
    private double done;

    /// @param tried what is worked out, for sentences
    /// @param ranges what the passes are over, in their order; not all need to be made
    SurveyPasses(SqliteSource source, Attempt tried, List<SeqRange> ranges, Progress progress) {
        this.source = source;
        this.tried = tried;
        this.ranges = List.copyOf(ranges);
        this.progress = progress;
        all = ranges.stream().mapToDouble(SurveyPasses::seqs).sum();
    }

    /// The next pass. What was seen of one part is given away before much more is looked at.
    ///
    /// @param each given what was seen of each part, in ascending order of seqs
    <T> void next(Look<T> look, Consumer<T> each, Cancellation cancellation) {
        List<SeqRange> parts = Segments.cut(ranges.get(begun++), LEAST_SEQS, MOST_PARTS);
        Iterator<SeqRange> finished = parts.iterator();
        Segments.forEach(
                parts,
                part -> source.read(tried, cancellation, connection -> look.at(connection, part)),
                seen -> {
                    each.accept(seen);
                    done += seqs(finished.next());
                    progress.report(Math.round(UNITS * done / all), UNITS);
                    return true;
                },
                cancellation);
    }

    private static double seqs(SeqRange range) {
        return range.isEmpty() ? 0 : (double) range.last() - range.first() + 1;
    }
}
