package clasp.journal.router;

import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Limits;
import clasp.journal.router.core.Strategies;
import clasp.journal.store.Journal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How a router is to be. Immutable; each method gives another setup. Begins with one that listens on a free port of
/// the loopback interface, without the REST API, without a token, and takes a snapshot every five minutes.
///
/// @param journal stays open when the router is closed; when somebody else appends to it, the router ends
/// @param name what it calls itself
/// @param listen for WebSocket; port 0 for a free one
/// @param http for the journal's REST API; null for none
/// @param compacting whether entries and snapshots that recovery no longer needs are deleted after each snapshot; the
///     newest two snapshots stay
public record RouterSetup(
        Journal journal,
        String name,
        InetSocketAddress listen,
        @Nullable InetSocketAddress http,
        AccessToken token,
        Limits limits,
        Strategies strategies,
        Duration snapshotInterval,
        boolean compacting,
        Clocks clocks) {
    private static final Duration SNAPSHOT_INTERVAL = Duration.ofMinutes(5);

    /// @param time what time it is, for what is recorded and told
    /// @param nanoTime for how long something takes; as of [System#nanoTime()]
    public record Clocks(InstantSource time, LongSupplier nanoTime) {}

    static RouterSetup of(Journal journal) {
        return new RouterSetup(
                journal,
                "Clasp Journal Browser",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                null,
                AccessToken.NONE,
                Limits.USUAL,
                Strategies.LAST_WRITE,
                SNAPSHOT_INTERVAL,
                false,
                new Clocks(InstantSource.system(), System::nanoTime));
    }

    public RouterSetup named(String newName) {
        return new RouterSetup(
                journal, newName, listen, http, token, limits, strategies, snapshotInterval, compacting, clocks);
    }

    public RouterSetup listeningOn(InetSocketAddress address) {
        return new RouterSetup(
                journal, name, address, http, token, limits, strategies, snapshotInterval, compacting, clocks);
    }

    public RouterSetup withHttpOn(InetSocketAddress address) {
        return new RouterSetup(
                journal, name, listen, address, token, limits, strategies, snapshotInterval, compacting, clocks);
    }

    public RouterSetup withToken(AccessToken newToken) {
        return new RouterSetup(
                journal, name, listen, http, newToken, limits, strategies, snapshotInterval, compacting, clocks);
    }

    public RouterSetup withLimits(Limits newLimits) {
        return new RouterSetup(
                journal, name, listen, http, token, newLimits, strategies, snapshotInterval, compacting, clocks);
    }

    public RouterSetup withStrategies(Strategies newStrategies) {
        return new RouterSetup(
                journal, name, listen, http, token, limits, newStrategies, snapshotInterval, compacting, clocks);
    }

    /// @param interval longer than nothing
    public RouterSetup withSnapshots(Duration interval, boolean compactingAfterEach) {
        return new RouterSetup(
                journal, name, listen, http, token, limits, strategies, interval, compactingAfterEach, clocks);
    }

    public RouterSetup withClock(InstantSource newClock) {
        return with(new Clocks(newClock, clocks.nanoTime()));
    }

    /// @param newNanoTime as of [System#nanoTime()]
    public RouterSetup withNanoTime(LongSupplier newNanoTime) {
        return with(new Clocks(clocks.time(), newNanoTime));
    }

    private RouterSetup with(Clocks newClocks) {
        return new RouterSetup(
                journal, name, listen, http, token, limits, strategies, snapshotInterval, compacting, newClocks);
    }

    public Optional<InetSocketAddress> httpAddress() {
        return Optional.ofNullable(http);
    }

    /// Recovers the state from the journal, then listens.
    ///
    /// @throws RouterException when it may not listen there, or cannot
    public Router start() {
        return Router.start(this);
    }
}
