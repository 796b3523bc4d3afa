package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A question whose subject changes again and again, answered in the background while somebody looks. An answer to an
/// earlier subject never arrives; until there is a new one, the old one stays and [#current()] says that it is old.
/// Confined to the FX thread.
final class Question<T> {
    private final Tasks tasks;
    private final String what;
    private final Supplier<Optional<Job<T>>> subject;
    private final Debounce quiet;
    private final TaskSlot slot = new TaskSlot();
    private final ReadOnlyObjectWrapper<Outcome<T>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(true);
    private boolean watched;
    private boolean due = true;
    private boolean working;
    /// Whether the subject has moved on since it was asked about.
    private boolean behind;
    private boolean tellsHowFar;
    private Runnable whenAsked = () -> {};
    private Runnable whenSettled = () -> {};

    /// @param wait how long the subject has to rest before it is asked about
    /// @param subject what is asked now; empty when there is nothing to ask
    Question(Tasks tasks, Later later, Duration wait, String what, Supplier<Optional<Job<T>>> subject) {
        this.tasks = tasks;
        this.what = what;
        this.subject = subject;
        quiet = new Debounce(later, wait, this::ask);
    }

    /// For what may take minutes: as soon as it is known how far the next answer is, that stands where the
    /// old one did.
    Question<T> tellingHowFar() {
        tellsHowFar = true;
        return this;
    }

    ReadOnlyObjectProperty<Outcome<T>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether the outcome belongs to the present subject.
    ReadOnlyBooleanProperty current() {
        return current.getReadOnlyProperty();
    }

    /// The answer, if it is there and of the present subject.
    Optional<T> answer() {
        return current.get() && outcome.get() instanceof Outcome.Ready<T>(T value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /// Whether somebody looks: otherwise nothing is worked on.
    void watch(boolean now) {
        watched = now;
        if (!now) {
            withdraw();
        } else if (due) {
            ask();
        }
    }

    /// The subject is another one now.
    void changed() {
        forget();
        due = true;
        current.set(false);
        if (watched) {
            quiet.touch();
        }
    }

    /// The same at once, without waiting for more changes.
    void changedNow() {
        forget();
        due = true;
        current.set(false);
        if (watched) {
            ask();
        }
    }

    /// The subject is another one now, and soon another: what is being worked out is shown all the same, as old, and
    /// then the newest subject is asked about. So there is always something new to see while a cursor is dragged.
    void movesOn() {
        due = true;
        current.set(false);
        if (watched && working) {
            behind = true;
        } else if (watched) {
            ask();
        }
    }

    /// What it was answered from is not as it was: the answer is old from now on. What is being worked out is shown as
    /// old, too, and then asked about again.
    void doubt() {
        due = true;
        current.set(false);
        behind = behind || working;
    }

    /// Asks what is due, unless that is being worked out.
    void settle() {
        if (watched && due && !working) {
            ask();
        }
    }

    /// Calls it whenever the subject is asked about.
    void onAsk(Runnable told) {
        whenAsked = told;
    }

    /// Calls it whenever the present subject has its outcome, also where that is like the one before.
    void onSettled(Runnable told) {
        whenSettled = told;
    }

    /// Asks the same once more, after a failure or a stop.
    void again() {
        ask();
    }

    /// The user does not want to wait.
    void stop() {
        withdraw();
        outcome.set(new Outcome.Stopped<>());
    }

    /// Ends all background work.
    void close() {
        watched = false;
        withdraw();
    }

    private void withdraw() {
        quiet.cancel();
        forget();
    }

    private void forget() {
        slot.cancel();
        working = false;
        behind = false;
    }

    private void ask() {
        quiet.cancel();
        Optional<Job<T>> job = subject.get();
        if (job.isEmpty()) {
            forget();
            arrive(new Outcome.Nothing<>());
            return;
        }
        whenAsked.run();
        due = true;
        working = true;
        behind = false;
        if (!(outcome.get() instanceof Outcome.Ready)) {
            outcome.set(new Outcome.Working<>(0, -1));
        }
        tasks.task(what, job.get())
                .replacing(slot)
                .onProgress((done, total) -> {
                    if (tellsHowFar || !(outcome.get() instanceof Outcome.Ready)) {
                        outcome.set(new Outcome.Working<>(done, total));
                    }
                })
                .onSuccess(value -> arrive(new Outcome.Ready<>(value)))
                .onFailure(error -> arrive(new Outcome.Failed<>(String.valueOf(error.getMessage()))))
                .start();
    }

    private void arrive(Outcome<T> now) {
        working = false;
        if (behind) {
            outcome.set(now);
            ask();
            return;
        }
        due = false;
        // First, so that whoever is told of the outcome can ask.
        current.set(true);
        outcome.set(now);
        whenSettled.run();
    }
}
