package clasp.journal.wire;

/// Bytes that are no readable frame.
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final int offset;

    /// @param what a sentence saying what is wrong
    /// @param offset index of the byte where it goes wrong, counted from the first byte of the frame;
    ///     `0 <= offset <= frame.length`
    public WireException(String what, int offset) {
        super("Byte " + offset + ": " + what);
        this.what = what;
        this.offset = offset;
    }

    /// The sentence without the offset.
    public String what() {
        return what;
    }

    public int offset() {
        return offset;
    }
}
