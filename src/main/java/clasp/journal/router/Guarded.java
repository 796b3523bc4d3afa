package clasp.journal.router;

import java.lang.System.Logger.Level;

/// What must not keep others from being served. Stateless.
final class Guarded {
    private static final System.Logger LOG = System.getLogger(Guarded.class.getName());

    private Guarded() {}

    /// Runs the action; one mistake in it must not end the router.
    static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Something went wrong inside of the router; it goes on.", e);
        }
    }
}
