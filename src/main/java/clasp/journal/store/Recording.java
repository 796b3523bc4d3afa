package clasp.journal.store;

/// A journal that is being recorded from a running router. It can be read like any other meanwhile. Closing it stops
/// the recording first. Thread-safe.
public interface Recording extends Guarded {
    /// Does not block.
    RecordingStatus recording();

    /// What was received and is in the journal only later, if at all; nothing once the recording is over. What comes
    /// before it is in the journal by then.
    Unstored unstored();

    /// Takes in nothing more. What was received is stored as soon as that works, and then the recording has ended.
    /// Returns when nothing more comes.
    void stopListening();

    /// Ends the recording; the journal stays open. Returns when everything that was received is on disk, or known not
    /// to come there: [RecordingState.Ended] says so.
    void stopRecording();

    /// Whether the journal is gone when it is closed.
    boolean inMemoryOnly();
}
