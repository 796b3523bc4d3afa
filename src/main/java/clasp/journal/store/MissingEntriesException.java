package clasp.journal.store;

import org.jspecify.annotations.Nullable;

/// All that could be read was read, but not all is there: the file is damaged in places. The message says which entries
/// are missing.
public class MissingEntriesException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final long firstMissing;

    /// @param firstMissing the first seq that may be missing
    public MissingEntriesException(String message, long firstMissing, @Nullable Throwable cause) {
        super(message, cause);
        this.firstMissing = firstMissing;
    }

    public long firstMissing() {
        return firstMissing;
    }
}
