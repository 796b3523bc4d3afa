package clasp.journal.store;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;

/// The entries that an export takes: those matches whose seq lies in the range, the first `limit` of them. Immutable.
public record Selection(JournalReader journal, Filter filter, SeqRange range, long limit) {
    public Selection {
        if (limit < 0) {
            throw new IllegalArgumentException("The limit is negative.");
        }
    }

    public static Selection of(JournalReader journal, Filter filter) {
        return new Selection(journal, filter, SeqRange.ALL, Long.MAX_VALUE);
    }

    public Selection limitedTo(long entries) {
        return new Selection(journal, filter, range, entries);
    }
}
