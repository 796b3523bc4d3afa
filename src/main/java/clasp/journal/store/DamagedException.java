package clasp.journal.store;

import org.jspecify.annotations.Nullable;

/// Something could not be read because the file is damaged there.
public final class DamagedException extends JournalException {
    private static final long serialVersionUID = 1L;

    public DamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
