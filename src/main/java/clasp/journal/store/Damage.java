package clasp.journal.store;

/// What of a journal's file cannot be read.
public enum Damage {
    /// Nothing, as far as was looked.
    NONE,
    /// Something was met that cannot be read; [JournalOpener#openLeft] shows all that can.
    MET,
    /// What is read is what is left of a file whose end is missing.
    CUT_OFF,
    /// What is read is what is left of a file that is damaged elsewhere.
    SALVAGED
}
