package clasp.journal.ui.fx;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.Progress;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One piece of background work with its handlers, which all run on the FX thread. After a cancellation no handler but
/// the one for cancellation is called any more. Configured and started on one thread; cancelled from any.
public final class Task<T> {
    private final Job<T> job;
    private final Executor background;
    private final Executor ui;
    private final AtomicInteger unfinished;
    private final Cancellation cancellation = new Cancellation();
    private Consumer<? super T> success = result -> {};
    private Consumer<Throwable> failure;
    private Progress progress = Progress.NONE;
    private Runnable cancelled = () -> {};
    private Consumer<? super T> discarded = result -> {};

    Task(Job<T> job, Executor background, Executor ui, AtomicInteger unfinished, Consumer<Throwable> failure) {
        this.job = job;
        this.background = background;
        this.ui = ui;
        this.unfinished = unfinished;
        this.failure = failure;
    }

    public Task<T> onSuccess(Consumer<? super T> handler) {
        success = handler;
        return this;
    }

    /// Without this, a failure is shown to the user. What is told always says in a sentence what is wrong; a mistake in
    /// the program is reported beside that.
    public Task<T> onFailure(Consumer<Throwable> handler) {
        failure = handler;
        return this;
    }

    public Task<T> onProgress(Progress handler) {
        progress = handler;
        return this;
    }

    public Task<T> onCancelled(Runnable handler) {
        cancelled = handler;
        return this;
    }

    /// Called instead of the success handler, in the background, with a result that came after the cancellation: for
    /// results that must be closed.
    public Task<T> onDiscarded(Consumer<? super T> handler) {
        discarded = handler;
        return this;
    }

    /// Takes the place of the slot's earlier task, which is cancelled and whose result will not be seen.
    public Task<T> replacing(TaskSlot slot) {
        slot.take(this::cancel);
        return this;
    }

    public Task<T> start() {
        unfinished.incrementAndGet();
        try {
            background.execute(this::work);
        } catch (RejectedExecutionException e) {
            // The program is ending: nobody waits for the result any more.
            cancel();
            finish(() -> {}, () -> {});
        }
        return this;
    }

    public void cancel() {
        cancellation.cancel();
    }

    private void work() {
        try {
            cancellation.check();
            var coalesced = new CoalescedProgress(ui, (done, total) -> {
                if (!cancellation.isCancelled()) {
                    progress.report(done, total);
                }
            });
            T result = job.run(coalesced, cancellation);
            finish(() -> success.accept(result), () -> discard(result));
        } catch (CancelledException e) {
            cancel();
            finish(() -> {}, () -> {});
        } catch (Throwable e) {
            // The journal may report a cancelled statement in words of its own: after a cancellation only that counts.
            Throwable told = cancellation.isCancelled() ? e : Mistakes.explained(e);
            finish(() -> failure.accept(told), () -> {});
        }
    }

    private void discard(T result) {
        try {
            background.execute(() -> discarded.accept(result));
        } catch (RejectedExecutionException e) {
            // The program is ending: nothing waits for this thread any more.
            discarded.accept(result);
        }
    }

    private void finish(Runnable handler, Runnable ifCancelled) {
        ui.execute(() -> {
            try {
                if (cancellation.isCancelled()) {
                    cancelled.run();
                    ifCancelled.run();
                } else {
                    handler.run();
                }
            } finally {
                unfinished.decrementAndGet();
            }
        });
    }
}
