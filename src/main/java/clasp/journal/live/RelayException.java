package clasp.journal.live;

import clasp.journal.store.JournalException;
import org.jspecify.annotations.Nullable;

/// A relay did not answer as it should. The message is for people and never holds the token.
public final class RelayException extends JournalException {
    private static final long serialVersionUID = 1L;

    /// What went wrong, for whoever can do something about it.
    public enum Reason {
        /// Nothing answers there, or not in time.
        UNREACHABLE,
        /// The relay's certificate is not one that this system trusts.
        CERTIFICATE,
        /// No token, or a wrong or expired one.
        UNAUTHORIZED,
        /// The token does not allow to read the journal.
        FORBIDDEN,
        /// There is a server, but it serves no journal here.
        NO_JOURNAL,
        /// The relay says that it failed.
        FAILED,
        /// The answer is not what a relay answers.
        GARBAGE,
        /// The answer is longer than anyone would hold in memory.
        TOO_LONG,
        /// The answer had begun, and did not end in time.
        TOO_SLOW
    }

    private final Reason reason;

    RelayException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public boolean wantsToken() {
        return reason == Reason.UNAUTHORIZED || reason == Reason.FORBIDDEN;
    }
}
