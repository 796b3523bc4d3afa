package clasp.journal.faults;

/// What the program does when it is killed.
enum Job {
    RECORDING,
    COMPACTION,
    EXPORT,
    SNAPSHOT,
    SETTINGS
}
