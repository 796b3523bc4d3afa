package clasp.journal.ui.recovery;

import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.TaskSlot;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A second journal to compare with, opened for reading as any other and closed with the view. Confined to the FX
/// thread.
final class OtherJournal {
    /// Immutable.
    record Opened(JournalReader journal, String name) {}

    private final Function<Path, Job<JournalReader>> opener;
    private final Tasks tasks;
    private final TaskSlot opening = new TaskSlot();
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    OtherJournal(Function<Path, Job<JournalReader>> opener, Tasks tasks) {
        this.opener = opener;
        this.tasks = tasks;
    }

    /// Null while there is none.
    ReadOnlyObjectProperty<@Nullable Opened> opened() {
        return opened.getReadOnlyProperty();
    }

    Optional<Opened> get() {
        return Optional.ofNullable(opened.get());
    }

    /// That it is being opened, or why it could not be; empty otherwise.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        message.set(clasp.journal.ui.fx.Texts.text("recoveryView.other.opening", name));
        Job<JournalReader> job = opener.apply(file);
        tasks.task("open " + name, (progress, cancellation) -> new Opened(job.run(progress, cancellation), name))
                .replacing(opening)
                .onSuccess(now -> {
                    message.set("");
                    closeNow();
                    opened.set(now);
                })
                .onDiscarded(late -> late.journal().close())
                .onFailure(error -> message.set(String.valueOf(error.getMessage())))
                .start();
    }

    void close() {
        opening.cancel();
        closeNow();
        opened.set(null);
    }

    private void closeNow() {
        Opened before = opened.get();
        if (before != null) {
            tasks.task("close " + before.name(), (progress, cancellation) -> {
                        before.journal().close();
                        return true;
                    })
                    .start();
        }
    }
}
