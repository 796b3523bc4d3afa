package clasp.journal.router.core;

/// The codes of ERROR messages, as CLASP uses them.
public final class ErrorCodes {
    public static final int BAD_PATTERN = 202;

    /// No token, or not the right one.
    public static final int UNAUTHENTICATED = 300;

    public static final int REFUSED = 400;
    public static final int NOT_FOUND = 404;
    public static final int TOO_MANY = 429;

    /// The journal or the router itself failed.
    public static final int FAILED = 500;

    public static final int UNSUPPORTED = 501;

    /// Messages for a client that reads too slowly were dropped.
    public static final int DROPPED = 503;

    private ErrorCodes() {}
}
