package clasp.journal.store;

/// The work was cancelled by whoever asked for it. Not a failure.
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
