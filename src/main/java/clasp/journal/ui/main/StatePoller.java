package clasp.journal.ui.main;

import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReplacedException;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a few times a second where the journal stands and tells the parts of the tab; one question at a time. A
/// failure is reported once, not at every question, and taken back when there is an answer again. Confined to the FX
/// thread.
final class StatePoller {
    private record Answer(JournalInfo info, JournalState state) {}

    private static final Duration INTERVAL = Duration.millis(250);

    private final Browsing browsing;
    private final Tasks tasks;
    private final Notices notices;
    private final Runnable reopen;
    private final TaskSlot slot = new TaskSlot();
    private final Timeline timer = new Timeline(new KeyFrame(INTERVAL, event -> ask()));
    private boolean asking;
    private @Nullable Notice failure;

    /// @param reopen opens what now lies in the journal's place, when the user wants to see it
    StatePoller(Browsing browsing, Tasks tasks, Notices notices, Runnable reopen) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.notices = notices;
        this.reopen = reopen;
        timer.setCycleCount(Animation.INDEFINITE);
    }

    void start() {
        timer.play();
    }

    void stop() {
        timer.stop();
        slot.cancel();
    }

    private void ask() {
        if (asking) {
            return;
        }
        asking = true;
        tasks.task(
                        "read where the journal stands",
                        (progress, cancellation) -> new Answer(
                                browsing.journal().info(), browsing.journal().state()))
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .onCancelled(() -> asking = false)
                .replacing(slot)
                .start();
    }

    private void answered(Answer answer) {
        asking = false;
        if (failure != null) {
            notices.dismiss(failure);
            failure = null;
        }
        browsing.update(answer.info(), answer.state());
    }

    private void failed(Throwable cause) {
        asking = false;
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
