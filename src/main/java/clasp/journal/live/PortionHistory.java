package clasp.journal.live;

import clasp.journal.live.RelayPages.Page;
import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads what a relay holds of a portion so far, without reading the rest.
///
/// A query begins at the oldest match and knows no seq to go on from, and times jump back. But every entry has one
/// time: of slices of time that follow on each other, each is complete when its answer is shorter than its limit. What
/// they hold together is the portion, each entry once, in whatever order. Confined to one thread.
final class PortionHistory {
    /// Beyond that, it is quicker to read everything in the order of seqs, which needs no memory.
    private static final int MOST = 200_000;

    private final RelayClient client;
    private final RelayPages pages;
    private final Portion portion;
    private final int most;

    PortionHistory(RelayClient client, RelayPages pages, Portion portion) {
        this(client, pages, portion, MOST);
    }

    /// @param most about so many entries are kept in memory
    PortionHistory(RelayClient client, RelayPages pages, Portion portion, int most) {
        this.client = client;
        this.pages = pages;
        this.portion = portion;
        this.most = most;
    }

    /// All entries of the portion up to this seq, in ascending seq; empty when they are too many, or cannot be told
    /// apart by their times.
    Optional<List<Entry>> upTo(long seq) {
        List<Entry> found = new ArrayList<>();
        TimeRange left = portion.time();
        while (true) {
            Page page = pages.of(portion, left);
            if (!page.full()) {
                found.addAll(page.entries());
                break;
            }
            Optional<TimeRange> slice = slice(page.entries(), left, found);
            if (slice.isEmpty() || found.size() > most) {
                return Optional.empty();
            }
            long end = slice.get().toMicros();
            if (end == left.toMicros()) {
                break;
            }
            left = new TimeRange(end + 1, left.toMicros());
        }
        return Optional.of(found.stream()
                .filter(entry -> entry.seq() <= seq && portion.holds(entry))
                .sorted(Comparator.comparingLong(Entry::seq))
                .toList());
    }

    /// The lowest seq that something of the portion may have; empty when there is nothing of it.
    OptionalLong firstSeq() {
        return client.query(portion, portion.time(), 1).stream()
                .mapToLong(Entry::seq)
                .findFirst();
    }

    /// Reads the beginning of what is left, as far as it fits into an answer; about half of it usually does.
    private Optional<TimeRange> slice(List<Entry> page, TimeRange left, List<Entry> found) {
        List<Long> times = page.stream()
                .map(Entry::timestampMicros)
                .sorted(Long::compareUnsigned)
                .toList();
        for (int index = times.size() / 2; ; index /= 2) {
            TimeRange part = new TimeRange(left.fromMicros(), times.get(index));
            Page beginning = pages.of(portion, part);
            if (!beginning.full()) {
                found.addAll(beginning.entries());
                return Optional.of(part);
            }
            if (index == 0) {
                return Optional.empty();
            }
        }
    }
}
