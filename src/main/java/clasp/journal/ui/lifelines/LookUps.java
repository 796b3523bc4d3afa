package clasp.journal.ui.lifelines;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The rows whose lifelines the screen waits for. Confined to the FX thread.
final class LookUps {
    private final Consumer<LifelineRow> start;
    private final Set<LifelineRow> pending = new LinkedHashSet<>();
    private int asked;
    private boolean stopped;

    /// @param start begins to look a row up
    LookUps(Consumer<LifelineRow> start) {
        this.start = start;
    }

    /// A row has come to the screen, for the first time or again.
    void ask(LifelineRow row) {
        if (row.ask()) {
            asked = pending.isEmpty() ? 1 : asked + 1;
            pending.add(row);
            if (!stopped) {
                start.accept(row);
            }
        }
    }

    /// Nothing is to be done for the row any more.
    void done(LifelineRow row) {
        pending.remove(row);
    }

    /// Looks nothing up until [#goOn()].
    void stop() {
        stopped = true;
        pending.forEach(row -> row.slot().cancel());
    }

    void goOn() {
        stopped = false;
        List.copyOf(pending).forEach(start);
    }

    /// The rows are not those of the screen any more.
    void forget() {
        stopped = false;
        pending.forEach(row -> row.slot().cancel());
        pending.clear();
    }

    boolean waiting() {
        return !pending.isEmpty();
    }

    /// How much of what was asked for since nothing was waited for is there, from 0 to 1.
    double fraction() {
        return pending.isEmpty() ? 1 : 1 - (double) pending.size() / asked;
    }
}
