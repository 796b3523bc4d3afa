package clasp.journal.live;

import clasp.journal.live.RelayException.Reason;
import clasp.journal.model.Entry;
import java.util.List;

/// Reads a relay's journal from one seq to the next in pages. Where entries are so large that a page is too long to be
/// read, pages get shorter, and then longer again. Confined to one thread.
final class RelayPages {
    private final RelayClient client;
    private final int most;
    private int limit;

    RelayPages(RelayClient client, int most) {
        this.client = client;
        this.most = most;
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
            try {
                List<Entry> entries = client.since(seq, limit);
                Page page = new Page(entries, entries.size() == limit);
                limit = Math.min(most, 2 * limit);
                return page;
            } catch (RelayException e) {
                // Two at least: one is the entry that is known already.
                if (e.reason() != Reason.TOO_LONG || limit == 2) {
                    throw e;
                }
                limit = Math.max(2, limit / 8);
            }
        }
    }
}
