package clasp.journal.ui.addresses;

import clasp.journal.query.AddressPattern;
import clasp.journal.ui.addresses.AddressNode.All;
import clasp.journal.ui.addresses.AddressNode.Branch;
import clasp.journal.ui.addresses.AddressNode.Estimated;
import clasp.journal.ui.addresses.AddressNode.Leaf;
import clasp.journal.ui.addresses.AddressNode.More;
import org.jspecify.annotations.Nullable;

/// The pattern that matches exactly the addresses of a line. Thread-safe.
final class LinePattern {
    private LinePattern() {}

    /// Null for all addresses, and for a line that stands for others.
    static @Nullable String of(AddressNode node) {
        return switch (node) {
            case All all -> null;
            case Leaf leaf -> literal(leaf.path());
            case Branch branch -> literal(branch.path()) + "/**";
            case More more -> null;
            case Estimated estimated -> of(estimated.line());
        };
    }

    private static String literal(String address) {
        return AddressPattern.literally(address).text();
    }
}
