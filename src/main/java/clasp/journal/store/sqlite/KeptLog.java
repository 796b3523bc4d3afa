package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Keeps a damaged log, with its database as it was, from being lost to whoever opens the journal for writing.
/// Immutable.
///
/// @param log what SQLite begins anew
/// @param copy the database of the copy, which lies beside the journal
/// @param stamp of the journal when it was copied
record KeptLog(DamagedLog log, Path copy, FileStamp stamp) {
    private static final String SUFFIX = "-damaged-log";

    /// Copies the journal and the files beside it when its log is damaged; does nothing otherwise, or when
    /// somebody has the file open, as SQLite does not look at the log then. Not called under
    /// [FileUse#opening()]: nobody waits while it copies.
    ///
    /// @param progress in bytes; told nothing where nothing is copied
    /// @throws JournalException when it cannot be kept; nothing was changed
    static Optional<KeptLog> keep(JournalFile file, FileUse use, Progress progress, Cancellation cancellation) {
        return KeptCopy.orExplain(file, "store.kept.failed", () -> {
            Optional<Found> found = find(file, use, cancellation);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(copy(file, found.get(), use, progress, cancellation));
        });
    }

    private static KeptLog copy(
            JournalFile file, Found found, FileUse use, Progress progress, Cancellation cancellation)
            throws IOException {
        try (HeldParts held = found.held()) {
            if (!use.copying().tryLock()) {
                throw new JournalException(CoreTexts.text("store.kept.running", file.name()));
            }
            try {
                Path copy = new KeptCopy(file, found.stamp(), held).write(SUFFIX, progress, cancellation);
                return new KeptLog(found.log(), copy, found.stamp());
            } finally {
                use.copying().unlock();
            }
        }
    }

    private record Found(DamagedLog log, FileStamp stamp, HeldParts held) {}

    private static Optional<Found> find(JournalFile file, FileUse use, Cancellation cancellation) throws IOException {
        use.opening().lock();
        try {
            if (use.lockedHere() || LockProbe.inUseElsewhere(file)) {
                return Optional.empty();
            }
            FileStamp stamp = FileStamp.of(file);
            Optional<DamagedLog> log = DamagedLog.of(file, cancellation);
            return log.isPresent()
                    ? Optional.of(new Found(log.get(), stamp, HeldParts.open(file, use)))
                    : Optional.empty();
        } finally {
            use.opening().unlock();
        }
    }

    /// @throws JournalException when the journal is not what was copied any more
    void requireUnchanged(JournalFile file) {
        KeptCopy.requireUnchanged(file, stamp);
    }

    /// What happened, what the copy holds and what can be done with it.
    ///
    /// @param latestSeq of the journal when it was opened
    String note(long latestSeq) {
        return CoreTexts.text("store.kept.note", done(), holds(log.lostAfter(latestSeq), latestSeq));
    }

    /// What happened, in short.
    String done() {
        return CoreTexts.text("store.kept.done", log.told(), copy.getFileName().toString());
    }

    private static String holds(List<SeqRange> lost, long latestSeq) {
        if (lost.isEmpty()) {
            return CoreTexts.text("store.kept.goesOn", Long.toString(latestSeq));
        }
        SeqRange first = lost.getFirst();
        long last = lost.getLast().last();
        return CoreTexts.text(
                "store.kept.holds",
                first.first() == last
                        ? CoreTexts.text("store.kept.seq", Long.toString(last))
                        : CoreTexts.text("store.kept.seqs", Long.toString(first.first()), Long.toString(last)),
                Long.toString(latestSeq));
    }
}
