package clasp.journal.store;

import java.nio.file.Path;

/// What SQLite keeps beside a database.
public enum Companion {
    /// The write-ahead log.
    WAL("-wal"),
    /// The memory that those share who have the log open.
    SHARED_MEMORY("-shm"),
    /// What undoes a change, where there is no log.
    ROLLBACK_JOURNAL("-journal");

    private final String suffix;

    Companion(String suffix) {
        this.suffix = suffix;
    }

    /// What the name of the database ends with in the name of this file.
    public String suffix() {
        return suffix;
    }

    /// Where that of a database is, if there is one.
    public Path of(Path database) {
        return database.resolveSibling(database.getFileName() + suffix);
    }
}
