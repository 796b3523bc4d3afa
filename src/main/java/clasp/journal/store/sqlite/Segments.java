package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Work on a long range of seqs, cut into segments that run side by side, so that all processors take part, progress is
/// known and a cancellation waits for no more than the segments under way. Thread-safe.
final class Segments {
    private static final long MIN_SEQS = 50_000;
    private static final long MAX_SEGMENTS = 200;
    /// How many threads work on segments.
    static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 6);
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("journal-scan-", 1).factory());

    private Segments() {}

    /// The results for all segments of the range, in ascending order of seqs.
    static <T> List<T> map(SeqRange range, Function<SeqRange, T> work, Progress progress, Cancellation cancellation) {
        long total = range.last() - range.first() + 1;
        return map(
                cut(range, MIN_SEQS, MAX_SEGMENTS),
                work,
                finished -> progress.report(finished.last() - range.first() + 1, total),
                cancellation);
    }

    /// The results for all parts of something, in their order. Progress counts parts.
    static <P, T> List<T> map(List<P> parts, Function<P, T> work, Progress progress, Cancellation cancellation) {
        long[] done = {0};
        return map(parts, work, (P part) -> progress.report(++done[0], parts.size()), cancellation);
    }

    /// The results for all parts of something, in their order.
    ///
    /// @param finished told each part when its result and those before it are there
    static <P, T> List<T> map(List<P> parts, Function<P, T> work, Consumer<P> finished, Cancellation cancellation) {
        List<T> results = new ArrayList<>();
        forEach(
                parts,
                work,
                result -> {
                    results.add(result);
                    finished.accept(parts.get(results.size() - 1));
                    return true;
                },
                cancellation);
        return results;
    }

    /// Gives the results for the parts, in their order, to the consumer until it says that it has enough. Pieces of
    /// work that run then are not waited for.
    static <P, T> void forEach(List<P> parts, Function<P, T> work, Predicate<T> goesOn, Cancellation cancellation) {
        Deque<Future<T>> underWay = new ArrayDeque<>();
        try {
            boolean more = true;
            for (int next = 0, done = 0; more && done < parts.size(); done++) {
                while (next < parts.size() && underWay.size() < 2 * AT_ONCE) {
                    P part = parts.get(next++);
                    underWay.add(WORKERS.submit(() -> {
                        cancellation.check();
                        return work.apply(part);
                    }));
                }
                more = goesOn.test(await(underWay.remove()));
            }
        } finally {
            underWay.forEach(future -> future.cancel(false));
        }
    }

    /// A list in about `pieces` pieces of the same length, in order.
    static <P> List<List<P>> pieces(List<P> all, int pieces) {
        List<List<P>> cut = new ArrayList<>();
        int size = Math.ceilDiv(Math.max(1, all.size()), pieces);
        for (int from = 0; from < all.size(); from += size) {
            cut.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return cut;
    }

    /// Has a piece of work done by the same threads.
    static <T> Future<T> submit(Callable<T> work) {
        return WORKERS.submit(work);
    }

    /// The range in at most `pieces` pieces of at least `minSeqs`; only the last one may be shorter. The range may be
    /// as long as there are seqs, more than a signed number can count.
    static List<SeqRange> cut(SeqRange range, long minSeqs, long pieces) {
        List<SeqRange> cut = new ArrayList<>();
        if (!range.isEmpty()) {
            long distance = range.last() - range.first();
            long size = Math.max(minSeqs, Long.divideUnsigned(distance, pieces) + 1);
            long first = range.first();
            for (long full = Long.divideUnsigned(distance, size); full > 0; full--) {
                cut.add(new SeqRange(first, first + size - 1));
                first += size;
            }
            cut.add(new SeqRange(first, range.last()));
        }
        return cut;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new JournalException(CoreTexts.text("store.partUnread"), e);
            }
        }
    }
}
