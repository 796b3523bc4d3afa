package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalInfo;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A journal of given entries that can only be scanned, counted, told about and closed.
public final class ScannedEntries {
    private ScannedEntries() {}

    public static JournalReader of(Entry... entries) {
        return of(List.of(entries));
    }

    public static JournalReader of(Iterable<Entry> entries) {
        return of(null, entries);
    }

    /// @param file where the journal is to seem to lie; null for nowhere
    public static JournalReader of(@Nullable Path file, Iterable<Entry> entries) {
        return (JournalReader) Proxy.newProxyInstance(
                JournalReader.class.getClassLoader(),
                new Class<?>[] {JournalReader.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "scan" -> {
                        scan(
                                entries,
                                (Filter) arguments[0],
                                (SeqRange) arguments[1],
                                (EntryVisitor) arguments[2],
                                (Cancellation) arguments[3]);
                        yield null;
                    }
                    case "count", "countThrough" -> count(entries, (Filter) arguments[0]);
                    case "info" ->
                        new JournalInfo("scanned", file, JournalAccess.Plain.IN_MEMORY, 0, -1, false, List.of());
                    case "damage" -> Damage.NONE;
                    case "state" -> new JournalState(0, 0, 0, 0);
                    case "lookThrough", "close" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static long count(Iterable<Entry> entries, Filter filter) {
        long count = 0;
        for (Entry entry : entries) {
            count += filter.matches(entry) ? 1 : 0;
        }
        return count;
    }

    private static void scan(
            Iterable<Entry> entries, Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        for (Entry entry : entries) {
            cancellation.check();
            if (range.contains(entry.seq()) && filter.matches(entry) && !visitor.visit(entry)) {
                return;
            }
        }
    }
}
