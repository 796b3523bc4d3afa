package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of one journal in order, fetched in pages. Confined to one search.
final class PairFeed {
    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final int NEARBY = 256;
    private static final int PAGE = 512;

    private final JournalReader journal;
    private final Cancellation cancellation;
    private final Deque<Entry> ahead = new ArrayDeque<>();
    private @Nullable Long fetched;
    private @Nullable Long taken;
    private boolean ended;

    /// @param after the seq after which it begins; null for the first there is
    PairFeed(JournalReader journal, @Nullable Long after, Cancellation cancellation) {
        this.journal = journal;
        this.cancellation = cancellation;
        fetched = after;
        taken = after;
    }

    @Nullable
    Entry peek() {
        if (ahead.isEmpty()) {
            fetch();
        }
        return ahead.peek();
    }

    /// How far ahead there is an entry of this time; the same for all that are not nearby.
    int distance(long micros) {
        while (ahead.size() < NEARBY && !ended) {
            fetch();
        }
        int distance = 0;
        for (Entry entry : ahead) {
            if (entry.timestampMicros() == micros) {
                return distance;
            }
            if (++distance == NEARBY) {
                break;
            }
        }
        return NOWHERE;
    }

    private void fetch() {
        Long after = fetched;
        ended = ended || after != null && after == Long.MAX_VALUE;
        if (!ended) {
            long from = after == null ? Long.MIN_VALUE : after + 1;
            var request = new PageRequest(Filter.ALL, from, Direction.FORWARD, PAGE, Integer.MAX_VALUE);
            List<Row> rows = journal.page(request, cancellation);
            rows.forEach(row -> ahead.add(row.entry()));
            ended = rows.isEmpty();
            fetched = ended ? after : Long.valueOf(ahead.getLast().seq());
        }
    }

    @Nullable
    Entry take() {
        Entry first = ahead.poll();
        taken = first == null ? taken : Long.valueOf(first.seq());
        return first;
    }

    /// The seq of what was taken last, after which the rest begins; null while that is all.
    @Nullable
    Long taken() {
        return taken;
    }
}
