package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.wire.Message;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads what a router's journal holds, over a connection of its own, so that history and what happens meanwhile can be
/// told apart: entries come without seqs. It begins when a [LiveSession] already hears, so nothing is missing between;
/// the few entries that both bring are found by their content at the end of the one and the beginning of the other.
///
/// The queue's room decides how fast it reads. Used by one thread, besides the connection's.
final class History implements AutoCloseable {
    /// How many entries at its end are held back to be compared.
    private static final int COMPARED = 10_000;

    private static final int FAILED = 500;

    private final RecordingOrder order;
    private final RouterFailures failures;
    private final HeardEntries entries;
    private final RecordingQueue queue;
    private final LiveSession live;
    private final Deque<Entry> tail = new ArrayDeque<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final CompletableFuture<Integer> begun = new CompletableFuture<>();

    /// How much was held when the router was asked for the history, or a moment before or after.
    private final CompletableFuture<Integer> whenAsked = new CompletableFuture<>();

    private final int heldBefore;
    private final Duration quiet;
    private final RouterConnection connection;
    private boolean asked;
    private boolean marked;

    private History(
            HttpClient http,
            RecordingOrder order,
            RecordingLimits limits,
            HeardEntries entries,
            RecordingQueue queue,
            LiveSession live) {
        this.order = order;
        this.entries = entries;
        this.queue = queue;
        this.live = live;
        failures = new RouterFailures(order.address());
        heldBefore = live.heldNow();
        quiet = limits.quiet();
        connection = RouterConnection.open(http, failures, limits.answer(), this::hear);
    }

    /// Asks for the history; returns when it begins to come.
    ///
    /// @throws RelayException when the router does not give it
    static History ask(
            HttpClient http,
            RecordingOrder order,
            RecordingLimits limits,
            HeardEntries entries,
            RecordingQueue queue,
            LiveSession live) {
        History history = new History(http, order, limits, entries, queue, live);
        history.connection.ended().thenAccept(reason -> {
            history.begun.completeExceptionally(reason);
            history.over.completeExceptionally(reason);
        });
        history.connection.send(LiveSession.hello(order));
        try {
            history.begun.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            return history;
        } catch (ExecutionException e) {
            history.close();
            throw e.getCause() instanceof RelayException reason ? reason : history.failures.of(e);
        } catch (TimeoutException e) {
            history.close();
            throw history.failures.silent();
        } catch (InterruptedException e) {
            history.close();
            Thread.currentThread().interrupt();
            throw history.failures.of(e);
        }
    }

    /// Reads to the end; what it read is in the queue then, but for what the live session has as well.
    ///
    /// @return how many of its last entries may be missing or doubled, as they are equal to what was heard
    /// @throws RelayException when the history broke off; what had come until then is in the queue
    int finish() throws InterruptedException {
        try {
            awaitEnd();
            int mayBeDoubled = begun.get();
            List<Entry> end = new ArrayList<>(tail);
            List<Entry> heard = live.firstHeld(mayBeDoubled);
            queueAll(Overlap.without(end, heard, heldBefore, whenAsked.getNow(mayBeDoubled)));
            return Overlap.unclear(end, heard, heldBefore);
        } catch (ExecutionException e) {
            queueAll(tail);
            throw e.getCause() instanceof RelayException reason ? reason : failures.of(e);
        } finally {
            close();
        }
    }

    /// An end without a word is noticed by the silence alone: a connection that has gone in the middle of a frame does
    /// not tell.
    private void awaitEnd() throws InterruptedException, ExecutionException {
        while (true) {
            try {
                over.get(quiet.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException nothingYet) {
                connection.keepAlive(quiet, () -> connection.send(new Message.Ping()));
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private void queueAll(Iterable<Entry> last) throws InterruptedException {
        for (Entry entry : last) {
            queue.put(entry);
        }
    }

    private void hear(Message message) {
        switch (message) {
            case Message.Welcome _ -> {
                asked = true;
                live.mark().thenAccept(whenAsked::complete);
                connection.send(new Message.Replay(order.historyPattern(), null, null, null, order.types()));
                connection.send(new Message.Ping());
            }
            case Message.Set _, Message.Publish _, Message.Bundle _ -> {
                begin();
                entries.of(message, this::keep);
            }
            case Message.Pong _
            when asked -> {
                begin();
                over.complete(true);
            }
            case Message.Error error -> complained(error);
            default -> {}
        }
    }

    /// From now on, nothing that happens is part of the history.
    private void begin() {
        if (!marked) {
            marked = true;
            live.mark().thenAccept(begun::complete);
            live.ended().thenAccept(begun::completeExceptionally);
        }
    }

    private void keep(Entry entry) {
        if (order.patterns().size() > 1 && !order.wants(entry.address())) {
            return;
        }
        tail.addLast(entry);
        if (tail.size() > COMPARED) {
            try {
                queue.put(tail.removeFirst());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }
    }

    /// Routers of this program tell of single entries that fit no frame, and go on.
    private void complained(Message.Error error) {
        if (asked && error.code() == FAILED && !order.historyPattern().equals(error.address())) {
            queue.miss(1);
        } else {
            connection.end(failures.refused(error, order.token()));
        }
    }
}
