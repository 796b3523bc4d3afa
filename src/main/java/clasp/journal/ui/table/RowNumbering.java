package clasp.journal.ui.table;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReadableRows;
import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeft;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/// Finds out in the background how many rows a filter has and which is which, and keeps that true while the journal
/// grows: what comes after the index was made is counted page by page, as far as it can be read. Confined to the FX
/// thread.
final class RowNumbering {
    private static final int TAIL_PAGE = 8_192;
    private static final int TAIL_LIMIT = 1_000_000;

    private final JournalReader journal;
    private final Tasks tasks;
    private final Runnable changed;
    private final Consumer<Throwable> failed;
    private final RowNumbers numbers = new RowNumbers();
    private final TaskSlot slot = new TaskSlot();
    private final TimeLeft timeLeft;
    private Filter filter = Filter.NONE;
    private JournalState state = new JournalState(0, 0, 0, 0);
    private long coveredTo;
    private boolean running;
    private double progress = -1;
    private String left = "";

    /// @param nanos a clock, such as `System::nanoTime`
    /// @param changed called whenever the numbers have
    RowNumbering(JournalReader journal, Tasks tasks, LongSupplier nanos, Runnable changed, Consumer<Throwable> failed) {
        this.journal = journal;
        this.tasks = tasks;
        timeLeft = new TimeLeft(nanos);
        this.changed = changed;
        this.failed = failed;
    }

    RowNumbers numbers() {
        return numbers;
    }

    /// Whether an exact index is being made.
    boolean running() {
        return running && !numbers.exact();
    }

    /// How far that has come, 0 to 1; negative when unknown.
    double progress() {
        return progress;
    }

    /// How long it takes still, in words; empty while nobody can tell.
    String left() {
        return left;
    }

    /// Another filter, or everything anew: an estimate for now, until [#index()].
    void prepare(Filter newFilter, JournalState now) {
        stop();
        filter = newFilter;
        state = now;
        numbers.estimate(span());
    }

    void stop() {
        running = false;
        slot.cancel();
    }

    /// The journal has grown at its end, or lost entries at its start.
    void grown(JournalState now) {
        state = now;
        if (numbers.exact()) {
            numbers.evictBelow(now.firstSeq());
            catchUp();
        } else {
            numbers.estimate(span());
            if (!running) {
                index();
            }
        }
    }

    private SeqRange span() {
        return state.isEmpty() ? SeqRange.NONE : new SeqRange(state.firstSeq(), state.latestSeq());
    }

    /// Makes the exact index.
    void index() {
        running = true;
        progressed(-1);
        long known = state.latestSeq();
        Filter wanted = filter;
        tasks.task(
                        Texts.text("table.task.number"),
                        (report, cancellation) -> journal.rowIndex(wanted, report, cancellation))
                .replacing(slot)
                .onProgress((done, total) -> {
                    progressed(Fraction.of(done, total));
                    changed.run();
                })
                .onSuccess(index -> {
                    running = false;
                    numbers.exactly(index);
                    // The index is of a moment not before it was asked for: what lies between has no match.
                    coveredTo = Math.max(known, numbers.lastSeq());
                    numbers.evictBelow(state.firstSeq());
                    changed.run();
                    catchUp();
                })
                .onFailure(this::failed)
                .start();
    }

    private void progressed(double now) {
        progress = now;
        left = timeLeft.words(now);
    }

    private void catchUp() {
        if (running || state.latestSeq() <= coveredTo) {
            return;
        }
        if (numbers.added() > TAIL_LIMIT) {
            index();
            return;
        }
        running = true;
        long from = coveredTo + 1;
        long known = state.latestSeq();
        Filter wanted = filter;
        tasks.task(Texts.text("table.task.number"), (report, cancellation) -> seqsFrom(wanted, from, cancellation))
                .replacing(slot)
                .onSuccess(seqs -> {
                    running = false;
                    numbers.append(seqs);
                    coveredTo = Math.max(known, numbers.lastSeq());
                    numbers.evictBelow(state.firstSeq());
                    changed.run();
                    catchUp();
                })
                .onFailure(this::failed)
                .start();
    }

    private void failed(Throwable error) {
        running = false;
        failed.accept(error);
    }

    private long[] seqsFrom(Filter wanted, long from, Cancellation cancellation) {
        LongStream.Builder found = LongStream.builder();
        ReadableRows matches = new ReadableRows(journal, wanted, 1, cancellation);
        long next = from;
        while (true) {
            ReadableRows.Found page = matches.page(next, Direction.FORWARD, TAIL_PAGE);
            page.rows().forEach(row -> found.add(row.entry().seq()));
            if (!page.full()) {
                return found.build().toArray();
            }
            next = page.rows().getLast().entry().seq() + 1;
        }
    }
}
