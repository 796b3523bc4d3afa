package clasp.journal.ui.detail;

import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.function.Consumer;

/// Loads one thing after another, the newest wish only. What is on screen may stay until the result is there, or until
/// nothing came for so long that it must be said. Confined to the FX thread.
final class PatientLoad {
    static final Duration PATIENCE = Duration.ofMillis(150);

    private final Tasks tasks;
    private final Later later;
    private final Runnable slow;
    private final TaskSlot slot = new TaskSlot();
    private Runnable withdraw = () -> {};
    private boolean waiting;

    /// @param slow called when no result has come for a while, however often the wish has changed meanwhile
    PatientLoad(Tasks tasks, Later later, Runnable slow) {
        this.tasks = tasks;
        this.later = later;
        this.slow = slow;
    }

    /// Takes the place of whatever is under way.
    <T> void start(String what, Job<T> job, Consumer<? super T> done, Consumer<Throwable> failed) {
        if (!waiting) {
            waiting = true;
            withdraw = later.after(PATIENCE, slow);
        }
        tasks.task(what, job)
                .replacing(slot)
                .onSuccess(result -> {
                    arrived();
                    done.accept(result);
                })
                .onFailure(error -> {
                    arrived();
                    failed.accept(error);
                })
                .start();
    }

    void cancel() {
        slot.cancel();
        arrived();
    }

    private void arrived() {
        waiting = false;
        withdraw.run();
        withdraw = () -> {};
    }
}
