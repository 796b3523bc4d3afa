package clasp.journal.ui.addresses;

import clasp.journal.store.Cancellation;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.Named;
import clasp.journal.ui.fx.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the next segments of the addresses in a range of the list, leaping over what lies below each. Confined to one
/// background thread.
final class Segments {
    /// Up to so many are sorted as people count (`2` before `10`); more stay in the order of the list.
    static final int MOST_SORTED = 5_000;

    static final Comparator<Named> BY_NAME = Comparator.comparing(Named::name, NaturalOrder.INSTANCE);

    private final AddressList list;
    private final int most;
    private final int kept;
    private final Cancellation cancellation;
    private final List<Named> found = new ArrayList<>();
    private long count;

    /// @param most how many of them will be wanted
    Segments(AddressList list, int most, Cancellation cancellation) {
        this.list = list;
        this.most = most;
        this.kept = Math.max(most, MOST_SORTED);
        this.cancellation = cancellation;
    }

    /// Adds the segments that follow `prefix` in the addresses of the range, which all begin with it.
    /// @param leading put before each name
    Segments add(String prefix, String leading, int from, int to) {
        int index = from;
        while (index < to) {
            if ((count & 1_023) == 0) {
                cancellation.check();
            }
            String address = list.address(index);
            int slash = address.indexOf('/', prefix.length());
            int end = slash < 0 ? index + 1 : list.endOf(address.substring(0, slash + 1), index, to);
            if (found.size() < kept) {
                String path = slash < 0 ? address : address.substring(0, slash);
                String name = leading + path.substring(prefix.length());
                long entries = list.entries(index, end);
                found.add(
                        slash < 0
                                ? new Leaf(path, name, list.lastSeq(index), entries)
                                : new Branch(path, name, index, end, entries));
            }
            count++;
            index = end;
        }
        return this;
    }

    /// What was found, as much of it as is wanted; a leaf stands before the branch of the same name.
    List<Named> shown() {
        if (count <= MOST_SORTED) {
            found.sort(BY_NAME);
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /// How many segments there are in all.
    long count() {
        return count;
    }
}
