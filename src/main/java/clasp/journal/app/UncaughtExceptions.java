package clasp.journal.app;

import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What no other code has caught, on the FX thread or any other: a mistake in the program. It is logged and told in the
/// window, by a notice and a dialog with a report; the window goes on. Thread-safe.
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(UncaughtExceptions.class.getName());

    /// Shows what happened, and the report on it. On the FX thread.
    @FunctionalInterface
    interface Dialog {
        void show(String sentence, String report);
    }

    /// A window to tell of it.
    private record Place(Notices notices, @Nullable Dialog dialog) {}

    private volatile Place place;

    /// @param notices for as long as there is no window
    UncaughtExceptions(Notices notices) {
        place = new Place(notices, null);
    }

    /// For all threads that have no handler of their own, until the program ends.
    void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /// From now on it is told in this window, in a dialog, too.
    void showIn(Notices notices, Dialog dialog) {
        place = new Place(notices, dialog);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        Notice notice = notice(cause);
        // Not what the exception says: that may quote entries, or a token. Threads are called by files and hosts.
        LOG.log(System.Logger.Level.ERROR, "Uncaught\n" + notice.details());
        FxThread.run(() -> {
            Place now = place;
            // One that comes with each frame shall not lay the window out anew each time.
            if (now.notices.all().stream().noneMatch(shown -> shown.sentence().equals(notice.sentence()))) {
                now.notices.show(notice);
                if (now.dialog != null) {
                    now.dialog.show(notice.sentence(), notice.details());
                }
            }
        });
    }

    private static Notice notice(Throwable cause) {
        String sentence = cause instanceof OutOfMemoryError
                ? Texts.text("app.uncaught.memory")
                : Texts.text("app.uncaught", cause.getClass().getSimpleName());
        return new Notice(Notice.Kind.FAILURE, sentence, FailureReport.of(cause, Instant.now()));
    }
}
