package clasp.journal.export;

/// How a timestamp is written, always to the microsecond.
public enum TimeFormat {
    /// `2024-02-21T07:20:00.000292Z`.
    ISO_UTC,
    /// `2024-02-21T08:20:00.000292+01:00`, in the zone of the options.
    ISO_LOCAL,
    /// µs since the Unix epoch as stored, an unsigned number.
    RAW_MICROS
}
