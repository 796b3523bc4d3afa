package clasp.journal.ui.addresses;

import java.util.List;

/// A line of the tree with the lines below it, as far as they are open. Immutable.
///
/// @param open whether the lines below are shown
/// @param children empty unless open
record Growth(AddressNode node, boolean open, List<Growth> children) {
    Growth {
        children = List.copyOf(children);
    }

    static Growth closed(AddressNode node) {
        return new Growth(node, false, List.of());
    }
}
