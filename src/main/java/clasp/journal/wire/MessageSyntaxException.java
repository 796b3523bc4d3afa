package clasp.journal.wire;

/// A JSON text that is no message, or no value.
public final class MessageSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /// @param what a sentence saying what is wrong and where in the text, or in which field
    public MessageSyntaxException(String what) {
        super(what);
        this.what = what;
    }

    /// The same as the message, which is never null.
    public String what() {
        return what;
    }
}
