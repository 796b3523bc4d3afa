package clasp.journal.store;

import org.jspecify.annotations.Nullable;

/// Something asked of a journal could not be done. The message is for people: what was tried, on what, why it failed
/// and what can be done, in whole sentences.
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        this(message, null);
    }

    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Whether trying again with another token would help.
    public boolean wantsToken() {
        return false;
    }
}
