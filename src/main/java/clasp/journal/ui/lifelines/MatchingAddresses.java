package clasp.journal.ui.lifelines;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.GlanceVisitor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.store.ReadableRows;
import clasp.journal.store.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the addresses that have matches of a query. Where it is about addresses alone, the journal's list of them
/// tells; else its entries are gone through, until each address that may match has done so: those alone that may match
/// where they are few, and of a journal that has grown those alone that are new. What a damaged file has lost is left
/// out. Confined to one background thread.
final class MatchingAddresses {
    /// Entries are few when at most one of so many is to be looked at.
    private static final int FEW = 10;

    private static final int PAGE = 1_000;
    private static final int PARTS = 64;
    private static final long LEAST_PART = 50_000;
    /// Of a thousand parts of the work, so many are to list the addresses.
    private static final int LISTING = 100;

    private static final int ALL_PARTS = 1_000;

    /// What was found, and how far the journal was gone through. Immutable.
    ///
    /// @param addresses in any order
    /// @param state of the journal when it was gone through; its latest seq may be less than what was seen
    record Found(Query query, Set<String> addresses, JournalState state) {
        static final Found NOTHING = new Found(Query.ALL, Set.of(), new JournalState(0, 0, 0, 0));

        Found {
            addresses = Set.copyOf(addresses);
        }

        /// The first seq that can hold what is not among them.
        private long next(Query other, JournalState now) {
            boolean grown = query.equals(other)
                    && state.generation() == now.generation()
                    && state.firstSeq() == now.firstSeq()
                    && state.latestSeq() <= now.latestSeq();
            return grown && !state.isEmpty() ? state.latestSeq() + 1 : now.firstSeq();
        }
    }

    private final JournalReader journal;
    private final Query query;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Set<String> missing = new HashSet<>();
    private final Set<String> found = new HashSet<>();

    private MatchingAddresses(JournalReader journal, Query query, Progress progress, Cancellation cancellation) {
        this.journal = journal;
        this.query = query;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// @param before what was found last, of a journal that has only grown since
    static Found of(JournalReader journal, Query query, Found before, Progress progress, Cancellation cancellation) {
        return new MatchingAddresses(journal, query, progress, cancellation).find(before);
    }

    private Found find(Found before) {
        boolean listed = aboutAddresses(query.filter());
        JournalState now = journal.state();
        List<AddressCount> all = journal.addresses(listed ? progress : part(0, LISTING), cancellation);
        Filter wanted = partAboutAddresses(query.filter());
        long allEntries = 0;
        long mayMatch = 0;
        for (AddressCount address : all) {
            allEntries += address.entries();
            if (wanted.matches(anEntryOf(address.address()))) {
                mayMatch += address.entries();
                missing.add(address.address());
            }
        }
        if (listed) {
            return new Found(query, missing, now);
        }
        long from = before.next(query, now);
        if (from != now.firstSeq()) {
            before.addresses().stream().filter(missing::remove).forEach(found::add);
        }
        if (!now.isEmpty() && from <= now.latestSeq()) {
            long few = Math.min(mayMatch, inTime());
            if (few <= allEntries / FEW) {
                readMatches(from, few);
            } else {
                goThrough(from, now.latestSeq());
            }
        }
        return new Found(query, found, now);
    }

    /// About how many entries are in the query's time.
    private long inTime() {
        TimeRange time = query.time();
        return time.isAll()
                ? Long.MAX_VALUE
                : journal.estimate(time, 1, cancellation).total();
    }

    private void readMatches(long first, long about) {
        var rows = new ReadableRows(journal, query.filter(), 1, cancellation);
        long from = first;
        long read = 0;
        while (!missing.isEmpty()) {
            ReadableRows.Found page = rows.page(from, Direction.FORWARD, PAGE);
            for (Row row : page.rows()) {
                match(row.entry().address());
            }
            read += page.rows().size();
            part(LISTING, ALL_PARTS).report(Math.min(read, about), about);
            if (!page.full() || page.rows().getLast().entry().seq() == Long.MAX_VALUE) {
                return;
            }
            from = page.rows().getLast().entry().seq() + 1;
        }
    }

    private void goThrough(long first, long last) {
        long step = Math.max(LEAST_PART, Long.divideUnsigned(last - first, PARTS) + 1);
        long from = first;
        boolean more = true;
        while (more && !missing.isEmpty()) {
            more = Long.compareUnsigned(last - from, step) >= 0;
            glance(new SeqRange(from, more ? from + step - 1 : last));
            from += step;
            part(LISTING, ALL_PARTS).report(more ? Long.divideUnsigned(from - first, step) : PARTS, PARTS);
        }
    }

    private void glance(SeqRange part) {
        GlanceVisitor visitor = entry -> {
            if (missing.contains(entry.address()) && query.filter().matches(entry.entry())) {
                match(entry.address());
            }
        };
        try {
            journal.glance(part, visitor, cancellation);
        } catch (MissingEntriesException itIs) {
            // All the others were seen; that the file is damaged is said elsewhere.
        }
    }

    private void match(String address) {
        if (missing.remove(address)) {
            found.add(address);
        }
    }

    private Progress part(int from, int to) {
        return (done, total) ->
                progress.report(from + (total <= 0 ? 0 : Math.round((double) (to - from) * done / total)), ALL_PARTS);
    }

    private static Entry anEntryOf(String address) {
        return new Entry(0, 0, "", address, "", "", null, MsgType.PUBLISH);
    }

    /// Whether the address alone decides.
    private static boolean aboutAddresses(Filter filter) {
        return switch (filter) {
            case Filter.Address address -> true;
            case Filter.And(List<Filter> parts) -> parts.stream().allMatch(MatchingAddresses::aboutAddresses);
            case Filter.Or(List<Filter> parts) -> parts.stream().allMatch(MatchingAddresses::aboutAddresses);
            case Filter.Not(Filter part) -> aboutAddresses(part);
            default -> false;
        };
    }

    /// What the address must fulfil at least.
    private static Filter partAboutAddresses(Filter filter) {
        if (aboutAddresses(filter)) {
            return filter;
        }
        return filter instanceof Filter.And(List<Filter> parts)
                ? new Filter.And(parts.stream()
                        .map(MatchingAddresses::partAboutAddresses)
                        .toList())
                : Filter.ALL;
    }
}
