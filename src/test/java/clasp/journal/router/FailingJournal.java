package clasp.journal.router;

import clasp.journal.store.Journal;
import clasp.journal.store.JournalException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A journal that can stop taking entries, as on a full disk, or take its time. Thread-safe.
final class FailingJournal {
    private static final Set<String> WRITES = Set.of("append", "appendAll", "appendAllAfter", "snapshot");

    private final Journal journal;
    private final Semaphore waiting = new Semaphore(0);
    private volatile Set<String> heldWrites = WRITES;
    private volatile @Nullable String failure;
    private volatile @Nullable CountDownLatch held;

    FailingJournal(Journal journal) {
        this.journal = journal;
    }

    void fail(String sentence) {
        failure = sentence;
    }

    /// The same for the next snapshot, while entries are taken.
    CountDownLatch holdSnapshot() {
        heldWrites = Set.of("snapshot");
        return hold();
    }

    /// Lets the next write wait until the latch that this returns is counted down.
    CountDownLatch hold() {
        CountDownLatch released = new CountDownLatch(1);
        held = released;
        return released;
    }

    /// Blocks until a write waits.
    void awaitHeld() throws InterruptedException {
        waiting.acquire();
    }

    void work() {
        failure = null;
    }

    Journal asJournal() {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    CountDownLatch latch = held;
                    if (latch != null && heldWrites.contains(method.getName())) {
                        held = null;
                        waiting.release();
                        latch.await();
                    }
                    String sentence = failure;
                    if (sentence != null && WRITES.contains(method.getName())) {
                        throw new JournalException(sentence);
                    }
                    try {
                        return method.invoke(journal, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
