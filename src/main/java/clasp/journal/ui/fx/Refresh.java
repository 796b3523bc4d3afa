package clasp.journal.ui.fx;

import clasp.journal.store.Progress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps something that takes long to find out up to date with a journal that grows: a run that was asked for by growth
/// lets the one before it finish and rest, so that slow work is neither started over and over nor cancelled for ever,
/// while a run for a new question cancels the old one at once. A run that takes long is followed by a rest that is
/// longer still, so that whoever feeds the journal has the processors most of the time. Confined to the FX thread.
public final class Refresh<T> {
    /// A rest is so many times as long as the run before it, within [#LONGEST_REST].
    private static final int SHARE = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final Tasks tasks;
    private final Later later;
    private final Duration rest;
    private final String what;
    private final Function<Consumer<T>, Job<T>> question;
    private final Consumer<? super T> answer;
    private final TaskSlot slot = new TaskSlot();
    private Consumer<Throwable> failure = error -> {};
    private Progress progress = Progress.NONE;
    private long generation;
    private long beganNanos;
    private boolean running;
    /// Ends the rest before its time; null while there is none.
    private @Nullable Runnable withdrawRest;
    private boolean due;
    /// What is due is not to wait for a rest.
    private boolean pressing;

    /// @param rest at least this long between the end of a run and the next one for growth
    /// @param what names the work for people
    /// @param question asked for the job to run, at the start of each run
    /// @param answer receives the result of a run that no newer one replaced
    public Refresh(
            Tasks tasks,
            Later later,
            Duration rest,
            String what,
            Supplier<Job<T>> question,
            Consumer<? super T> answer) {
        this(tasks, later, rest, what, early -> question.get(), answer);
    }

    /// @param question is also given what receives an answer that is there before the last one of its run
    public Refresh(
            Tasks tasks,
            Later later,
            Duration rest,
            String what,
            Function<Consumer<T>, Job<T>> question,
            Consumer<? super T> answer) {
        this.tasks = tasks;
        this.later = later;
        this.rest = rest;
        this.what = what;
        this.question = question;
        this.answer = answer;
    }

    /// What to do when a run fails.
    public void onFailure(Consumer<Throwable> handler) {
        failure = handler;
    }

    /// Who is told, on the FX thread, how far the present run has come.
    public void onProgress(Progress handler) {
        progress = handler;
    }

    /// The question is another one: drops the run under way and starts anew.
    public void now() {
        due = false;
        pressing = false;
        start();
    }

    /// What is known is known to lack much: runs without a rest, at once or as soon as the present run is over.
    public void promptly() {
        if (running) {
            pressing = true;
        } else {
            now();
        }
    }

    /// The journal has grown: runs at once when idle, else once when the present run and its rest are over.
    public void soon() {
        if (running || withdrawRest != null) {
            due = true;
        } else {
            start();
        }
    }

    /// Drops the run under way and what is due.
    public void stop() {
        generation++;
        running = false;
        due = false;
        pressing = false;
        slot.cancel();
    }

    private void start() {
        long mine = ++generation;
        running = true;
        beganNanos = System.nanoTime();
        Consumer<T> early = result -> tasks.present(() -> {
            if (mine == generation) {
                answer.accept(result);
            }
        });
        tasks.task(what, question.apply(early))
                .replacing(slot)
                .onProgress((done, total) -> {
                    if (mine == generation) {
                        progress.report(done, total);
                    }
                })
                .onSuccess(result -> finish(mine, () -> answer.accept(result)))
                .onFailure(error -> finish(mine, () -> failure.accept(error)))
                .onCancelled(() -> finish(mine, () -> {}))
                .start();
    }

    private void finish(long mine, Runnable handler) {
        if (mine != generation) {
            return;
        }
        running = false;
        endRest();
        withdrawRest = later.after(restAfter(Duration.ofNanos(System.nanoTime() - beganNanos)), this::rested);
        handler.run();
        if (pressing && !running) {
            now();
        }
    }

    private Duration restAfter(Duration run) {
        Duration wanted = run.multipliedBy(SHARE);
        Duration bounded = wanted.compareTo(LONGEST_REST) < 0 ? wanted : LONGEST_REST;
        return bounded.compareTo(rest) < 0 ? rest : bounded;
    }

    private void endRest() {
        if (withdrawRest != null) {
            withdrawRest.run();
            withdrawRest = null;
        }
    }

    private void rested() {
        withdrawRest = null;
        if (due && !running) {
            due = false;
            start();
        }
    }
}
