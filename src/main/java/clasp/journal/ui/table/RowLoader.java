package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.util.function.Consumer;

/// Fetches rows in the background: where the user jumps to, and the pages next to what is there.
///
/// A thumb that is dragged asks for new places faster than a page can be loaded. If each jump cancelled the one before,
/// nothing would show until the thumb rests; if each waited, a slow one would hold up the rest. So there are two lanes:
/// one jump is let through to its end, and of those that come meanwhile the newest runs beside it. What was asked
/// before the rows on screen never shows. Confined to the FX thread.
final class RowLoader {
    static final int PAGE = 256;

    /// Receives where a jump has come to.
    @FunctionalInterface
    interface Landed {
        /// @param newest false when a later jump is still under way
        void landed(Landing landing, boolean newest);
    }

    private final JournalReader journal;
    private final Tasks tasks;
    private final Consumer<Throwable> failed;
    private final TaskSlot steady = new TaskSlot();
    private final TaskSlot latest = new TaskSlot();
    private final TaskSlot before = new TaskSlot();
    private final TaskSlot after = new TaskSlot();
    private long steadyJump;
    private long latestJump;
    private boolean loadingBefore;
    private boolean loadingAfter;
    private long asked;
    private long answered;

    RowLoader(JournalReader journal, Tasks tasks, Consumer<Throwable> failed) {
        this.journal = journal;
        this.tasks = tasks;
        this.failed = failed;
    }

    /// Stops everything; no result of what was asked before will be delivered.
    void cancel() {
        steadyJump = 0;
        latestJump = 0;
        answered = asked;
        steady.cancel();
        latest.cancel();
        cancelPages();
    }

    void jump(Filter filter, Jump jump, int visible, Landed landed) {
        cancelPages();
        long number = ++asked;
        boolean steadily = steadyJump == 0;
        if (steadily) {
            steadyJump = number;
        } else {
            latestJump = number;
        }
        tasks.task(
                        Texts.text("table.task.load"),
                        (progress, cancellation) ->
                                Landing.find(new RowPages(journal, filter, cancellation), jump, visible))
                .replacing(steadily ? steady : latest)
                .onSuccess(landing -> answer(number, () -> {
                    // Pages asked for beside the rows that stood there until now do not belong beside these.
                    cancelPages();
                    landed.landed(landing, number == asked);
                }))
                .onFailure(error -> answer(number, () -> {
                    if (number == asked) {
                        failed.accept(error);
                    }
                }))
                .start();
    }

    /// Ends this jump and those before it.
    private void answer(long number, Runnable delivery) {
        if (steadyJump <= number) {
            steadyJump = 0;
            steady.cancel();
        }
        if (latestJump <= number) {
            latestJump = 0;
            latest.cancel();
        }
        if (number > answered) {
            answered = number;
            delivery.run();
        }
    }

    /// Fetches the matches beyond `seq`, unless that is under way.
    void after(Filter filter, long seq, Consumer<RowPages.Found> handler) {
        if (!loadingAfter && seq < Long.MAX_VALUE) {
            loadingAfter = true;
            page(filter, seq + 1, Direction.FORWARD, after, () -> loadingAfter = false, handler);
        }
    }

    /// Fetches the matches short of `seq`, unless that is under way.
    void before(Filter filter, long seq, Consumer<RowPages.Found> handler) {
        if (!loadingBefore && seq > Long.MIN_VALUE) {
            loadingBefore = true;
            page(filter, seq - 1, Direction.BACKWARD, before, () -> loadingBefore = false, handler);
        }
    }

    private void page(
            Filter filter,
            long from,
            Direction direction,
            TaskSlot slot,
            Runnable done,
            Consumer<RowPages.Found> handler) {
        tasks.task(
                        Texts.text("table.task.load"),
                        (progress, cancellation) -> new RowPages(journal, filter, cancellation)
                                .page(from, direction, PAGE)
                                .orThrow())
                .replacing(slot)
                .onSuccess(found -> {
                    done.run();
                    handler.accept(found);
                })
                .onFailure(error -> {
                    done.run();
                    failed.accept(error);
                })
                .start();
    }

    private void cancelPages() {
        loadingBefore = false;
        loadingAfter = false;
        before.cancel();
        after.cancel();
    }
}
