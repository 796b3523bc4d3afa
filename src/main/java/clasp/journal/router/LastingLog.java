package clasp.journal.router;

import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// A log that is written to until the program has stopped in order. The usual one is closed at the moment when the
/// program is told to stop, and whatever fails from then on is told to nobody. Public for the logging library, which
/// makes it by its name. Thread-safe.
public final class LastingLog extends LogManager {
    private static volatile CountDownLatch stopped = new CountDownLatch(0);

    /// Keeps the log open until then. Whoever calls this has named this class to the logging library, before anything
    /// was logged.
    static void keepUntil(CountDownLatch end) {
        // They are not made any more once the program is told to stop.
        Logger.getLogger("").getHandlers();
        stopped = end;
    }

    /// Closes the log; called on a thread of its own when the program is told to stop.
    @Override
    public void reset() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.reset();
    }
}
