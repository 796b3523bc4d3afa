package clasp.journal.ui.main;

import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Activity;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.sources.RelayChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Something that can be opened in a tab. Immutable.
///
/// @param name for the tab until the journal gives its own
/// @param file null for what is no file
/// @param job opens it, in the background
/// @param left opens what is left of it where it is damaged; null for what is no file
/// @param unopened gives the file for a backup to take its place, also where it cannot be opened; null for what is no
///     file
/// @param activity what goes on behind it; null for nothing
/// @param token asks the user for a token that the job shows from then on, told why the one before was not enough, and
///     runs what it is given when there is one; null where no token is shown
/// @param change asks for another address, beginning with what was entered, and runs what it is given when something
///     else was opened; null for what has no address
/// @param relay null for what is no relay
public record Opening(
        String name,
        @Nullable Path file,
        Job<JournalReader> job,
        @Nullable Job<JournalReader> left,
        @Nullable Job<JournalReader> unopened,
        @Nullable Activity activity,
        @Nullable BiConsumer<String, Runnable> token,
        @Nullable Consumer<Runnable> change,
        @Nullable RelayChoice relay) {
    public Opening(String name, @Nullable Path file, Job<JournalReader> job) {
        this(name, file, job, null, null, null, null, null, null);
    }

    /// Of a file.
    public static Opening ofFile(Path file, JournalOpener journals) {
        return new Opening(
                String.valueOf(file.getFileName()),
                file,
                (progress, cancellation) -> journals.open(file, progress, cancellation),
                (progress, cancellation) -> journals.openLeft(file, progress, cancellation),
                (progress, cancellation) -> journals.unopened(file),
                null,
                null,
                null,
                null);
    }

    /// Of something that goes on already.
    static Opening behind(String name, @Nullable Path file, Job<JournalReader> job, Activity activity) {
        return new Opening(name, file, job, null, null, activity, null, null, null);
    }

    /// Of what may want another token than the one it was given.
    static Opening guarded(
            String name, Job<JournalReader> job, BiConsumer<String, Runnable> token, Consumer<Runnable> change) {
        return new Opening(name, null, job, null, null, null, token, change, null);
    }

    /// Of a relay, which may want another token than the one it was given.
    static Opening ofRelay(
            String name,
            Job<JournalReader> job,
            BiConsumer<String, Runnable> token,
            Consumer<Runnable> change,
            RelayChoice relay) {
        return new Opening(name, null, job, null, null, null, token, change, relay);
    }

    public Optional<Path> path() {
        return Optional.ofNullable(file);
    }

    /// What goes on behind it.
    public Optional<Activity> behind() {
        return Optional.ofNullable(activity);
    }
}
