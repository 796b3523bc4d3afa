package clasp.journal.store;

import org.jspecify.annotations.Nullable;

/// Something could not be read because the file is damaged there.
public final class DamagedException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final String sentences;

    public DamagedException(String message, @Nullable Throwable cause) {
        this(message, message, cause);
    }

    /// @param sentences the message without the own words of whoever read it
    public DamagedException(String message, String sentences, @Nullable Throwable cause) {
        super(message, cause);
        this.sentences = sentences;
    }

    /// What happened, without the own words of whoever read it.
    public String sentences() {
        return sentences;
    }
}
