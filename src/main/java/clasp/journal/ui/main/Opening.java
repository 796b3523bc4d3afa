package clasp.journal.ui.main;

import clasp.journal.store.JournalReader;
import clasp.journal.ui.fx.Activity;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.sources.RelayChoice;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that can be opened in a tab. Immutable.
///
/// @param name for the tab until the journal gives its own
/// @param file null for what is no file
/// @param job opens it, in the background
/// @param activity what goes on behind it; null for nothing
/// @param relay null for what is no relay
public record Opening(
        String name,
        @Nullable Path file,
        Job<JournalReader> job,
        @Nullable Activity activity,
        @Nullable RelayChoice relay) {
    public Opening(String name, @Nullable Path file, Job<JournalReader> job) {
        this(name, file, job, null, null);
    }

    public Opening(String name, @Nullable Path file, Job<JournalReader> job, @Nullable Activity activity) {
        this(name, file, job, activity, null);
    }

    static Opening ofRelay(String name, Job<JournalReader> job, RelayChoice relay) {
        return new Opening(name, null, job, null, relay);
    }

    public Optional<Path> path() {
        return Optional.ofNullable(file);
    }

    /// What goes on behind it.
    public Optional<Activity> behind() {
        return Optional.ofNullable(activity);
    }
}
