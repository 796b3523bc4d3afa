package clasp.journal.router;

import clasp.journal.store.Journal;
import clasp.journal.store.JournalException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A journal that can stop taking entries, as on a full disk. Thread-safe.
final class FailingJournal {
    private static final Set<String> WRITES = Set.of("append", "appendAll", "snapshot");

    private final Journal journal;
    private volatile @Nullable String failure;

    FailingJournal(Journal journal) {
        this.journal = journal;
    }

    void fail(String sentence) {
        failure = sentence;
    }

    void work() {
        failure = null;
    }

    Journal asJournal() {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
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
