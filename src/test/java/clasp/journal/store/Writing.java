package clasp.journal.store;

/// Makes journals for the contracts that every backend's writer fulfils.
public interface Writing {
    /// A new, empty journal that holds a million entries and ten snapshots at least. Whoever makes it closes it after
    /// the test.
    Journal created();
}
