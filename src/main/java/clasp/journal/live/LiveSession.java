package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.wire.Feature;
import clasp.journal.wire.Message;
import clasp.journal.wire.ParamState;
import clasp.journal.wire.SubscribeOptions;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One connection that listens to a router: greets, subscribes, and hears. A PING after each step tells when it is
/// done, as its answer comes after everything before it. What is heard waits here until [#release], so that the state
/// and the history can be stored before it. Thread-safe.
final class LiveSession implements AutoCloseable {
    private static final int VERSION = 1;
    private static final String NAME = "Clasp Journal Browser";
    private static final Set<Feature> FEATURES = EnumSet.complementOf(EnumSet.of(Feature.FEDERATION));

    /// What routers say when they had to drop, with how many that were in their sentence, where they tell.
    private static final int DROPPED = 503;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private enum Step {
        GREETING,
        STATE,
        SUBSCRIBING,
        LISTENING
    }

    private final RecordingOrder order;
    private final RouterFailures failures;
    private final HeardEntries entries;
    private final RecordingQueue held;
    private final RecordingQueue queue;
    private final RouterConnection connection;
    private final CompletableFuture<Boolean> subscribed = new CompletableFuture<>();
    private final Map<String, Param> state = new LinkedHashMap<>();
    private final Queue<CompletableFuture<Integer>> pings = new ArrayDeque<>();
    private Step step = Step.GREETING;
    private boolean released;

    private LiveSession(
            HttpClient http, RecordingOrder order, RecordingLimits limits, HeardEntries entries, RecordingQueue queue) {
        this.order = order;
        this.entries = entries;
        this.queue = queue;
        failures = new RouterFailures(order.address());
        held = new RecordingQueue(limits);
        connection = RouterConnection.open(http, failures, limits.answer(), this::hear);
    }

    /// Connects, and returns when the subscriptions are in force.
    ///
    /// @param queue where entries go after [#release]
    /// @throws RelayException when the router does not let us listen
    static LiveSession open(
            HttpClient http, RecordingOrder order, RecordingLimits limits, HeardEntries entries, RecordingQueue queue) {
        LiveSession session = new LiveSession(http, order, limits, entries, queue);
        session.connection.ended().thenAccept(session.subscribed::completeExceptionally);
        session.connection.send(hello(order));
        try {
            session.subscribed.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            return session;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RelayException reason ? reason : session.failures.of(e);
        } catch (TimeoutException e) {
            session.close();
            throw session.failures.silent();
        } catch (InterruptedException e) {
            session.close();
            Thread.currentThread().interrupt();
            throw session.failures.of(e);
        }
    }

    static Message hello(RecordingOrder order) {
        return hello(order.token());
    }

    static Message hello(BearerToken token) {
        return new Message.Hello(VERSION, FEATURES, NAME, token.secret());
    }

    /// Completed with the reason when it is over.
    CompletableFuture<RelayException> ended() {
        return connection.ended();
    }

    /// Sends a PING; completed when it is answered, with how many entries were held by then.
    CompletableFuture<Integer> mark() {
        CompletableFuture<Integer> answered = new CompletableFuture<>();
        synchronized (this) {
            pings.add(answered);
            connection.send(new Message.Ping());
        }
        return answered;
    }

    /// Asks a silent router for a sign of life, and ends when there is none; to be called now and then.
    void keepAlive(Duration quiet) {
        connection.keepAlive(quiet, () -> {
            var unused = mark();
        });
    }

    /// How many entries are held.
    int heldNow() {
        return held.waiting();
    }

    /// The first entries that are held.
    List<Entry> firstHeld(int most) {
        return held.first(most);
    }

    /// Stores the state at the time of subscribing, then what was held, then whatever comes.
    ///
    /// @param anew whether something was recorded before: an empty state then tells that its params are gone
    synchronized void release(boolean anew) {
        if (!state.isEmpty() || anew && order.wantsParams()) {
            queue.state(new ArrayList<>(state.values()));
            state.clear();
        }
        held.moveTo(queue);
        released = true;
    }

    @Override
    public void close() {
        connection.close();
    }

    private synchronized void hear(Message message) {
        switch (message) {
            case Message.Welcome _
            when step == Step.GREETING -> {
                step = Step.STATE;
                connection.send(new Message.Ping());
            }
            case Message.Pong _ -> ponged();
            case Message.Snapshot(List<ParamState> params)
            when step == Step.SUBSCRIBING ->
                params.stream().map(entries::param).forEach(param -> state.putIfAbsent(param.address(), param));
            case Message.Set _, Message.Publish _, Message.Bundle _ ->
                entries.of(message, released ? queue::offer : held::offer);
            case Message.Error error -> complained(error);
            default -> {}
        }
    }

    private void ponged() {
        switch (step) {
            case GREETING -> {}
            case STATE -> {
                step = Step.SUBSCRIBING;
                long id = 1;
                for (String pattern : order.patterns()) {
                    connection.send(new Message.Subscribe(id++, pattern, order.types(), SubscribeOptions.NONE));
                }
                connection.send(new Message.Ping());
            }
            case SUBSCRIBING -> {
                step = Step.LISTENING;
                subscribed.complete(true);
            }
            case LISTENING -> {
                CompletableFuture<Integer> answered = pings.poll();
                if (answered != null) {
                    answered.complete(held.waiting());
                }
            }
        }
    }

    private void complained(Message.Error error) {
        if (step != Step.LISTENING) {
            connection.end(failures.refused(error, order.token()));
            return;
        }
        if (error.code() == DROPPED) {
            Matcher number = NUMBER.matcher(error.message());
            (released ? queue : held).miss(number.find() ? Long.parseLong(number.group()) : 1);
        }
    }
}
