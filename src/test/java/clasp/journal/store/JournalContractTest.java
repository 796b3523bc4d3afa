package clasp.journal.store;

/// What every backend must fulfil that can be read and written.
public abstract class JournalContractTest extends ReadingContractTest
        implements AppendContract, JournalOperationsContract {
    /// A new, empty journal that holds a million entries and ten snapshots at least.
    protected abstract Journal newJournal();

    @Override
    public final Journal created() {
        return closedAfterTheTest(newJournal());
    }
}
