package clasp.journal.app;

import clasp.journal.model.CoreTexts;
import clasp.journal.router.Router;
import clasp.journal.router.RouterException;
import clasp.journal.router.RouterSetup;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Journal;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.HostAccess;
import clasp.journal.ui.sources.HostChoice;
import clasp.journal.ui.sources.HostChoice.Kept;
import clasp.journal.ui.sources.HostedSession;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Starts routers in this program. Thread-safe.
final class HostSource implements HostAccess {
    private static final int SNAPSHOTS_IN_MEMORY = 2;

    /// In whatever window: ports are those of the process. Those that have failed are forgotten when the next one is
    /// started, or when their tab is closed.
    private static final Set<HostedRouter> RUNNING = ConcurrentHashMap.newKeySet();

    @Override
    public HostedSession host(HostChoice choice, Progress progress, Cancellation cancellation) {
        InetAddress address = address(choice.host());
        cancellation.check();
        Journal journal = journal(choice.kept(), progress, cancellation);
        try {
            Router router = start(choice, setup(choice, address, journal));
            var hosted = new HostedRouter(router, journal, address, choice, RUNNING::remove);
            RUNNING.add(hosted);
            return hosted;
        } catch (RouterException e) {
            // What was to be said of the journal is not said again when it is opened the next time.
            List<String> notes = journal.info().notes();
            journal.close();
            throw notes.isEmpty() ? e : new RouterException(e.getMessage() + " " + String.join(" ", notes), e);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /// Says so when it is this program that has the port already.
    private Router start(HostChoice choice, RouterSetup setup) {
        RUNNING.removeIf(session -> !session.runs());
        try {
            return setup.start();
        } catch (RouterException e) {
            for (HostedRouter session : RUNNING) {
                OptionalInt claimed = session.claims(choice);
                if (claimed.isPresent()) {
                    throw new RouterException(
                            Texts.text("host.problem.claimed", Integer.toString(claimed.getAsInt()), session.name()),
                            e);
                }
            }
            throw e;
        }
    }

    private static RouterSetup setup(HostChoice choice, InetAddress address, Journal journal) {
        RouterSetup setup = Router.withJournal(journal).listeningOn(new InetSocketAddress(address, choice.port()));
        Integer http = choice.httpPort();
        if (http != null) {
            setup = setup.withHttpOn(new InetSocketAddress(address, http));
        }
        return choice.token().isEmpty() ? setup : setup.withToken(AccessToken.of(choice.token()));
    }

    private static Journal journal(Kept kept, Progress progress, Cancellation cancellation) {
        return switch (kept) {
            case Kept.InMemory(int entries) ->
                new MemoryJournal(Texts.text("host.name"), entries, SNAPSHOTS_IN_MEMORY, InstantSource.system());
            case Kept.InFile(Path file) -> inFile(file, progress, cancellation);
        };
    }

    private static Journal inFile(Path file, Progress progress, Cancellation cancellation) {
        return new SqliteJournals().openOrCreate(file, progress, cancellation);
    }

    private static InetAddress address(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.getByName(bare);
        } catch (UnknownHostException e) {
            throw new RouterException(CoreTexts.text("router.noAddress", host), e);
        }
    }
}
