package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.router.Router;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.ReadingContractTest;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Patience;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// What a relay serves, read over a real socket in many pages, as soon as all of it is there.
class RelayReadingContractTest extends ReadingContractTest {
    private static final RelayLimits SMALL_PAGES =
            new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 150, 64 << 20);

    private final List<Router> routers = new ArrayList<>();

    @Override
    protected JournalReader journalOf(List<Entry> entries) {
        MemoryJournal served = memory();
        served.take(entries);
        Router router = Router.withJournal(served)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .start();
        routers.add(router);
        RelayJournal journal = RelayJournal.open(
                RelayAddress.of(
                        "127.0.0.1:" + router.httpAddress().orElseThrow().getPort()),
                BearerToken.NONE,
                SMALL_PAGES,
                RelayReadingContractTest::memory,
                event -> {},
                Cancellation.none());
        try {
            Patience.until("all to be read", () -> journal.status().caughtUp());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return journal;
    }

    private static MemoryJournal memory() {
        return new MemoryJournal("copy", 1_000_000, 10, InstantSource.system());
    }

    @AfterEach
    void stopRouters() {
        routers.forEach(Router::close);
    }
}
