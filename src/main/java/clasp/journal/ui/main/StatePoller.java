package clasp.journal.ui.main;

import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReplacedException;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a few times a second where the journal stands and tells the parts of the tab; one question at a time. A
/// failure is reported once, not at every question, and taken back when there is an answer again. Confined to the FX
/// thread.
final class StatePoller {
    private record Answer(JournalInfo info, JournalState state) {}

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Browsing browsing;
    private final Tasks tasks;
    private final Later later;
    private final Notices notices;
    private final Runnable reopen;
    private final TaskSlot slot = new TaskSlot();
    private Runnable withdraw = () -> {};
    private boolean stopped;
    private @Nullable Notice failure;

    /// @param reopen opens what now lies in the journal's place, when the user wants to see it
    StatePoller(Browsing browsing, Tasks tasks, Later later, Notices notices, Runnable reopen) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.later = later;
        this.notices = notices;
        this.reopen = reopen;
    }

    void start() {
        withdraw = later.after(INTERVAL, this::ask);
    }

    void stop() {
        stopped = true;
        withdraw.run();
        slot.cancel();
    }

    /// The next question is put after the answer, so that a slow journal is not asked more than it can answer.
    private void again() {
        if (!stopped) {
            withdraw = later.after(INTERVAL, this::ask);
        }
    }

    private void ask() {
        tasks.task(
                        "read where the journal stands",
                        (progress, cancellation) -> new Answer(
                                browsing.journal().info(), browsing.journal().state()))
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .onCancelled(this::again)
                .replacing(slot)
                .start();
    }

    private void answered(Answer answer) {
        again();
        if (failure != null) {
            notices.dismiss(failure);
            failure = null;
        }
        browsing.update(answer.info(), answer.state());
    }

    private void failed(Throwable cause) {
        again();
        Notice now = Notice.failure("read where the journal stands", cause);
        if (failure != null && failure.sentence().equals(now.sentence())) {
            return;
        }
        if (failure != null) {
            notices.dismiss(failure);
        }
        failure = cause instanceof ReplacedException
                ? now.with(new Notice.Remedy(Texts.text("main.reopen"), reopen))
                : now;
        notices.show(failure);
    }
}
