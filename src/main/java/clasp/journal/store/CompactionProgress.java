package clasp.journal.store;

/// Told which step of a compaction is under way and how far that is. Called by one thread at a time,
/// not more often than is useful to a person.
@FunctionalInterface
public interface CompactionProgress {
    CompactionProgress NONE = (step, done, total) -> {};

    /// @param done units of the step's work done so far
    /// @param total units in all, or a negative number when unknown
    void report(CompactionStep step, long done, long total);

    /// Nobody knows yet how long the step takes.
    default void begin(CompactionStep step) {
        report(step, 0, -1);
    }

    /// Begins the step, and is told by its work how far it is.
    default Progress of(CompactionStep step) {
        begin(step);
        return (done, total) -> report(step, done, total);
    }
}
