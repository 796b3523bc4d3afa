package clasp.journal.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Runs jobs in the background and brings their results back to the FX thread. Thread-safe.
public final class Tasks {
    private final Executor background;
    private final Executor ui;
    private final BiConsumer<String, Throwable> unhandled;
    private final AtomicInteger unfinished;

    /// @param background where jobs run
    /// @param ui where handlers run: `FxThread::run`, or an executor of the test's own
    /// @param unhandled shown what failed (`what`, cause) when a task has no failure handler
    public Tasks(Executor background, Executor ui, BiConsumer<String, Throwable> unhandled) {
        this(background, ui, unhandled, new AtomicInteger());
    }

    private Tasks(Executor background, Executor ui, BiConsumer<String, Throwable> unhandled, AtomicInteger unfinished) {
        this.background = background;
        this.ui = ui;
        this.unhandled = unhandled;
        this.unfinished = unfinished;
    }

    /// Prepares a task; nothing happens before its `start()`.
    /// @param what names the work for people, such as `load page`
    public <T> Task<T> task(String what, Job<T> job) {
        return new Task<>(job, background, ui, unfinished, error -> unhandled.accept(what, error));
    }

    /// For questions that recur as long as the program runs: [#idle()] does not wait for them.
    public Tasks aside() {
        return new Tasks(background, ui, unhandled);
    }

    /// The same with another place for what failed when a task has no failure handler.
    public Tasks telling(BiConsumer<String, Throwable> place) {
        return new Tasks(background, ui, place, unfinished);
    }

    /// Runs a handler on the FX thread.
    void present(Runnable handler) {
        ui.execute(handler);
    }

    /// Whether every task that was started has ended and its handlers have run.
    public boolean idle() {
        return unfinished.get() == 0;
    }
}
