package clasp.journal.recovery;

/// What can be wrong with a journal.
public enum ProblemKind {
    COMPACTED("compacted", Severity.INFO),
    MISSING_SEQS("missingSeqs", Severity.WARNING),
    MISSING_AT_THE_END("missingAtTheEnd", Severity.INFO),
    NOT_RECOVERABLE("notRecoverable", Severity.ERROR),
    REVISION_GAP("revisionGap", Severity.WARNING),
    REVISION_REPEAT("revisionRepeat", Severity.WARNING),
    REVISION_REGRESSION("revisionRegression", Severity.WARNING),
    RESTART("restart", Severity.WARNING),
    SET_WITHOUT_REVISION("setWithoutRevision", Severity.WARNING),
    RACING_WRITERS("racingWriters", Severity.WARNING),
    TIME_BACKWARDS("timeBackwards", Severity.WARNING),
    UNKNOWN_SIGNAL_TYPE("unknownSignalType", Severity.WARNING),
    UNKNOWN_MESSAGE_TYPE("unknownMessageType", Severity.WARNING),
    UNREADABLE_VALUE("unreadableValue", Severity.ERROR),
    VALUE_READ_DIFFERENTLY("valueReadDifferently", Severity.WARNING),
    UNREADABLE_SNAPSHOT("unreadableSnapshot", Severity.ERROR),
    SNAPSHOT_DISAGREES("snapshotDisagrees", Severity.ERROR),
    /// No error: a param that outlives its time is gone without an entry.
    SNAPSHOT_LACKS("snapshotLacks", Severity.WARNING),
    WRONG_HMAC("wrongHmac", Severity.ERROR),
    UNCHECKED_HMACS("uncheckedHmacs", Severity.ERROR),
    CUT_OFF("cutOff", Severity.ERROR),
    DAMAGED("damaged", Severity.ERROR),
    ONLY_IN_LOG("onlyInLog", Severity.WARNING),
    UNREADABLE_LOG("unreadableLog", Severity.ERROR),
    UNFINISHED_LOG("unfinishedLog", Severity.WARNING),
    MISSING_LOG("missingLog", Severity.WARNING),
    DAMAGED_OPEN_LOG("damagedOpenLog", Severity.ERROR);

    private final String key;
    private final Severity severity;

    ProblemKind(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    /// Its name in texts and in machine-readable output.
    public String key() {
        return key;
    }

    public Severity severity() {
        return severity;
    }
}
