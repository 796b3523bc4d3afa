package clasp.journal.router;

import clasp.journal.model.Entry;
import clasp.journal.store.memory.MemoryJournal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;

/// A router with a journal in memory, and clients of it.
abstract class RunningRouter {
    final MemoryJournal journal = new MemoryJournal("test", 100_000, 2, InstantSource.system());

    final List<AutoCloseable> open = new ArrayList<>();

    final Router router = started(Router.withJournal(journal));

    Router started(RouterSetup setup) {
        Router started = setup.start();
        open.add(started);
        return started;
    }

    TestClient client() throws Exception {
        return client(router);
    }

    TestClient client(Router of) throws Exception {
        TestClient client = TestClient.greeted(of);
        open.addFirst(client);
        return client;
    }

    List<Entry> journaled() {
        return journal.since(0, OptionalInt.empty());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
