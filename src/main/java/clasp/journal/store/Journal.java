package clasp.journal.store;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A journal that can also be written: the operations of CLASP's journal. Thread-safe.
public interface Journal extends JournalReader, Settling {
    /// Appends one entry and returns the seq it was given; the entry's own is ignored. Returns only when the entry is
    /// as durable as the journal can make it.
    /// @throws JournalException when it was not appended
    long append(Entry entry);

    /// Appends all entries in their order, with nothing in between, all or none; returns their seqs.
    List<Long> appendAll(List<Entry> entries);

    /// The same for whoever believes to be the only one who writes.
    ///
    /// @param highestGiven the highest seq ever given, as far as the caller knows
    /// @throws OvertakenException when it is another one
    List<Long> appendAllAfter(long highestGiven, List<Entry> entries);

    /// Stores a snapshot of the params as of now; returns the latest seq at that moment, its `seq_at`.
    long snapshot(List<Param> params);

    /// Stores a snapshot of the params as they were after the entry with this seq; others may follow it already.
    void snapshot(List<Param> params, long seqAt);

    /// Deletes the entries with seq < beforeSeq and returns how many they were.
    long compact(long beforeSeq);

    /// The same, and deletes all snapshots but the newest ones before. Others append meanwhile: the eldest entries are
    /// deleted first, portion by portion, and when this fails, what is gone until then stays so.
    ///
    /// @param newest how many snapshots stay, at least 1
    long compact(long beforeSeq, int newest);

    /// The matches in ascending seq; an empty set of types means all.
    default List<Entry> query(AddressPattern pattern, TimeRange time, OptionalInt limit, Set<String> signalTypes) {
        List<Filter> parts = new ArrayList<>(List.of(new Filter.Address(pattern), new Filter.Time(time)));
        if (!signalTypes.isEmpty()) {
            parts.add(new Filter.Signal(signalTypes));
        }
        return collect(new Filter.And(parts), SeqRange.ALL, limit);
    }

    /// The entries with seq > `seq`, in ascending seq.
    default List<Entry> since(long seq, OptionalInt limit) {
        return seq == Long.MAX_VALUE ? List.of() : collect(Filter.ALL, new SeqRange(seq + 1, Long.MAX_VALUE), limit);
    }

    /// The highest seq present; 0 when empty.
    default long latestSeq() {
        return state().latestSeq();
    }

    /// The most recent snapshot.
    default Optional<Snapshot> loadSnapshot() {
        var all = snapshots();
        return all.isEmpty() ? Optional.empty() : snapshot(all.getLast().id(), Cancellation.none());
    }

    default long len() {
        return count(Filter.ALL, Progress.NONE, Cancellation.none());
    }

    default boolean isEmpty() {
        return state().isEmpty();
    }

    private List<Entry> collect(Filter filter, SeqRange range, OptionalInt limit) {
        List<Entry> found = new ArrayList<>();
        if (limit.isPresent() && limit.getAsInt() == 0) {
            return found;
        }
        scan(
                filter,
                range,
                entry -> {
                    found.add(entry);
                    return limit.isEmpty() || found.size() < limit.getAsInt();
                },
                Cancellation.none());
        return found;
    }
}
