package clasp.journal.router.core;

/// One client's connection, as the rules see it. Confined to one thread.
public final class Client {
    private final String session;
    private boolean greeted;

    /// @param session its id, of which no other connection ever has the same
    public Client(String session) {
        this.session = session;
    }

    public String session() {
        return session;
    }

    /// Whether its HELLO was accepted.
    public boolean greeted() {
        return greeted;
    }

    void greet() {
        greeted = true;
    }
}
