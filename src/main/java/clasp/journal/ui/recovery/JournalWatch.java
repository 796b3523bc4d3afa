package clasp.journal.ui.recovery;

import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.function.Consumer;

/// Asks once in a [#PACE] where a journal stands that no tab watches. Confined to the FX thread.
final class JournalWatch {
    static final Duration PACE = Duration.ofSeconds(1);

    private final JournalReader journal;
    private final Tasks tasks;
    private final Later later;
    private final Consumer<JournalState> answered;
    private final Consumer<Throwable> failed;
    private final TaskSlot asking = new TaskSlot();
    private Runnable withdraw = () -> {};

    JournalWatch(
            JournalReader journal,
            Tasks tasks,
            Later later,
            Consumer<JournalState> answered,
            Consumer<Throwable> failed) {
        this.journal = journal;
        this.tasks = tasks.aside();
        this.later = later;
        this.answered = answered;
        this.failed = failed;
    }

    /// Asks at once, and then again and again.
    void start() {
        stop();
        ask();
    }

    void stop() {
        withdraw.run();
        asking.cancel();
    }

    private void ask() {
        tasks.task("read where the other journal stands", (progress, cancellation) -> journal.state())
                .replacing(asking)
                .onSuccess(state -> {
                    rest();
                    answered.accept(state);
                })
                .onFailure(error -> {
                    rest();
                    failed.accept(error);
                })
                .start();
    }

    private void rest() {
        withdraw = later.after(PACE, this::ask);
    }
}
