package clasp.journal.cli;

import clasp.journal.router.Router;
import clasp.journal.router.RouterException;
import clasp.journal.router.RouterSetup;
import clasp.journal.router.StopSignal;
import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Limits;
import clasp.journal.router.core.Strategies;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.Journal;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Not thread-safe.
@Command(
        name = "serve",
        description = "Runs a CLASP router that journals everything it accepts, until it is told to stop (Ctrl+C).",
        footer = {
            "",
            "Prints the addresses that it listens on, one a line, as soon as it does. The state goes on from what the",
            "journal holds; a snapshot is taken at the end. Without a token it listens on this machine only. A token",
            "given as CLASP_TOKEN in the environment does not show in the list of processes."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int SNAPSHOTS_IN_MEMORY = 2;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String TOKEN_VARIABLE = "CLASP_TOKEN";

    private final Tools tools;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:7330",
            converter = HostAndPort.class,
            description = "Where CLASP clients connect (WebSocket). Without: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private InetSocketAddress listen;

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.class,
            description = "Where the journal can be read (REST). Without: nowhere.")
    private @Nullable InetSocketAddress http;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Kept kept;

    @Option(names = "--token", paramLabel = "T", description = "What clients must show to come in.")
    private @Nullable String token;

    @Option(
            names = "--snapshot-every",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How often the state is stored in the journal. Without: ${DEFAULT-VALUE}.")
    private long snapshotSeconds;

    @Option(
            names = "--strategy",
            paramLabel = "PATTERN=NAME",
            converter = StrategyRule.class,
            description = "Which of two writes to a param counts: lww (the later one), max, min, lock or merge. Several"
                    + " are looked through in their order. Without: lww everywhere.")
    private List<Strategies.Rule> strategies = new ArrayList<>();

    @Option(
            names = "--max-sessions",
            paramLabel = "N",
            description = "How many clients at a time. Without: ${DEFAULT-VALUE}.")
    private int maxSessions = Limits.USUAL.sessions();

    @Option(
            names = "--max-subscriptions",
            paramLabel = "N",
            description = "How many subscriptions a client can have. Without: ${DEFAULT-VALUE}.")
    private int maxSubscriptions = Limits.USUAL.subscriptions();

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            description = "How many messages a second a client can send. Without: ${DEFAULT-VALUE}.")
    private int maxRate = Limits.USUAL.messagesPerSecond();

    @Option(
            names = "--compact",
            description = "After each snapshot, delete the entries before it, and all snapshots but the newest two.")
    private boolean compact;

    /// Where the journal is.
    private static final class Kept {
        @Option(names = "--journal", paramLabel = "FILE", description = "Keep the journal in this file, new or not.")
        private @Nullable Path file;

        @Option(names = "--memory", paramLabel = "N", description = "Keep the newest N entries in memory only.")
        private @Nullable Integer entries;
    }

    ServeCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (snapshotSeconds < 1) {
            throw new ParameterException(command.commandLine(), "--snapshot-every must be at least 1.");
        }
        if (maxSessions < 1 || maxSubscriptions < 1 || maxRate < 1) {
            throw new ParameterException(command.commandLine(), "A limit must be at least 1.");
        }
        try (StopSignal stop = new StopSignal();
                Journal journal = journal(stop);
                Router router = setup(journal).start()) {
            announce(router);
            while (!stop.await(LOOK_EVERY)) {
                throwIfEnded(router);
            }
            tools.console().say("Stopping.");
        } catch (RouterException e) {
            throw new FailedException(String.valueOf(e.getMessage()));
        } catch (CancelledException e) {
            throw new FailedException("Stopped while the journal was copied. Nothing was changed.");
        }
        return ExitStatus.OK;
    }

    private static void throwIfEnded(Router router) {
        router.failure().ifPresent(failure -> {
            String why = failure.endsWith(".") ? failure : failure + ".";
            throw new FailedException(
                    "The router ended by itself: " + why + " What it acknowledged is in the journal; start it again.");
        });
    }

    private Journal journal(StopSignal stop) {
        Path file = kept.file;
        if (file == null) {
            int entries = kept.entries == null ? 0 : kept.entries;
            if (entries < 1) {
                throw new ParameterException(command.commandLine(), "--memory must be at least 1.");
            }
            return new MemoryJournal("memory", entries, SNAPSHOTS_IN_MEMORY, InstantSource.system());
        }
        Cancellation stopped = new Cancellation();
        stop.onStop(stopped::cancel);
        Journal journal = new SqliteJournals().openOrCreate(file, this::sayCopying, stopped);
        journal.info().notes().forEach(tools.console()::say);
        return journal;
    }

    private void sayCopying(long done, long total) {
        if (done == 0) {
            tools.console()
                    .say("The log of " + kept.file
                            + " is damaged. Before anything is written, the journal and the files"
                            + " beside it are copied as they are (" + total + " bytes). Ctrl+C stops that.");
        }
    }

    private RouterSetup setup(Journal journal) {
        RouterSetup setup = Router.withJournal(journal)
                .listeningOn(listen)
                .withStrategies(new Strategies(strategies))
                .withLimits(Limits.USUAL
                        .withSessions(maxSessions)
                        .withSubscriptions(maxSubscriptions)
                        .withMessagesPerSecond(maxRate))
                .withSnapshots(Duration.ofSeconds(snapshotSeconds), compact);
        if (http != null) {
            setup = setup.withHttpOn(http);
        }
        String secret = token == null ? System.getenv(TOKEN_VARIABLE) : token;
        if (secret == null) {
            return setup;
        }
        try {
            return setup.withToken(AccessToken.of(secret));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void announce(Router router) {
        tools.console().print("ws://" + text(router.address()));
        router.httpAddress().ifPresent(address -> tools.console().print("http://" + text(address)));
        tools.console().flush();
        String where = kept.file == null ? "memory, the newest " + kept.entries + " entries" : kept.file.toString();
        tools.console().say("The router is running; its journal is in " + where + ". Ctrl+C stops it.");
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
