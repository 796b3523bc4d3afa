package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Utf8Order;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lists the addresses of those entries that can be read of a file that is known to be damaged: an index may name
/// others, or be damaged itself. Thread-safe.
final class ReadableAddresses {
    private final EntryScan scans;

    ReadableAddresses(SqliteSource source) {
        this.scans = new EntryScan(source);
    }

    /// @param present all seqs there are
    List<AddressCount> counts(SeqRange present, Progress progress, Cancellation cancellation) {
        Map<String, AddressCount> counts = new TreeMap<>(Utf8Order.INSTANCE);
        scans.scanReadable(Filter.ALL, present, entry -> count(entry, counts), progress, cancellation);
        return List.copyOf(counts.values());
    }

    private static void count(Entry entry, Map<String, AddressCount> counts) {
        AddressCount before = counts.get(entry.address());
        long entries = before == null ? 0 : before.entries();
        counts.put(entry.address(), new AddressCount(entry.address(), entries + 1, entry.seq()));
    }
}
