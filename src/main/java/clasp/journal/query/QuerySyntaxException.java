package clasp.journal.query;

/// A text that is no filter.
public final class QuerySyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    /// @param message a sentence saying what is wrong and what would be right
    /// @param position index of the character where it goes wrong, `0 <= position <= text.length()`
    public QuerySyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
