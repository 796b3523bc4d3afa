package clasp.journal.wire;

/// A message for which the binary form has no room, such as one of more than 65,535 bytes.
public final class UnwritableMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /// @param what a sentence saying what does not fit
    public UnwritableMessageException(String what) {
        super(what);
        this.what = what;
    }

    /// The same as the message, which is never null.
    public String what() {
        return what;
    }
}
