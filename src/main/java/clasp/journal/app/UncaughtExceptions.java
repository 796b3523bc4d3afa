package clasp.journal.app;

import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Texts;

/// What no other code has caught, on the FX thread or any other: a mistake in the program. It is logged and told in the
/// window, which goes on. Thread-safe.
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(UncaughtExceptions.class.getName());

    private final Notices notices;

    UncaughtExceptions(Notices notices) {
        this.notices = notices;
    }

    /// For all threads that have no handler of their own, until the program ends.
    void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "Uncaught on " + thread.getName(), cause);
        Notice notice = notice(thread, cause);
        FxThread.run(() -> {
            // One that comes with each frame shall not lay the window out anew each time.
            if (notices.all().stream().noneMatch(shown -> shown.sentence().equals(notice.sentence()))) {
                notices.show(notice);
            }
        });
    }

    private static Notice notice(Thread thread, Throwable cause) {
        String what = Texts.text("app.uncaught.where", thread.getName());
        String sentence = cause instanceof OutOfMemoryError
                ? Texts.text("app.uncaught.memory")
                : Texts.text("app.uncaught", cause.getClass().getSimpleName());
        return new Notice(
                Notice.Kind.FAILURE, sentence, Notice.failure(what, cause).details());
    }
}
