package clasp.journal.router;

/// What ends a router, although it is no failure of this program. The message is for people.
final class RouterEnd extends Error {
    private static final long serialVersionUID = 1L;

    RouterEnd(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
