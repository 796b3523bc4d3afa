package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Entry;
import java.util.List;

/// Reads a relay's journal from one seq to the next in pages. Where a page is too long to be read, or does not come in
/// time although it had begun, pages get shorter; and then longer again, as long as they come quickly. Confined to one
/// thread.
final class RelayPages {
    /// Two at least: one is the entry that is known already.
    private static final int LEAST = 2;

    /// A page of twice the length still comes well in time when this one took no more than this part of it.
    private static final int QUICK = 4;

    private final RelayClient client;
    private final int most;
    private final long quickNanos;
    private int limit;

    RelayPages(RelayClient client, RelayLimits limits) {
        this.client = client;
        this.most = limits.pageEntries();
        this.quickNanos = limits.answer().dividedBy(QUICK).toNanos();
        this.limit = most;
    }

    /// A page of entries with a higher seq.
    ///
    /// @param entries in ascending seq; the first ones after the seq, without exception
    /// @param full whether there may be more
    record Page(List<Entry> entries, boolean full) {}

    /// How many entries a page has at most.
    int most() {
        return most;
    }

    Page after(long seq) {
        while (true) {
            long begin = System.nanoTime();
            try {
                List<Entry> entries = client.since(seq, limit);
                Page page = new Page(entries, entries.size() == limit);
                if (System.nanoTime() - begin <= quickNanos) {
                    limit = Math.min(most, 2 * limit);
                }
                return page;
            } catch (RelayException e) {
                int shorter = shorter(e.reason());
                if (shorter >= limit) {
                    throw e;
                }
                limit = shorter;
            }
        }
    }

    /// How many entries may come where so many did not.
    private int shorter(Reason reason) {
        return switch (reason) {
            case TOO_LONG -> Math.max(LEAST, limit / 8);
            case TOO_SLOW -> Math.max(LEAST, limit / 4);
            default -> limit;
        };
    }
}
