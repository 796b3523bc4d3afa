package clasp.journal.store;

import clasp.journal.model.Entry;

/// Takes entries one by one, with their whole values.
@FunctionalInterface
public interface EntryVisitor {
    /// @return whether to go on
    boolean visit(Entry entry);
}
