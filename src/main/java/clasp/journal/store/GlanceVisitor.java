package clasp.journal.store;

/// Takes a look at entries, one by one.
@FunctionalInterface
public interface GlanceVisitor {
    void see(EntryGlance entry);
}
