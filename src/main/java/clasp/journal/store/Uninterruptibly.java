package clasp.journal.store;

/// Waits that an interrupt does not end, for what must be over before something else is closed. An interrupt is kept
/// for whoever asks later. Stateless.
public final class Uninterruptibly {
    private Uninterruptibly() {}

    /// Returns when the thread has ended, or was never started.
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
