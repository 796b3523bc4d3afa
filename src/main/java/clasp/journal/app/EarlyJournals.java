package clasp.journal.app;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// Opens the first of the files that the program is started with while JavaFX is still starting. What cannot be opened
/// so early is opened again by whoever asks for it, and fails there. Thread-safe.
final class EarlyJournals implements JournalOpener, AutoCloseable {
    private final JournalOpener journals;
    private final Map<Path, Early> early = new ConcurrentHashMap<>();

    private EarlyJournals(JournalOpener journals) {
        this.journals = journals;
    }

    /// Begins to open the first file, on a thread of its own.
    static EarlyJournals begin(JournalOpener journals, List<Path> files) {
        var begun = new EarlyJournals(journals);
        if (!files.isEmpty()) {
            Path file = files.getFirst().toAbsolutePath().normalize();
            var first = new Early();
            begun.early.put(file, first);
            Thread.ofPlatform().daemon().name("early-journal").start(() -> first.open(journals, file));
        }
        return begun;
    }

    /// Gives what was opened early away once; anything else is opened now.
    @Override
    public JournalReader open(Path file, Progress progress, Cancellation cancellation) {
        Early begun = early.remove(file);
        if (begun != null) {
            try {
                return begun.take(progress, cancellation);
            } catch (CompletionException e) {
                cancellation.check();
            }
        }
        return journals.open(file, progress, cancellation);
    }

    @Override
    public JournalReader openLeft(Path file, Progress progress, Cancellation cancellation) {
        return journals.openLeft(file, progress, cancellation);
    }

    @Override
    public JournalReader unopened(Path file) {
        return journals.unopened(file);
    }

    /// Closes what nobody asked for.
    @Override
    public void close() {
        early.values().forEach(Early::drop);
    }

    private static final class Early {
        private final CompletableFuture<JournalReader> opened = new CompletableFuture<>();
        private final Cancellation unwanted = new Cancellation();
        private volatile Progress progress = Progress.NONE;

        void open(JournalOpener journals, Path file) {
            try {
                opened.complete(journals.open(file, (done, total) -> progress.report(done, total), unwanted));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        }

        JournalReader take(Progress told, Cancellation cancellation) {
            progress = told;
            try (var registration = cancellation.onCancel(unwanted::cancel)) {
                return opened.join();
            }
        }

        void drop() {
            unwanted.cancel();
            var unused = opened.whenComplete((journal, failure) -> {
                if (journal != null) {
                    journal.close();
                }
            });
        }
    }
}
