package clasp.journal.live;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.EntryVisitor;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.Histogram;
import clasp.journal.store.JournalCopy;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A journal whose entries are read from a copy of it. Thread-safe.
abstract class CopiedJournal implements JournalReader {
    /// The copy as of now.
    abstract JournalCopy copy();

    @Override
    public Optional<TimeRange> timeSpan() {
        return copy().timeSpan();
    }

    @Override
    public List<Row> page(PageRequest request, Cancellation cancellation) {
        return copy().page(request, cancellation);
    }

    @Override
    public Optional<Entry> entry(long seq) {
        return copy().entry(seq);
    }

    @Override
    public void scan(Filter filter, SeqRange range, EntryVisitor visitor, Cancellation cancellation) {
        copy().scan(filter, range, visitor, cancellation);
    }

    @Override
    public void glance(SeqRange range, GlanceVisitor visitor, Cancellation cancellation) {
        copy().glance(range, visitor, cancellation);
    }

    @Override
    public List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        return copy().entries(seqs, cancellation);
    }

    @Override
    public long count(Filter filter, Progress progress, Cancellation cancellation) {
        return copy().count(filter, progress, cancellation);
    }

    @Override
    public RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        return copy().rowIndex(filter, progress, cancellation);
    }

    @Override
    public Optional<Long> seqAtTime(long micros) {
        return copy().seqAtTime(micros);
    }

    @Override
    public Histogram histogram(
            Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        return copy().histogram(filter, range, buckets, progress, cancellation);
    }

    @Override
    public Histogram estimate(TimeRange range, int buckets, Cancellation cancellation) {
        return copy().estimate(range, buckets, cancellation);
    }

    @Override
    public List<String> firstSegments(int max, Cancellation cancellation) {
        return copy().firstSegments(max, cancellation);
    }

    @Override
    public List<AddressCount> addresses(Cancellation cancellation) {
        return copy().addresses(cancellation);
    }

    @Override
    public List<String> addressesStartingWith(String prefix, int max, Cancellation cancellation) {
        return copy().addressesStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return copy().authorsStartingWith(prefix, max, cancellation);
    }

    @Override
    public List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        return copy().missingSeqs(max, cancellation);
    }
}
