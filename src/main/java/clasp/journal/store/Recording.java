package clasp.journal.store;

/// A journal that is being recorded from a running router. It can be read like any other meanwhile. Closing it stops
/// the recording first. Thread-safe.
public interface Recording extends JournalReader {
    /// Does not block.
    RecordingStatus recording();

    /// Ends the recording; the journal stays open. Returns when everything that was received is on disk, or known not
    /// to come there: [RecordingState.Ended] says so.
    void stopRecording();

    /// Shows the router this token from now on, and tries at once if there is no connection: for when it no longer
    /// takes
    /// the one before. Does not block.
    ///
    /// @throws IllegalArgumentException with a sentence when it cannot be one
    void useToken(String token);

    /// Whether the journal is gone when it is closed.
    boolean inMemoryOnly();
}
