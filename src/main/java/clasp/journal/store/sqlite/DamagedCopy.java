package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import java.nio.file.Path;

/// Keeps a damaged journal as it was from being lost when a backup takes its place: entries that the backup lacks may
/// be nowhere else. Immutable.
///
/// @param path the database of the copy, which lies beside the journal
/// @param stamp of the journal when it was copied
record DamagedCopy(Path path, FileStamp stamp) {
    private static final String SUFFIX = "-damaged";

    /// Not called under [FileUse#opening()]: nobody waits while it copies; but under [FileUse#changing()].
    ///
    /// @param progress in bytes
    /// @throws JournalException when it cannot be kept; nothing was changed
    static DamagedCopy of(JournalFile file, Progress progress, Cancellation cancellation) {
        return KeptCopy.orExplain(file, "store.damagedCopy.failed", () -> {
            FileStamp stamp = FileStamp.of(file);
            try (HeldParts held = HeldParts.open(file)) {
                return new DamagedCopy(new KeptCopy(file, stamp, held).write(SUFFIX, progress, cancellation), stamp);
            }
        });
    }

    /// @throws JournalException when the journal is not what was copied any more
    void requireUnchanged(JournalFile file) {
        KeptCopy.requireUnchanged(file, stamp);
    }

    /// What happened when a backup took the journal's place.
    String replaced() {
        return CoreTexts.text("store.damagedCopy.replaced", path.toString());
    }
}
