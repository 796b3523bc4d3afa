package clasp.journal.router;

import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/// Tells clients that the router ends. A server that stops merely breaks its connections off, which a client may not
/// notice: Java's own does not while it works on a message. Stateless.
final class Farewell {
    private static final System.Logger LOG = System.getLogger(Farewell.class.getName());

    /// For those that read nothing.
    private static final long PATIENCE_MILLIS = 500;

    private Farewell() {}

    /// Closes the sessions, and returns when all are told or have had their time.
    static void to(Collection<Session> sessions) {
        CompletableFuture<?>[] told = sessions.stream().map(Farewell::closed).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(told).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "Not every client could be told that the router ends.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> closed(Session session) {
        return Callback.Completable.with(told -> session.close(StatusCode.SHUTDOWN, "the router ends", told));
    }
}
