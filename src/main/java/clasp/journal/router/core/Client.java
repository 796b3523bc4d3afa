package clasp.journal.router.core;

/// One client's connection, as the rules see it. Confined to one thread.
public final class Client {
    private final String session;
    private String name = "";
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

    /// What it calls itself; empty for nothing, and before its HELLO.
    public String name() {
        return name;
    }

    void greet(String itsName) {
        name = itsName;
        greeted = true;
    }
}
