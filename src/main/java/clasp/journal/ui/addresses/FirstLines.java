package clasp.journal.ui.addresses;

import clasp.journal.ui.addresses.AddressNode.All;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.Named;
import java.util.ArrayList;
import java.util.List;

/// The lines that the tree has before any address has been counted: those below its root, in the places that they will
/// keep. Stateless.
final class FirstLines {
    /// How many first segments it takes to put them in their places.
    static final int ASKED = Segments.MOST_SORTED + 1;

    private FirstLines() {}

    /// @param segments see [clasp.journal.store.JournalReader#firstSegments], at most [#ASKED] of them
    static Growth of(List<String> segments) {
        List<Named> lines =
                new ArrayList<>(segments.stream().map(FirstLines::line).toList());
        if (lines.size() < ASKED) {
            lines.sort(Segments.BY_NAME);
        }
        List<Growth> shown =
                lines.stream().limit(Grower.PORTION).map(Growth::closed).toList();
        return new Growth(new All(0, AddressNode.UNCOUNTED), true, shown);
    }

    private static Named line(String segment) {
        if (segment.length() > 1 && segment.endsWith("/")) {
            String path = segment.substring(0, segment.length() - 1);
            return new Branch(path, path, 0, 0, AddressNode.UNCOUNTED);
        }
        return new Leaf(segment, segment, 0, AddressNode.UNCOUNTED);
    }
}
