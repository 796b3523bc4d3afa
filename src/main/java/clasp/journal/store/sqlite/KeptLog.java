package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Keeps a damaged log, with its database as it was, from being lost to whoever opens the journal for writing.
/// Immutable.
///
/// @param log what SQLite begins anew
/// @param copy the database of the copy, which lies beside the journal
record KeptLog(DamagedLog log, Path copy) {
    private static final String SUFFIX = "-damaged-log";

    /// Copies the journal and the files beside it when its log is damaged; does nothing otherwise, or when somebody has
    /// the file open, as SQLite does not look at the log then. Called under [FileUse#opening()].
    ///
    /// @throws JournalException when it cannot be kept; nothing was changed
    static Optional<KeptLog> keep(JournalFile file, FileUse use) {
        if (use.lockedHere() || LockProbe.inUseElsewhere(file)) {
            return Optional.empty();
        }
        try {
            Optional<DamagedLog> damaged = DamagedLog.of(file);
            return damaged.isPresent()
                    ? Optional.of(new KeptLog(damaged.get(), KeptCopy.of(file, SUFFIX)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new JournalException(
                    "“" + file.name() + "” is not opened for writing: its log is damaged, writing would throw away what"
                            + " is left of it, and it could not be copied before (" + FileReason.of(e)
                            + "). Nothing was changed. Make room in "
                            + file.path().getParent()
                            + " and see that you may write there, or move the journal away with the files beside it.",
                    e);
        }
    }

    /// What happened, what the copy holds and what can be done with it.
    ///
    /// @param latestSeq of the journal when it was opened
    String note(long latestSeq) {
        return done() + holds(log.lostAfter(latestSeq), latestSeq)
                + " Open the copy to see what is wrong with it (Problems), and keep it and the files beside it together"
                + " until a whole copy is found or the entries are salvaged.";
    }

    /// What happened, in short.
    String done() {
        return log.told() + " Writing begins the log anew, so before that the journal and the files beside it were"
                + " copied as they were, to “" + copy.getFileName() + "” in the same folder.";
    }

    private static String holds(List<SeqRange> lost, long latestSeq) {
        if (lost.isEmpty()) {
            return " New entries go on from seq " + latestSeq + ", which may use seqs of lost ones again.";
        }
        SeqRange first = lost.getFirst();
        long last = lost.getLast().last();
        return " In its log there are still entries "
                + (first.first() == last ? "with seq " + last : "with seqs from " + first.first() + " to " + last)
                + "; the journal goes on after seq " + latestSeq + ", so new entries get the same seqs.";
    }
}
