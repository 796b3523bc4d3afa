package clasp.journal.recovery;

import clasp.journal.model.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which entries of each address a router rejects: how many, and the last of them. Confined to one recovery.
public final class RejectedEntries implements FateVisitor {
    private static final int KEPT = 3;

    /// One entry that was rejected. Revisions are unsigned.
    public record Rejection(long seq, long carried, long expected) {}

    /// Those of one address. Immutable.
    public record OfAddress(long count, List<Rejection> last) {
        public OfAddress {
            last = List.copyOf(last);
        }
    }

    private static final class Found {
        private long count;
        private final Deque<Rejection> last = new ArrayDeque<>();
    }

    private final Map<String, Found> found = new HashMap<>();

    @Override
    public void visit(Entry entry, Fate fate) {
        if (fate instanceof Fate.Rejected(long carried, long expected)) {
            Found of = found.computeIfAbsent(entry.address(), any -> new Found());
            of.count++;
            of.last.add(new Rejection(entry.seq(), carried, expected));
            if (of.last.size() > KEPT) {
                of.last.remove();
            }
        }
    }

    /// By address; an address without any is not there.
    public Map<String, OfAddress> byAddress() {
        Map<String, OfAddress> all = HashMap.newHashMap(found.size());
        found.forEach((address, of) -> all.put(address, new OfAddress(of.count, List.copyOf(of.last))));
        return all;
    }
}
