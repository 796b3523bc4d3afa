package clasp.journal.live;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.wire.Message;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a router for every param that it holds, over a connection of its own: a router tells its whole state to whoever
/// greets it, and what comes before the answer to a PING is all of it. Confined to one question.
final class RouterState {
    private final HeardEntries entries = new HeardEntries(InstantSource.system());
    private final RouterFailures failures;
    private final CompletableFuture<List<Param>> whole = new CompletableFuture<>();
    private final List<Param> heard = new ArrayList<>();
    private final BearerToken token;
    private final RouterConnection connection;
    private boolean welcome;

    private RouterState(HttpClient http, RouterAddress address, BearerToken token, RecordingLimits limits) {
        this.token = token;
        failures = new RouterFailures(address);
        connection = RouterConnection.open(http, failures, limits.answer(), this::hear);
    }

    /// @throws RelayException when the router does not say
    static List<Param> ask(
            RouterAddress address, BearerToken token, RecordingLimits limits, Cancellation cancellation) {
        HttpClient http = HttpClients.connectingWithin(limits.answer());
        try (var stop = cancellation.onCancel(http::shutdownNow)) {
            return new RouterState(http, address, token, limits).whole(limits);
        } catch (RelayException e) {
            cancellation.check();
            throw e;
        } finally {
            http.shutdownNow();
        }
    }

    private List<Param> whole(RecordingLimits limits) {
        connection.ended().thenAccept(whole::completeExceptionally);
        connection.send(LiveSession.hello(token));
        try {
            return whole.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RelayException reason ? reason : failures.of(e);
        } catch (TimeoutException e) {
            throw failures.silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of(e);
        } finally {
            connection.close();
        }
    }

    private void hear(Message message) {
        switch (message) {
            case Message.Welcome _ -> {
                welcome = true;
                connection.send(new Message.Ping());
            }
            case Message.Snapshot snapshot ->
                snapshot.params().stream().map(entries::param).forEach(heard::add);
            case Message.Pong _ when welcome -> whole.complete(List.copyOf(heard));
            case Message.Error error -> connection.end(failures.refused(error, token));
            default -> {}
        }
    }
}
