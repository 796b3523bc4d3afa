package clasp.journal.store;

/// Told how far long work has come. Called from the working thread, not more often than is useful to a person.
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    /// @param done units of work done so far
    /// @param total units in all, or a negative number when unknown
    void report(long done, long total);
}
