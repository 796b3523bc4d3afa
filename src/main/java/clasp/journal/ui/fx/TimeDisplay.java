package clasp.journal.ui.fx;

/// How timestamps are shown, always to the microsecond.
public enum TimeDisplay {
    UTC,
    LOCAL,
    /// Since the first entry of the journal.
    SINCE_FIRST,
    /// Since (or before) the selected entry.
    SINCE_SELECTED,
    /// µs since the Unix epoch, as stored.
    RAW
}
