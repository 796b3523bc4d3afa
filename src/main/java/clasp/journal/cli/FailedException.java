package clasp.journal.cli;

/// A command could not do what was asked. The message is a sentence for whoever called.
final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(String sentence) {
        super(sentence);
    }
}
