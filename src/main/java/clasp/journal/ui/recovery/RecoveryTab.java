package clasp.journal.ui.recovery;

/// What is on screen below the cursor.
public enum RecoveryTab {
    STATE("state"),
    PROBLEMS("problems"),
    COMPARE("compare"),
    CRASH("crash"),
    MOMENTS("moments"),
    PAIR("pair"),
    EVIDENCE("evidence");

    private final String key;

    RecoveryTab(String key) {
        this.key = key;
    }

    /// Whether it is about whole journals: there is no param in question beside it.
    boolean aside() {
        return this == PAIR || this == EVIDENCE;
    }

    /// Its part in keys of texts and ids of nodes.
    String key() {
        return key;
    }
}
