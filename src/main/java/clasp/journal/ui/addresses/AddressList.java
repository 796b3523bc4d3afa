package clasp.journal.ui.addresses;

import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The addresses of a journal, sorted so that all those below a prefix stand together: a tree is only a way to look at
/// ranges of this list, and a million addresses need no more than three arrays. Immutable.
final class AddressList {
    private static final int CHECK_EVERY = 4_096;

    private final String[] addresses;
    private final long[] lastSeqs;
    /// How many entries the addresses before an index have.
    private final long[] entriesBefore;

    private AddressList(String[] addresses, long[] lastSeqs, long[] entriesBefore) {
        this.addresses = addresses;
        this.lastSeqs = lastSeqs;
        this.entriesBefore = entriesBefore;
    }

    static AddressList of(List<AddressCount> counts) {
        // In the order of Java's strings, which search here uses; for nearly every journal they come in it already.
        AddressCount[] sorted = counts.toArray(AddressCount[]::new);
        Arrays.sort(sorted, Comparator.comparing(AddressCount::address));
        var addresses = new String[sorted.length];
        var lastSeqs = new long[sorted.length];
        var before = new long[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            addresses[i] = sorted[i].address();
            lastSeqs[i] = sorted[i].lastSeq();
            before[i + 1] = before[i] + sorted[i].entries();
        }
        return new AddressList(addresses, lastSeqs, before);
    }

    /// Those that are wanted.
    AddressList where(Predicate<String> wanted, Cancellation cancellation) {
        var kept = new String[addresses.length];
        var seqs = new long[addresses.length];
        var before = new long[addresses.length + 1];
        int count = 0;
        for (int i = 0; i < addresses.length; i++) {
            if (i % CHECK_EVERY == 0) {
                cancellation.check();
            }
            if (wanted.test(addresses[i])) {
                kept[count] = addresses[i];
                seqs[count] = lastSeqs[i];
                before[count + 1] = before[count] + entries(i, i + 1);
                count++;
            }
        }
        return new AddressList(
                Arrays.copyOf(kept, count), Arrays.copyOf(seqs, count), Arrays.copyOf(before, count + 1));
    }

    int size() {
        return addresses.length;
    }

    String address(int index) {
        return addresses[index];
    }

    long lastSeq(int index) {
        return lastSeqs[index];
    }

    /// Entries of the addresses with `from <= index < to`.
    long entries(int from, int to) {
        return entriesBefore[to] - entriesBefore[from];
    }

    /// The first index within the bounds at which an address stands that is not less than this; `to` without any.
    int lowerBound(String address, int from, int to) {
        int found = Arrays.binarySearch(addresses, from, to, address);
        return found >= 0 ? found : -found - 1;
    }

    /// The end of the run of addresses from `from` on that begin with the prefix. Short runs are found fast.
    int endOf(String prefix, int from, int to) {
        int known = from;
        int step = 1;
        while (known + step < to && addresses[known + step].startsWith(prefix)) {
            known += step;
            step *= 2;
        }
        int beyond = Math.min(known + step, to);
        while (known + 1 < beyond) {
            int middle = (known + beyond) >>> 1;
            if (addresses[middle].startsWith(prefix)) {
                known = middle;
            } else {
                beyond = middle;
            }
        }
        return from < to && addresses[from].startsWith(prefix) ? known + 1 : from;
    }
}
