package clasp.journal.ui.addresses;

import clasp.journal.store.FirstSegment;
import clasp.journal.ui.addresses.AddressNode.All;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Estimated;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.Named;
import java.util.ArrayList;
import java.util.List;

/// The lines that the tree has before the addresses have been counted: those below its root, in the places that they
/// will keep, with estimates. Stateless.
final class FirstLines {
    /// How many first segments it takes to put them in their places.
    static final int ASKED = Segments.MOST_SORTED + 1;

    private FirstLines() {}

    /// @param segments see [clasp.journal.store.JournalReader#firstSegments], at most [#ASKED] of them
    static Growth of(List<FirstSegment> segments) {
        List<Named> lines =
                new ArrayList<>(segments.stream().map(FirstLines::line).toList());
        if (lines.size() < ASKED) {
            lines.sort(Segments.BY_NAME);
        }
        List<Growth> shown = lines.stream()
                .limit(Grower.PORTION)
                .map(Estimated::new)
                .map(Growth::closed)
                .toList();
        long entries = segments.stream().mapToLong(FirstSegment::about).sum();
        return new Growth(new Estimated(new All(0, entries)), true, shown);
    }

    private static Named line(FirstSegment first) {
        String segment = first.text();
        if (segment.length() > 1 && segment.endsWith("/")) {
            String path = segment.substring(0, segment.length() - 1);
            return new Branch(path, path, 0, 0, first.about());
        }
        return new Leaf(segment, segment, 0, first.about());
    }
}
