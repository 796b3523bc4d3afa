package clasp.journal.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tells of what does not come to an end, and where it stands, instead of waiting for it. Stateless.
public final class Limit {
    private Limit() {}

    /// @throws IllegalStateException when it takes longer, or fails with anything but an error of its own
    public static <T> T of(Duration longest, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            StackTraceElement[] where = thread.getStackTrace();
            throw new IllegalStateException(
                    "not done after " + longest + ", at "
                            + Arrays.stream(where)
                                    .limit(25)
                                    .map(StackTraceElement::toString)
                                    .toList(),
                    e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
