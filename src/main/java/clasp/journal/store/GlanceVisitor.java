package clasp.journal.store;

import java.util.List;

/// Takes a look at entries, one by one.
@FunctionalInterface
public interface GlanceVisitor {
    void see(EntryGlance entry);

    /// Whether the entry with this seq is to be seen. Mostly asked in ascending order of seqs, and of some seqs twice.
    default boolean wants(long seq) {
        return true;
    }

    /// Some entries that are perhaps seen next: whoever looks up something for each of them may reach for it now, for
    /// all of them at once. Nothing but their addresses as bytes can be asked; not every journal tells them.
    default void ahead(List<? extends EntryGlance> entries) {}
}
