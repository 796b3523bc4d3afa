package clasp.journal.store.sqlite;

import clasp.journal.store.Damage;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.LogReport;
import clasp.journal.store.OriginalFile;
import java.util.List;
import java.util.Optional;

/// The way in which a file is read at the moment, so that reading leaves no trace. Immutable.
sealed interface Access {
    /// The database to open: the journal itself or a copy of it.
    JournalFile database();

    /// The state of the original's files when this way was chosen.
    FileStamp stamp();

    /// Parameters of SQLite's URI.
    String parameters();

    /// For people.
    JournalAccess.Plain label();

    /// What whoever opens the file should know.
    List<String> notes();

    /// How many frames of the log hold what is not in the database, at most; negative when there is no log.
    ///
    /// @param now of the original's files
    long walFrames(FileStamp now);

    /// Whether pages are missing at the end of the database.
    default boolean cutOff() {
        return false;
    }

    /// What of the original cannot be read.
    default Damage damage() {
        return cutOff() ? Damage.CUT_OFF : Damage.NONE;
    }

    /// Whether what is left can be got out of it in another way once damage is met.
    default boolean salvageable() {
        return damage() == Damage.NONE;
    }

    /// Whether entries are known to be lost.
    default boolean incomplete() {
        return cutOff();
    }

    /// What is known of a log that is not read along with the database; empty where there is nothing to say.
    default Optional<LogReport> log() {
        return Optional.empty();
    }

    /// The original files as they were when they were copied; empty when they are read themselves.
    default List<OriginalFile> originals() {
        return List.of();
    }

    /// Whether what is read this way is still what the original holds.
    default boolean stillRight(FileStamp now) {
        return stamp().equals(now);
    }

    /// Nobody has the file open and there is no log: SQLite reads it without locks and without files beside it.
    ///
    /// @param log of a log that should be there
    record Immutable(JournalFile database, FileStamp stamp, boolean cutOff, List<String> notes, Optional<LogReport> log)
            implements Access {
        @Override
        public boolean incomplete() {
            return cutOff || log.isPresent();
        }

        @Override
        public String parameters() {
            return "mode=ro&immutable=1";
        }

        @Override
        public JournalAccess.Plain label() {
            return JournalAccess.Plain.READ_ONLY;
        }

        @Override
        public long walFrames(FileStamp now) {
            return 0;
        }
    }

    /// Someone has the file open: it is read with SQLite's locks, and the shared memory of the others is not written
    /// to.
    record Live(JournalFile database, FileStamp stamp, List<String> notes, int pageSize) implements Access {
        @Override
        public long walFrames(FileStamp now) {
            return WalFile.capacity(now.wal().size(), pageSize);
        }

        @Override
        public String parameters() {
            return "mode=ro&readonly_shm=1";
        }

        @Override
        public JournalAccess.Plain label() {
            return JournalAccess.Plain.READ_ONLY_LIVE;
        }

        @Override
        public boolean stillRight(FileStamp now) {
            return stamp().sameFile(now);
        }

        /// Whoever has it open may be about to change any page of it.
        @Override
        public boolean salvageable() {
            return false;
        }
    }

    /// A writer left the file without closing it: SQLite puts a copy in order.
    ///
    /// Or it is damaged, and the copy has what is left of it.
    ///
    /// @param frames that the log holds; negative when there is none
    record Copied(PrivateCopy copy, FileStamp stamp, boolean incomplete, List<String> notes, long frames, Damage damage)
            implements Access {
        @Override
        public long walFrames(FileStamp now) {
            return frames;
        }

        @Override
        public JournalFile database() {
            return copy.file();
        }

        @Override
        public Optional<LogReport> log() {
            return copy.log();
        }

        @Override
        public List<OriginalFile> originals() {
            return copy.originals();
        }

        @Override
        public String parameters() {
            return "mode=rw";
        }

        @Override
        public JournalAccess.Plain label() {
            return JournalAccess.Plain.PRIVATE_COPY;
        }
    }
}
