package clasp.journal.router;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Param;
import clasp.journal.model.ValueSyntax;
import clasp.journal.recovery.ReplayedState;
import clasp.journal.recovery.StateReplay;
import clasp.journal.router.core.LiveParam;
import clasp.journal.router.core.ParamTable;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Journal;
import clasp.journal.store.Progress;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// A running CLASP router, which journals every SET and PUBLISH that it accepts before anyone hears of it.
///
/// ```java
/// try (Router router = Router.withJournal(journal).listeningOn(address).start()) { … }
/// ```
///
/// Thread-safe.
public final class Router implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final Engine engine;
    private final WebServer server;

    private Router(Engine engine, WebServer server) {
        this.engine = engine;
        this.server = server;
    }

    /// A router that is yet to be set up and started.
    public static RouterSetup withJournal(Journal journal) {
        return RouterSetup.of(journal);
    }

    static Router start(RouterSetup setup) {
        refuseOpenDoors(setup);
        Micros micros = new Micros(setup.clocks());
        ParamTable table = new ParamTable(setup.strategies(), setup.limits().params());
        // Asked first: what somebody else writes meanwhile is noticed with the first write.
        long lastSeq = setup.journal().state().highestSeqGiven();
        recover(setup.journal(), table);
        Engine engine = new Engine(setup, table, lastSeq, micros);
        WebServer server = new WebServer(setup, engine, micros);
        engine.start(server::close);
        try {
            server.start();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return new Router(engine, server);
    }

    /// Where it listens, with the port that it was given.
    public InetSocketAddress address() {
        return server.address();
    }

    /// Where the journal's REST API is, with the port that it was given; empty when there is none.
    public Optional<InetSocketAddress> httpAddress() {
        return server.httpAddress();
    }

    /// How it fares; about a second old at most.
    public RouterStatistics statistics() {
        return engine.statistics();
    }

    /// Who is connected, in the order of their coming; a second or two old at most.
    public List<ConnectedClient> clients() {
        return engine.clients();
    }

    /// Every param as it is at this moment, in no particular order. Blocks until the router comes to it.
    ///
    /// @throws RouterException when the router is stopped
    /// @throws clasp.journal.store.CancelledException when nobody wants it any more
    public List<Param> params(Cancellation cancellation) {
        return engine.params(cancellation).stream().map(LiveParam::param).toList();
    }

    /// Why it ended by itself, such as memory that did not suffice, or somebody else who wrote to its journal: it then
    /// serves nobody any more. Empty as long as it has not.
    public Optional<String> failure() {
        return engine.failure().map(Throwable::toString);
    }

    /// How many messages it has received, whether they are done with or not. For tests of what happens meanwhile.
    long arrived() {
        return engine.arrived();
    }

    /// Ends all connections and takes a last snapshot. Returns when the journal is no longer used.
    @Override
    public void close() {
        server.close();
        engine.close();
    }

    private static void refuseOpenDoors(RouterSetup setup) {
        if (setup.token().isRequired()) {
            return;
        }
        refuseOpenDoor(setup.listen());
        setup.httpAddress().ifPresent(Router::refuseOpenDoor);
    }

    private static void refuseOpenDoor(InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new RouterException(CoreTexts.text("router.noAddress", address.getHostString()));
        }
        if (!address.getAddress().isLoopbackAddress()) {
            throw new RouterException(CoreTexts.text("router.openDoor", WebServer.text(address)));
        }
    }

    private static void recover(Journal journal, ParamTable table) {
        ReplayedState state = new StateReplay(journal).latest(Progress.NONE, Cancellation.none());
        for (Param param : state.params()) {
            if (ValueSyntax.problem(param.valueJson()).isPresent()) {
                LOG.log(Level.WARNING, "The value of {0} in the journal is no JSON; it is null now.", param.address());
            }
            LiveParam recovered = LiveParam.recovered(param);
            recovered
                    .untellable()
                    .ifPresent(reason -> LOG.log(
                            Level.WARNING,
                            "No client can be told of the param {0}, which stays in the journal. {1}",
                            param.address(),
                            reason));
            table.restore(recovered);
        }
    }
}
