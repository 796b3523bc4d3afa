package clasp.journal.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Compacts one journal. Cancelled, killed or out of disk space at any moment, it leaves the old or the new journal,
/// complete. Methods block. Thread-safe; only one compaction of a journal runs at a time.
public interface Compactor {
    /// The point before which nothing is needed for recovery: the seq_at of the latest usable snapshot; empty without
    /// one. (The entry at seq_at itself stays, so that the journal's latest seq does not fall back to 0.)
    OptionalLong safePoint(Cancellation cancellation);

    /// The beforeSeq that keeps the newest `entries` entries.
    long keepingLast(long entries, Cancellation cancellation);

    CompactionPreview preview(long beforeSeq, Progress progress, Cancellation cancellation);

    /// @throws JournalException when nothing was changed: another process writes, no space, a backup that could not be
    ///     written
    CompactionOutcome compact(CompactionOrder order, CompactionProgress progress, Cancellation cancellation);

    /// A place for a backup that does not exist yet: beside the journal, where that is a file.
    /// @param folder for a journal that is none
    Path suggestBackup(Path folder);

    /// A backup of this journal, to see what it holds; empty where its backups are journal files, opened like any.
    /// @throws JournalException when it is none
    default Optional<JournalReader> backup(Path file, Progress progress, Cancellation cancellation) {
        return Optional.empty();
    }

    /// Replaces the journal's content by the backup's. The file of a journal, and what lies beside it, is
    /// copied before: nothing of it is lost.
    /// @throws JournalException when the journal was left as it is
    RestoreOutcome restore(Path backup, CompactionProgress progress, Cancellation cancellation);
}
