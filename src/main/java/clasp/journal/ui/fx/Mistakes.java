package clasp.journal.ui.fx;

import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

/// Tells failures that somebody has foreseen, and which say in a sentence what is wrong, from mistakes in the program,
/// whose messages are for nobody's eyes. Stateless.
final class Mistakes {
    private static final String OURS = "clasp.journal.";

    private Mistakes() {}

    /// The failure as it is shown: its message is a sentence. A mistake is also handed to whoever takes what no
    /// code has caught on this thread, and so reported.
    static Throwable explained(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped when wrapped.getCause() != null -> explained(wrapped.getCause());
            case IOException disk -> new JournalException(sentence(disk), disk);
            case InterruptedException _ -> failure;
            case RuntimeException ours when ours.getClass().getName().startsWith(OURS) -> ours;
            default -> mistake(failure);
        };
    }

    private static String sentence(IOException e) {
        return e instanceof FileSystemException named && named.getFile() != null
                ? Texts.text("fx.failure.file", named.getFile(), FileReason.of(e))
                : Texts.text("fx.failure.io", FileReason.of(e));
    }

    private static Throwable mistake(Throwable failure) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, failure);
        return new JournalException(
                Texts.text("fx.failure.mistake", failure.getClass().getSimpleName()), failure);
    }
}
