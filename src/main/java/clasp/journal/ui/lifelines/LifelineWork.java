package clasp.journal.ui.lifelines;

/// What goes on for lifelines that somebody waits for longer than a moment.
enum LifelineWork {
    NONE,
    /// Addresses are looked for.
    FINDING,
    /// What happened to those on screen is looked up.
    LOOKING_UP,
    /// The user did not want to wait for the rest.
    STOPPED;

    boolean running() {
        return this == FINDING || this == LOOKING_UP;
    }
}
