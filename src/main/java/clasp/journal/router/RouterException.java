package clasp.journal.router;

import org.jspecify.annotations.Nullable;

/// A router could not be started. The message is for people: what was tried and why it failed, in whole sentences.
public final class RouterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RouterException(String message) {
        this(message, null);
    }

    public RouterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
