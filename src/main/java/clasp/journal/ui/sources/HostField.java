package clasp.journal.ui.sources;

/// What is typed where a session is hosted and can be wrong. Immutable.
enum HostField {
    HOST("hostAddress"),
    PORT("hostPort"),
    HTTP_PORT("hostHttpPort"),
    CAPACITY("hostCapacity"),
    FILE("hostFile");

    private final String id;

    HostField(String id) {
        this.id = id;
    }

    /// Of the control that shows it.
    String id() {
        return id;
    }
}
