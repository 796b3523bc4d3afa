package clasp.journal.ui.recovery;

import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.ReplacedException;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.JournalChange;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A second journal to compare with, opened for reading as any other and closed with the view; while somebody looks,
/// it is watched for changes, and a file that takes its place is opened instead. Confined to the FX thread.
final class OtherJournal {
    /// Immutable.
    ///
    /// @param from where it stood then
    record Opened(JournalReader journal, Path file, String name, JournalState from) {}

    private final Function<Path, Job<JournalReader>> opener;
    private final Tasks tasks;
    private final Later later;
    private final TaskSlot opening = new TaskSlot();
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JournalState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final List<Consumer<JournalChange>> listeners = new ArrayList<>();
    private @Nullable Histories histories;
    private @Nullable JournalWatch watch;
    private boolean watched;
    private boolean failing;
    /// Whether a file is being opened; the watch may fail again before it is.
    private boolean busy;

    OtherJournal(Function<Path, Job<JournalReader>> opener, Tasks tasks, Later later) {
        this.opener = opener;
        this.tasks = tasks;
        this.later = later;
    }

    /// Null while there is none.
    ReadOnlyObjectProperty<@Nullable Opened> opened() {
        return opened.getReadOnlyProperty();
    }

    Optional<Opened> get() {
        return Optional.ofNullable(opened.get());
    }

    /// Where it stands, as last asked; null while there is none.
    ReadOnlyObjectProperty<@Nullable JournalState> state() {
        return state.getReadOnlyProperty();
    }

    /// Recovered from it as it is since it was last changed; empty while there is none.
    Optional<Histories> histories() {
        return Optional.ofNullable(histories);
    }

    /// That it is being opened, or why it could not be or cannot be read; empty otherwise.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Called after each change of the journal that is open.
    void onChange(Consumer<JournalChange> listener) {
        listeners.add(listener);
    }

    /// Whether something on screen is answered from it.
    void watch(boolean now) {
        watched = now;
        if (watch != null) {
            if (now) {
                watch.start();
            } else {
                watch.stop();
            }
        }
    }

    void open(Path file) {
        message.set(Texts.text("recoveryView.other.opening", name(file)));
        openQuietly(file);
    }

    private void openQuietly(Path file) {
        Job<JournalReader> job = opener.apply(file);
        busy = true;
        tasks.task("open " + name(file), (progress, cancellation) -> opened(job.run(progress, cancellation), file))
                .replacing(opening)
                .onSuccess(this::show)
                .onDiscarded(late -> late.journal().close())
                .onFailure(error -> {
                    busy = false;
                    message.set(String.valueOf(error.getMessage()));
                })
                .start();
    }

    private static Opened opened(JournalReader journal, Path file) {
        try {
            return new Opened(journal, file, name(file), journal.state());
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void show(Opened now) {
        busy = false;
        message.set("");
        closeNow();
        histories = Histories.of(now.journal());
        state.set(now.from());
        watch = new JournalWatch(now.journal(), tasks, later, this::answered, this::failed);
        opened.set(now);
        watch(watched);
    }

    private void answered(JournalState now) {
        JournalState before = state.get();
        if (before == null) {
            return;
        }
        if (failing) {
            failing = false;
            message.set("");
            tell(now, JournalChange.REWRITTEN);
        } else if (!now.equals(before)) {
            tell(now, JournalChange.between(before, now));
        }
    }

    private void tell(JournalState now, JournalChange change) {
        if (change != JournalChange.GREW) {
            get().ifPresent(present -> histories = Histories.of(present.journal()));
        }
        state.set(now);
        listeners.forEach(listener -> listener.accept(change));
    }

    private void failed(Throwable error) {
        failing = true;
        if (busy) {
            return;
        }
        if (error instanceof ReplacedException) {
            get().ifPresent(present -> openQuietly(present.file()));
        } else {
            message.set(String.valueOf(error.getMessage()));
        }
    }

    void close() {
        opening.cancel();
        busy = false;
        closeNow();
        opened.set(null);
        state.set(null);
        histories = null;
    }

    private void closeNow() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
        failing = false;
        Opened before = opened.get();
        if (before != null) {
            tasks.task("close " + before.name(), (progress, cancellation) -> {
                        before.journal().close();
                        return true;
                    })
                    .start();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
