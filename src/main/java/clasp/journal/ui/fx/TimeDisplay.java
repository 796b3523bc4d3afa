package clasp.journal.ui.fx;

/// How timestamps are shown, always to the microsecond.
public enum TimeDisplay {
    UTC("timeUtc"),
    LOCAL("timeLocal"),
    /// Since the first entry of the journal.
    SINCE_FIRST("timeSinceFirst"),
    /// Since (or before) the selected entry.
    SINCE_SELECTED("timeSinceSelected"),
    /// µs since the Unix epoch, as stored.
    RAW("timeRaw");

    private final String command;

    TimeDisplay(String command) {
        this.command = command;
    }

    /// The key of the [Command] that chooses it.
    public String command() {
        return command;
    }

    /// As the command is called, and every menu that has it.
    public String label() {
        return Texts.text("command." + command);
    }
}
