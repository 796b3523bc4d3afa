package clasp.journal.store;

/// A journal that is being recorded from a running router. It can be read like any other meanwhile. Closing it stops
/// the recording first. Thread-safe.
public interface Recording extends Guarded {
    /// Does not block.
    RecordingStatus recording();

    /// Ends the recording; the journal stays open. Returns when everything that was received is on disk, or known not
    /// to come there: [RecordingState.Ended] says so.
    void stopRecording();

    /// Whether the journal is gone when it is closed.
    boolean inMemoryOnly();
}
