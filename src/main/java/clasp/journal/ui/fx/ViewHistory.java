package clasp.journal.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// What the user has changed about a view, to be undone and done again. Never about a journal. Confined to the FX
/// thread.
public final class ViewHistory {
    private static final int MOST = 200;
    private static final long TOGETHER_NANOS = 1_500_000_000L;

    /// A property that had another value.
    private record Change<T>(
            Property<T> property,
            @Nullable T before,
            @Nullable T after,
            long nanos) {
        void undo() {
            property.setValue(before);
        }

        void redo() {
            property.setValue(after);
        }
    }

    private final Deque<Change<?>> undone = new ArrayDeque<>();
    private final Deque<Change<?>> done = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private boolean replaying;

    /// Remembers the changes of the property. Those that follow each other closely, as while somebody types, are one.
    public <T> void watch(Property<T> property) {
        property.subscribe((before, now) -> changed(property, before, now, isChosen(now)));
    }

    /// Remembers that the property, which is watched by nobody here, has changed: a step of its own, however closely
    /// it follows the one before.
    public <T> void step(Property<T> property, T before, T now) {
        changed(property, before, now, true);
    }

    /// There is nothing to undo or to do again any more: where the view is now, it begins.
    public void forget() {
        done.clear();
        undone.clear();
        update();
    }

    /// Whether there is anything to undo.
    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// Whether there is anything to do again.
    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// Takes the last change back.
    public void undo() {
        Change<?> change = done.pollLast();
        if (change != null) {
            replay(change::undo);
            undone.addLast(change);
            update();
        }
    }

    /// Makes the change again that was taken back last.
    public void redo() {
        Change<?> change = undone.pollLast();
        if (change != null) {
            replay(change::redo);
            done.addLast(change);
            update();
        }
    }

    private <T> void changed(Property<T> property, @Nullable T before, @Nullable T now, boolean alone) {
        if (replaying) {
            return;
        }
        undone.clear();
        long nanos = System.nanoTime();
        Change<?> last = done.peekLast();
        boolean together = last != null && last.property == property && nanos - last.nanos < TOGETHER_NANOS;
        if (together && !alone) {
            done.pollLast();
            @SuppressWarnings("unchecked")
            T first = (T) last.before;
            if (!Objects.equals(first, now)) {
                done.addLast(new Change<>(property, first, now, nanos));
            }
        } else {
            done.addLast(new Change<>(property, before, now, nanos));
        }
        if (done.size() > MOST) {
            done.removeFirst();
        }
        update();
    }

    /// Rather than typed.
    private static boolean isChosen(@Nullable Object value) {
        return value instanceof Boolean || value instanceof Enum<?>;
    }

    private void replay(Runnable change) {
        replaying = true;
        try {
            change.run();
        } finally {
            replaying = false;
        }
    }

    private void update() {
        undoable.set(!done.isEmpty());
        redoable.set(!undone.isEmpty());
    }
}
