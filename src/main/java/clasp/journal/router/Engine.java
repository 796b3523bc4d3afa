package clasp.journal.router;

import clasp.journal.model.CoreTexts;
import clasp.journal.router.core.Answer;
import clasp.journal.router.core.ErrorCodes;
import clasp.journal.router.core.LiveParam;
import clasp.journal.router.core.Moment;
import clasp.journal.router.core.ParamTable;
import clasp.journal.router.core.Refusal;
import clasp.journal.router.core.Requests;
import clasp.journal.router.core.Subscriptions;
import clasp.journal.router.core.WaitingBundles;
import clasp.journal.router.core.Writes;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Uninterruptibly;
import clasp.journal.wire.Message;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The router's one thread of decisions. What clients send is worked through in the order of its arrival; between two
/// rounds it does what is due by the clock. The inbox needs no bound of its own: each client has only a few messages in
/// it, since more are read when those are done with. Thread-safe.
final class Engine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Engine.class.getName());
    private static final int MAX_ROUND = 1_000;
    private static final long PATIENCE_MILLIS = 100;
    private static final long STATISTICS_EVERY = Micros.SECOND / 10;

    private final BlockingQueue<Work> inbox = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("router").unstarted(this::run);
    private final Micros micros;
    private final ParamTable table;
    private final Subscriptions subscriptions;
    private final Requests requests;
    private final WaitingBundles waiting;
    private final Linger linger = new Linger();
    private final Attendance attendance = new Attendance();
    private final StateReaders stateReaders = new StateReaders();
    private final Delivery delivery;
    private final JournaledWrites writes;
    private final Replays replays;
    private final StateSnapshots snapshots;
    private final LongAdder arrived = new LongAdder();
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;
    private Runnable whenFailed = () -> {};
    private long statisticsMicros;
    private volatile List<ConnectedClient> clients = List.of();
    private volatile RouterStatistics statistics = RouterStatistics.NONE;

    private sealed interface Work {
        record Joined(Peer peer) implements Work {}

        record Received(Peer peer, Message message) implements Work {}

        record Left(Peer peer) implements Work {}

        /// Somebody within this program wants to know what there is.
        record Asked(CompletableFuture<List<LiveParam>> answer) implements Work {}

        /// To look at the clock, or whether to stop.
        record WakeUp() implements Work {}
    }

    /// @param lastSeq the highest seq ever given in the journal, when the table was read from it
    Engine(RouterSetup setup, ParamTable table, long lastSeq, Micros micros) {
        this.micros = micros;
        this.table = table;
        subscriptions = new Subscriptions();
        requests = new Requests(setup.name(), setup.token(), setup.limits(), table, subscriptions);
        waiting = new WaitingBundles(setup.limits().waitingBundles());
        delivery = new Delivery(subscriptions);
        writes = new JournaledWrites(new Writes(table), setup.journal(), lastSeq, delivery);
        replays = new Replays(setup.journal());
        snapshots = new StateSnapshots(
                table, writes::lastSeq, setup.journal(), setup.snapshotInterval(), setup.compacting(), micros.steady());
    }

    /// @param onFailure what to do, on the router's thread, when it ends by itself
    void start(Runnable onFailure) {
        whenFailed = onFailure;
        thread.start();
    }

    /// Why it ended by itself; empty when it did not.
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void joined(Peer peer) {
        inbox.add(new Work.Joined(peer));
    }

    /// The peer is told when this one is done with.
    void received(Peer peer, Message message) {
        arrived.increment();
        inbox.add(new Work.Received(peer, message));
    }

    void left(Peer peer) {
        inbox.add(new Work.Left(peer));
    }

    /// How many messages were received so far, whether they are done with or not.
    long arrived() {
        return arrived.sum();
    }

    /// Every param, after what was received before is done with. Blocks.
    ///
    /// @throws RouterException when the engine ends before it comes to it
    List<LiveParam> params(Cancellation cancellation) {
        var answer = new CompletableFuture<List<LiveParam>>();
        inbox.add(new Work.Asked(answer));
        while (!answer.isDone() && thread.isAlive()) {
            cancellation.check();
            try {
                return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // The engine may have ended meanwhile.
            } catch (ExecutionException e) {
                throw new RouterException(CoreTexts.text("router.silent"), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        List<LiveParam> params = answer.getNow(null);
        if (params == null) {
            throw new RouterException(CoreTexts.text("router.stopped"));
        }
        return params;
    }

    List<ConnectedClient> clients() {
        return clients;
    }

    RouterStatistics statistics() {
        return statistics;
    }

    /// Finishes what was received, takes a last snapshot, and returns when all that is done.
    @Override
    public void close() {
        stopping = true;
        inbox.add(new Work.WakeUp());
        Uninterruptibly.join(thread);
    }

    /// What is no mere mistake, such as memory that does not suffice, ends the router: it must not be there and answer
    /// nobody. What was decided on and is not in the journal is then not in a snapshot either.
    private void run() {
        try {
            decide();
            table.expire(micros.steady());
            Guarded.run(snapshots::takeLast);
        } catch (Error e) {
            failure = e;
            try {
                LOG.log(Level.ERROR, "The router ends by itself.", e);
            } finally {
                whenFailed.run();
            }
        } finally {
            replays.close();
            Guarded.run(snapshots::awaitEnd);
        }
    }

    private void decide() {
        List<Work> round = new ArrayList<>();
        while (!stopping || !inbox.isEmpty()) {
            Work first = await();
            if (first != null) {
                round.add(first);
                letMoreArrive();
                inbox.drainTo(round, MAX_ROUND);
                round.forEach(work -> Guarded.run(() -> work(work)));
                round.clear();
            }
            Guarded.run(writes::flush);
            Guarded.run(() -> whatIsDue(micros.now()));
        }
        if (waiting.size() > 0) {
            LOG.log(Level.WARNING, "Bundles whose time had not come were given up: {0}.", waiting.size());
        }
        statistics = standing();
    }

    private @Nullable Work await() {
        Moment now = micros.now();
        long left = Math.min(left(waiting.nextDue(), now.micros()), left(subscriptions.nextDue(), now.steadyMicros()));
        try {
            return inbox.poll(left, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            stopping = true;
            return null;
        }
    }

    /// A second at most.
    private static long left(OptionalLong dueMicros, long nowMicros) {
        return dueMicros.isEmpty() ? Micros.SECOND : Math.clamp(dueMicros.getAsLong() - nowMicros, 0, Micros.SECOND);
    }

    private void letMoreArrive() {
        long nanos = linger.nanos(System.nanoTime());
        if (nanos > 0 && !stopping) {
            LockSupport.parkNanos(nanos);
        }
    }

    private void work(Work work) {
        switch (work) {
            case Work.Joined(Peer peer) -> attendance.add(peer);
            case Work.Received(Peer peer, Message message) -> {
                linger.received(peer);
                Moment now = micros.now();
                decideOnDue(now);
                received(peer, message, now);
            }
            case Work.Left(Peer peer) -> leave(peer);
            case Work.Asked(var answer) -> {
                Guarded.run(writes::flush);
                table.expire(micros.steady());
                answer.complete(table.all());
            }
            case Work.WakeUp() -> {}
        }
    }

    /// Whatever happens, the client is answered and its next message read.
    private void received(Peer peer, Message message, Moment now) {
        boolean done = true;
        try {
            done = workedOff(peer, message, now);
        } catch (RuntimeException e) {
            String sentence = "The router failed at this message; its log says why.";
            peer.reply(List.of(new Refusal(ErrorCodes.FAILED, sentence, null).message()));
            throw e;
        } finally {
            if (done) {
                peer.next();
            }
        }
    }

    /// @return false when somebody else reads the client's next message, or nobody
    private boolean workedOff(Peer peer, Message message, Moment now) {
        var objection = requests.objection(peer.client(), message);
        if (objection.isPresent()) {
            return answer(peer, Answer.of(objection.get().message()));
        }
        if (WaitingBundles.concerns(message, now.micros())) {
            waiting.add(peer.client().session(), (Message.Bundle) message, now.micros())
                    .ifPresent(refusal -> peer.reply(List.of(refusal.message())));
            return true;
        }
        if (Writes.concerns(message)) {
            writes.add(peer, message, now);
            return false;
        }
        // What is asked for must not show what the journal may yet refuse.
        writes.flush();
        return message instanceof Message.Replay replay
                ? !replays.begin(peer, replay)
                : answer(peer, requests.answer(peer.client(), message, now));
    }

    private boolean answer(Peer peer, Answer answer) {
        if (peer.client().greeted()) {
            delivery.add(peer);
        }
        peer.reply(answer.messages());
        if (answer.hasRest()) {
            peer.replyAsRead(answer.rest().iterator());
            stateReaders.add(peer, table.replaced());
        }
        if (answer.hangUp()) {
            peer.hangUp("refused");
        }
        return !answer.hangUp();
    }

    private void leave(Peer peer) {
        writes.flush();
        attendance.remove(peer);
        delivery.remove(peer);
        stateReaders.remove(peer);
        requests.forget(peer.client());
        replays.cancel(peer);
    }

    /// Whatever comes after a bundle's time takes effect after the bundle, however long a round takes.
    private void decideOnDue(Moment now) {
        for (WaitingBundles.Waiting due : waiting.due(now.micros())) {
            Guarded.run(() -> writes.addLate(delivery.peer(due.session()), due.session(), due.bundle(), now));
        }
    }

    private void whatIsDue(Moment now) {
        decideOnDue(now);
        writes.flush();
        long steady = now.steadyMicros();
        delivery.deliverLate(steady);
        stateReaders.check(table.replaced());
        if (attendance.isDue(steady)) {
            table.expire(steady);
            attendance.check(steady);
            clients = attendance.present(subscriptions);
        }
        snapshots.takeWhenDue(steady);
        if (steady - statisticsMicros >= STATISTICS_EVERY) {
            statisticsMicros = steady;
            statistics = standing();
        }
    }

    private RouterStatistics standing() {
        return new RouterStatistics(
                attendance.size(),
                subscriptions.size(),
                table.size(),
                writes.accepted(),
                writes.failed(),
                delivery.dropped());
    }
}
