package clasp.journal.model;

/// A text that is no JSON value, or one nested too deep to be shown.
public final class ValueSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    /// @param message a sentence saying what is wrong
    /// @param position index of the character where it goes wrong, `0 <= position <= text.length()`
    public ValueSyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
