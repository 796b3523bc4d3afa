package clasp.journal.ui.fx;

import clasp.journal.store.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Tells failures that somebody has foreseen, and which say in a sentence what is wrong, from mistakes in the program,
/// whose messages are for nobody's eyes. Stateless.
final class Mistakes {
    private static final String OURS = "clasp.journal.";

    private Mistakes() {}

    /// The failure as it is shown. A mistake is also handed to whoever takes what no code has caught on this
    /// thread, and so reported.
    static Throwable explained(Throwable failure) {
        if (isForeseen(failure)) {
            return failure;
        }
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, failure);
        return new JournalException(
                Texts.text("fx.failure.mistake", failure.getClass().getSimpleName()), failure);
    }

    private static boolean isForeseen(Throwable failure) {
        return switch (failure) {
            case IOException _, UncheckedIOException _, InterruptedException _ -> true;
            // How a wrong input is refused, with a sentence.
            case IllegalArgumentException refused -> refused.getMessage() != null;
            case RuntimeException other -> other.getClass().getName().startsWith(OURS);
            default -> false;
        };
    }
}
