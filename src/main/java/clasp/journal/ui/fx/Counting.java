package clasp.journal.ui.fx;

import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is told of a count that somebody waits for: nothing for a moment, then how far it is. Confined to the FX
/// thread.
public final class Counting {
    /// What takes no longer needs no sign: it would flicker while a journal grows.
    public static final Duration PATIENCE = Duration.ofMillis(500);

    public enum State {
        NONE,
        /// It takes longer than a moment.
        SLOW,
        /// The user did not want to wait for it.
        STOPPED
    }

    private final Later later;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Fraction.UNKNOWN);
    private @Nullable Runnable withdraw;

    public Counting(Later later) {
        this.later = later;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// From 0 to 1; negative while that is unknown.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Another count begins that somebody waits for.
    public void begin() {
        progress.set(Fraction.UNKNOWN);
        if (state.get() == State.STOPPED) {
            state.set(State.NONE);
        }
        if (state.get() == State.NONE && withdraw == null) {
            withdraw = later.after(PATIENCE, () -> {
                withdraw = null;
                state.set(State.SLOW);
            });
        }
    }

    /// It has come so far; `total` is negative while that is unknown.
    public void progressed(long done, long total) {
        progress.set(Fraction.of(done, total));
    }

    /// It is known, or nobody waits for it any more.
    public void end() {
        become(State.NONE);
    }

    /// The user did not want to wait.
    public void stop() {
        become(State.STOPPED);
    }

    private void become(State now) {
        if (withdraw != null) {
            withdraw.run();
            withdraw = null;
        }
        state.set(now);
        progress.set(Fraction.UNKNOWN);
    }
}
