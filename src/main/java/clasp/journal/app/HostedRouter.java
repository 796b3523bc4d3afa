package clasp.journal.app;

import clasp.journal.router.Router;
import clasp.journal.router.RouterStatistics;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.ForwardingReader;
import clasp.journal.store.Journal;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LiveRouter;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.sources.HostChoice;
import clasp.journal.ui.sources.HostedSession;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A router of this program and the journal that it writes. Thread-safe.
final class HostedRouter implements HostedSession {
    private final Router router;
    private final Journal journal;
    private final InetAddress address;
    private final HostChoice choice;
    private final Consumer<HostedRouter> ended;
    private final JournalReader shown = new Shown();
    private volatile boolean stopped;

    /// @param address that it listens on
    /// @param ended told that it does not run any more
    HostedRouter(Router router, Journal journal, InetAddress address, HostChoice choice, Consumer<HostedRouter> ended) {
        this.router = router;
        this.journal = journal;
        this.address = address;
        this.choice = choice;
        this.ended = ended;
    }

    boolean runs() {
        return !stopped && router.failure().isEmpty();
    }

    /// The port of a choice on which this one listens.
    OptionalInt claims(HostChoice wanted) {
        List<Integer> mine = Stream.concat(Stream.of(router.address()), router.httpAddress().stream())
                .map(InetSocketAddress::getPort)
                .toList();
        return Stream.of(wanted.port(), wanted.httpPort())
                .filter(mine::contains)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public JournalReader journal() {
        return shown;
    }

    @Override
    public String name() {
        return file().map(file -> String.valueOf(file.getFileName())).orElseGet(() -> Texts.text("host.name"));
    }

    @Override
    public Optional<Path> file() {
        return switch (choice.kept()) {
            case HostChoice.Kept.InMemory _ -> Optional.empty();
            case HostChoice.Kept.InFile(Path file) ->
                Optional.of(file.toAbsolutePath().normalize());
        };
    }

    @Override
    public List<String> clientUrls() {
        return urls("ws://", router.address());
    }

    @Override
    public List<String> journalUrls() {
        return router.httpAddress().map(http -> urls("http://", http)).orElse(List.of());
    }

    private List<String> urls(String scheme, InetSocketAddress bound) {
        return OwnAddresses.reaching(address).stream()
                .map(host -> scheme + host + ":" + bound.getPort())
                .toList();
    }

    @Override
    public String token() {
        return choice.token();
    }

    @Override
    public Traffic traffic() {
        RouterStatistics now = router.statistics();
        return new Traffic(
                now.sessions(), now.subscriptions(), now.params(), now.journaled(), now.failed(), now.dropped());
    }

    @Override
    public List<Guest> guests() {
        return router.clients().stream()
                .map(client -> new Guest(client.name(), client.session(), client.sinceMicros(), client.subscriptions()))
                .toList();
    }

    @Override
    public Optional<String> failure() {
        return router.failure();
    }

    /// Then the file of its journal is complete by itself, although it is still open here.
    @Override
    public void stop() {
        end();
        journal.settle();
    }

    private void end() {
        ended.accept(this);
        router.close();
        stopped = true;
    }

    /// The journal as the window reads it.
    private final class Shown extends ForwardingReader {
        @Override
        protected JournalReader target() {
            return journal;
        }

        @Override
        public JournalInfo info() {
            JournalInfo info = journal.info();
            return new JournalInfo(
                    name(),
                    file().orElse(null),
                    access(),
                    info.sizeBytes(),
                    info.walFrames(),
                    info.incomplete(),
                    info.notes());
        }

        private JournalAccess access() {
            if (router.failure().isPresent()) {
                return JournalAccess.Plain.FAILED;
            }
            return stopped ? JournalAccess.Plain.STOPPED : JournalAccess.Plain.HOSTING;
        }

        @Override
        public Optional<LiveRouter> router() {
            return stopped ? Optional.empty() : Optional.of(new HostedParams(router));
        }

        @Override
        public CompactionAccess compaction() {
            return stopped
                    ? journal.compaction()
                    : new CompactionAccess.Unavailable(Texts.text("host.compaction.running"));
        }

        @Override
        public void close() {
            try {
                end();
            } finally {
                journal.close();
            }
        }
    }
}
