package clasp.journal.ui.main;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReplacedException;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Asks a few times a second where the journal stands, once a second after a quiet minute or a minute of the same
/// failure, and tells the parts of the tab when that has changed; one question at a time, and none to the window while
/// there is nothing new. A failure is reported once, not at every question, and taken back when there is an answer
/// again. Confined to the FX thread.
final class StatePoller {
    /// How the time between two questions passes.
    @FunctionalInterface
    interface Rest {
        /// Returns early when cancelled.
        void pass(Duration pause, Cancellation cancellation) throws InterruptedException;
    }

    private record Answer(JournalInfo info, JournalState state, Damage damage) {}

    private static final Duration OFTEN = Duration.ofMillis(250);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Browsing browsing;
    private final Tasks tasks;
    private final Notices notices;
    private final Reopening reopening;
    private final Rest rest;
    private final TaskSlot slot = new TaskSlot();
    private final ReadOnlyBooleanWrapper failing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper damageMet = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper leftShown = new ReadOnlyBooleanWrapper();
    private @Nullable Answer known;
    private long failures;
    private boolean stopped;
    private @Nullable Notice failure;
    private @Nullable Notice damaged;

    StatePoller(Browsing browsing, Tasks tasks, Notices notices, Reopening reopening) {
        this(browsing, tasks, notices, reopening, StatePoller::await);
    }

    StatePoller(Browsing browsing, Tasks tasks, Notices notices, Reopening reopening, Rest rest) {
        this.browsing = browsing;
        this.tasks = tasks;
        this.notices = notices;
        this.reopening = reopening;
        this.rest = rest;
        leftShown.set(browsing.journal().damage() == Damage.SALVAGED);
        damageMet.subscribe((before, now) -> {
            if (now) {
                browsing.damageMet();
            }
        });
    }

    void start() {
        ask();
    }

    /// Whether there is no answer at the moment.
    ReadOnlyBooleanProperty failing() {
        return failing.getReadOnlyProperty();
    }

    /// Whether damage was met in the file.
    ReadOnlyBooleanProperty damaged() {
        return damageMet.getReadOnlyProperty();
    }

    /// Whether what is left of a damaged file is shown.
    ReadOnlyBooleanProperty salvaged() {
        return leftShown.getReadOnlyProperty();
    }

    void stop() {
        stopped = true;
        slot.cancel();
    }

    private void ask() {
        if (stopped) {
            return;
        }
        Answer before = known;
        long inVain = failures;
        tasks.task("read where the journal stands", (progress, cancellation) -> next(before, inVain, cancellation))
                .onSuccess(this::answered)
                .onFailure(this::failed)
                .replacing(slot)
                .start();
    }

    /// Waits, in the background, for an answer that is not as it was before.
    ///
    /// @param inVain how many questions before had the same failure for an answer
    private Answer next(@Nullable Answer before, long inVain, Cancellation cancellation) throws InterruptedException {
        for (long unchanged = inVain; ; unchanged++) {
            rest.pass(pause(unchanged), cancellation);
            cancellation.check();
            JournalReader journal = browsing.journal();
            var now = new Answer(journal.info(), journal.state(), journal.damage());
            if (!now.equals(before)) {
                return now;
            }
        }
    }

    private static void await(Duration pause, Cancellation cancellation) throws InterruptedException {
        var stop = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(stop::countDown)) {
            stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// @param unchanged how many questions had the same answer, or the same failure
    private static Duration pause(long unchanged) {
        return unchanged < SOON.dividedBy(OFTEN) ? OFTEN : SELDOM;
    }

    private void answered(Answer answer) {
        known = answer;
        failures = 0;
        ask();
        browsing.update(answer.info(), answer.state());
        tellDamage(answer.damage() == Damage.MET);
        leftShown.set(answer.damage() == Damage.SALVAGED);
        if (failure != null) {
            notices.dismiss(failure);
            failure = null;
            failing.set(false);
            // What was asked meanwhile has failed.
            browsing.rewritten();
        }
    }

    /// What cannot be read shows at the place where it was wanted; here, what can be done.
    private void tellDamage(boolean met) {
        damageMet.set(met);
        Runnable left = reopening.left();
        if (left == null || met == (damaged != null)) {
            return;
        }
        if (damaged != null) {
            notices.dismiss(damaged);
            damaged = null;
            return;
        }
        damaged = Notice.warning(
                        Texts.text("main.damaged", browsing.info().get().name()))
                .with(new Notice.Remedy(Texts.text("fx.showLeft"), left, true));
        notices.show(damaged);
    }

    private void failed(Throwable cause) {
        known = null;
        Notice now = Notice.failure("read where the journal stands", cause);
        boolean same = failure != null && failure.sentence().equals(now.sentence());
        failures = same ? failures + 1 : 1;
        ask();
        if (same) {
            return;
        }
        if (failure != null) {
            notices.dismiss(failure);
        }
        boolean replaced = cause instanceof ReplacedException;
        damageMet.set(browsing.journal().damage() == Damage.MET);
        Runnable left = damageMet.get() ? reopening.left() : null;
        if (replaced) {
            now = now.with(new Notice.Remedy(Texts.text("main.reopen"), reopening.again()));
        } else if (left != null) {
            now = now.with(new Notice.Remedy(Texts.text("fx.showLeft"), left));
        }
        failure = now;
        failing.set(true);
        notices.show(failure);
        if (replaced) {
            browsing.rewritten();
        }
    }
}
