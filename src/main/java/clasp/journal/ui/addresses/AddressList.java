package clasp.journal.ui.addresses;

import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/// The addresses of a journal, sorted so that all those below a prefix stand together: a tree is only a way to look at
/// ranges of this list. Of a million addresses it keeps one number each beside the journal's own list. Immutable.
final class AddressList {
    private static final int CHECK_EVERY = 4_096;

    /// In the order of Java's strings, which search here uses.
    private static final Comparator<AddressCount> ORDER = Comparator.comparing(AddressCount::address);

    private final List<AddressCount> addresses;
    /// How many entries the addresses before an index have.
    private final long[] entriesBefore;

    /// @param addresses sorted, never changed
    private AddressList(List<AddressCount> addresses) {
        this.addresses = addresses;
        entriesBefore = new long[addresses.size() + 1];
        int[] index = new int[1];
        addresses.forEach(address -> {
            entriesBefore[index[0] + 1] = entriesBefore[index[0]] + address.entries();
            index[0]++;
        });
    }

    /// Some of the addresses, of which only their places are kept.
    private static final class Chosen extends AbstractList<AddressCount> implements RandomAccess {
        private final List<AddressCount> all;
        private final int[] places;

        Chosen(List<AddressCount> all, int[] places) {
            this.all = all;
            this.places = places;
        }

        @Override
        public AddressCount get(int index) {
            return all.get(places[index]);
        }

        @Override
        public int size() {
            return places.length;
        }
    }

    /// @param counts never changed
    static AddressList of(List<AddressCount> counts) {
        return new AddressList(
                isSorted(counts) ? counts : counts.stream().sorted(ORDER).toList());
    }

    private static boolean isSorted(List<AddressCount> counts) {
        String[] before = {""};
        boolean[] sorted = {true};
        counts.forEach(count -> {
            sorted[0] &= before[0].compareTo(count.address()) <= 0;
            before[0] = count.address();
        });
        return sorted[0];
    }

    /// Those that are wanted.
    AddressList where(Predicate<String> wanted, Cancellation cancellation) {
        int[] places = new int[addresses.size()];
        int[] seen = new int[2];
        addresses.forEach(address -> {
            int place = seen[0]++;
            if (place % CHECK_EVERY == 0) {
                cancellation.check();
            }
            if (wanted.test(address.address())) {
                places[seen[1]++] = place;
            }
        });
        return new AddressList(new Chosen(addresses, Arrays.copyOf(places, seen[1])));
    }

    int size() {
        return addresses.size();
    }

    String address(int index) {
        return addresses.get(index).address();
    }

    long lastSeq(int index) {
        return addresses.get(index).lastSeq();
    }

    /// Entries of the addresses with `from <= index < to`.
    long entries(int from, int to) {
        return entriesBefore[to] - entriesBefore[from];
    }

    /// The first index within the bounds at which an address stands that is not less than this; `to` without any.
    int lowerBound(String address, int from, int to) {
        int found = Collections.binarySearch(addresses.subList(from, to), new AddressCount(address, 0, 0), ORDER);
        return from + (found >= 0 ? found : -found - 1);
    }

    /// The end of the run of addresses from `from` on that begin with the prefix. Short runs are found fast.
    int endOf(String prefix, int from, int to) {
        int known = from;
        int step = 1;
        while (known + step < to && address(known + step).startsWith(prefix)) {
            known += step;
            step *= 2;
        }
        int beyond = Math.min(known + step, to);
        while (known + 1 < beyond) {
            int middle = (known + beyond) >>> 1;
            if (address(middle).startsWith(prefix)) {
                known = middle;
            } else {
                beyond = middle;
            }
        }
        return from < to && address(from).startsWith(prefix) ? known + 1 : from;
    }
}
