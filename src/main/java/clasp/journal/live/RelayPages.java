package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.function.IntFunction;

/// Reads a relay's journal, or a portion of it, in pages. Where a page is too long to be read, or does not come in
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

    /// A page of entries.
    ///
    /// @param entries in ascending seq; the first ones that were asked for, without exception
    /// @param full whether there may be more
    record Page(List<Entry> entries, boolean full) {}

    /// The first entries with a higher seq.
    Page after(long seq) {
        return read(length -> client.since(seq, length));
    }

    /// The first entries of the portion in this time; perhaps some that are not of it.
    Page of(Portion portion, TimeRange time) {
        return read(length -> client.query(portion, time, length));
    }

    private Page read(IntFunction<List<Entry>> ask) {
        while (true) {
            long begin = System.nanoTime();
            try {
                List<Entry> entries = ask.apply(limit);
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
