package clasp.journal.cli;

/// What a command ends with.
public final class ExitStatus {
    public static final int OK = 0;

    /// It could not do what was asked, or found what it was to look for: a bad HMAC.
    public static final int FAILED = 1;

    /// It was asked for something that makes no sense.
    public static final int USAGE = 2;

    private ExitStatus() {}
}
