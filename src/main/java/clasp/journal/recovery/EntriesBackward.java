package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of a journal from one on back to the first, with the next one in sight. Long values are cut as in a
/// table. Confined to one walk.
final class EntriesBackward {
    private static final int AT_ONCE = 2_000;

    private final JournalReader journal;
    private final Cancellation cancellation;
    private List<Row> page = List.of();
    private int left;
    private long from;

    /// @param seq of the first one, or of one after it
    EntriesBackward(JournalReader journal, long seq, Cancellation cancellation) {
        this.journal = journal;
        this.cancellation = cancellation;
        from = seq;
    }

    /// The next one, which stays the next; null when there is none.
    @Nullable
    Entry peek() {
        if (left == 0 && from != Long.MIN_VALUE) {
            page = journal.page(PageRequest.backward(Filter.ALL, from, AT_ONCE), cancellation);
            left = page.size();
            from = left == 0 ? Long.MIN_VALUE : page.getFirst().entry().seq() - 1;
        }
        return left == 0 ? null : page.get(left - 1).entry();
    }

    /// The next one; null when there is none.
    @Nullable
    Entry next() {
        Entry next = peek();
        if (next != null) {
            left--;
        }
        return next;
    }
}
