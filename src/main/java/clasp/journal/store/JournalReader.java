package clasp.journal.store;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// A journal to read from. Positions are seqs; results come in ascending seq unless stated otherwise.
/// Reading never changes the journal. Every method may block on I/O and throws [JournalException] when the
/// journal cannot be read, [CancelledException] when its cancellation was called. Thread-safe: calls from
/// several threads run side by side.
public interface JournalReader extends AutoCloseable {
    JournalInfo info();

    /// What of its file cannot be read, as far as is known by now. Never blocks.
    default Damage damage() {
        return Damage.NONE;
    }

    JournalState state();

    /// Timestamps from the least to the greatest, unsigned; empty for an empty journal.
    Optional<TimeRange> timeSpan();

    /// The matches next to a seq, in ascending seq in both directions. Fewer than were asked for are all there are,
    /// unless the farthest of them is [Row#atDamage()]: whoever asks for those beyond that one learns what is the
    /// matter.
    ///
    /// @throws DamagedException when the file is damaged before the first match
    List<Row> page(PageRequest request, Cancellation cancellation);

    /// Where in that direction [#page] can go on behind the first damaged part there; empty when all
    /// there can be read, or nothing behind the damage. Looks at every entry up to it, as what a filter
    /// wants may lie far before. A few entries between two damaged parts may be passed over.
    default OptionalLong behindDamage(long seq, Direction direction, Cancellation cancellation) {
        return OptionalLong.empty();
    }

    /// The entry with this seq, whole; empty when there is none.
    Optional<Entry> entry(long seq);

    /// Passes every match within the range to the visitor, in ascending seq, until the visitor has enough.
    void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation);

    /// Shows the visitor every entry within the range, in ascending seq, at a fraction of the cost of
    /// [#scan]: for whoever looks at millions of entries and at little of each.
    default void glance(SeqRange range, GlanceVisitor visitor, Cancellation cancellation) {
        scan(
                Filter.ALL,
                range,
                entry -> {
                    if (visitor.wants(entry.seq())) {
                        visitor.see(new WholeGlance(entry));
                    }
                    return true;
                },
                cancellation);
    }

    /// The entries with these seqs, whole, in ascending seq; those that are not there are left out.
    ///
    /// @param seqs in any order
    default List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        return seqs.stream()
                .sorted()
                .distinct()
                .peek(seq -> cancellation.check())
                .flatMap(seq -> entry(seq).stream())
                .toList();
    }

    /// How many entries match; `progress` counts seqs examined where that can be told.
    long count(Filter filter, Progress progress, Cancellation cancellation);

    /// Looks whether every entry is there to be read, as far as the pages tell that hold them: the numbers of
    /// [#count] may come from an index, which goes on naming entries that a damaged file has lost. Costs about as
    /// much as reading the file once.
    ///
    /// @throws DamagedException when some cannot be read
    default void lookThrough(Cancellation cancellation) {}

    /// Counts the entries that match as [#count] does, but in the entries themselves: an index that is damaged tells
    /// another number. Takes longer.
    default long countThrough(Filter filter, Progress progress, Cancellation cancellation) {
        return count(filter, progress, cancellation);
    }

    /// An exact row index of the matches at some moment not before the call.
    RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation);

    /// The seq with the smallest timestamp >= `micros` (unsigned; of several the lowest seq); empty when
    /// all are older.
    Optional<Long> seqAtTime(long micros);

    /// Counts of matches in `buckets` equal parts of the range, or fewer when it has fewer microseconds.
    Histogram histogram(Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation);

    /// About what [#histogram] counts of all entries, at a cost that does not grow with the journal. The
    /// same journal gives the same answer. A bucket has something exactly when there is an entry in it.
    /// Where time and seqs ascend together and no seq is missing, the entries of each bucket are counted
    /// right, and only their signal types are estimated, from eight entries a bucket; else everything is.
    /// May be exact, and then says so.
    default Histogram estimate(TimeRange range, int buckets, Cancellation cancellation) {
        return histogram(Filter.ALL, range, buckets, Progress.NONE, cancellation);
    }

    /// What the addresses begin with, in byte order of UTF-8. At most `max` of them, at a cost that does not
    /// grow with the journal; empty where that cannot be told. The counts may be estimates, which lie within
    /// a few per cent of the journal.
    default List<FirstSegment> firstSegments(int max, Cancellation cancellation) {
        return List.of();
    }

    /// Every address in the journal, in byte order of UTF-8, with its counts. `progress` counts what the journal is
    /// gone through by: entries, seqs or parts of an index.
    List<AddressCount> addresses(Progress progress, Cancellation cancellation);

    /// Some addresses that begin with the prefix, in byte order: for completion.
    List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation);

    /// Some authors that begin with the prefix, in any order: for completion.
    List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation);

    /// The runs of seqs between the first and the latest that are not there, at most `max` of them.
    List<SeqRange> missingSeqs(int max, Cancellation cancellation);

    /// Every snapshot, oldest first. Empty when the journal has none, or no place for them.
    List<SnapshotInfo> snapshots();

    /// The content of a snapshot, as far as it can be read; empty when there is none with this id.
    Optional<Snapshot> snapshot(long id, Cancellation cancellation);

    /// The files that this journal was copied from before it was read, as they were then: to show that they are
    /// untouched. Empty when it is read where it lies.
    default List<OriginalFile> originals() {
        return List.of();
    }

    /// A file of this journal as it is now. Whoever has the journal open here is not disturbed by that.
    ///
    /// @param part the journal's file, or one beside it
    /// @throws JournalException when it is there and cannot be read
    default OriginalFile fileNow(Path part, Cancellation cancellation) {
        return OriginalFile.of(part, cancellation);
    }

    /// What this program did to the file of this journal since it runs, oldest first: whatever else happened to it was
    /// not this program. Empty where there is no file.
    default List<OwnChange> ownChanges() {
        return List.of();
    }

    /// What lies in a log beside the journal that its writer did not close; empty when there is none, or
    /// when the writer still works with it.
    default Optional<LogReport> log(Cancellation cancellation) {
        return Optional.empty();
    }

    /// Compares the HMACs that are stored with the entries with those that they should have, and goes on after a
    /// wrong one; empty where none can be stored.
    ///
    /// @param bad told the seq of each entry whose HMAC is wrong, in ascending order
    default Optional<HmacReport> checkHmacs(Hmacs key, LongConsumer bad, Progress progress, Cancellation cancellation) {
        return Optional.empty();
    }

    /// The router that writes this journal now, as far as it can be asked from here. Never blocks.
    default Optional<LiveRouter> router() {
        return Optional.empty();
    }

    /// How this journal can be compacted, or why it cannot.
    CompactionAccess compaction();

    @Override
    void close();
}
