package clasp.journal.model;

/// What somebody has entered, or a file or another program brings, cannot be taken; the message says so in a sentence
/// for people. Any other [IllegalArgumentException] is a mistake in the program.
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public RefusedException(String sentence) {
        super(sentence);
    }

    public RefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
