package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps a journal as it is from being lost when a backup takes its place: entries that the backup lacks may be nowhere
/// else, and what is damaged of it may not be known. Immutable.
///
/// @param path the database of the copy, which lies beside the journal
/// @param stamp of the journal when it was copied
record ReplacedCopy(Path path, FileStamp stamp) {
    private static final String SUFFIX = "-replaced";

    /// Not called under [FileUse#opening()]: nobody waits while it copies; but under [FileUse#changing()].
    ///
    /// @param progress in bytes
    /// @throws JournalException when it cannot be kept; nothing was changed
    static ReplacedCopy of(JournalFile file, Progress progress, Cancellation cancellation) {
        return KeptCopy.orExplain(file, "store.replacedCopy.failed", () -> {
            FileStamp stamp = FileStamp.of(file);
            try (HeldParts held = HeldParts.open(file)) {
                return new ReplacedCopy(new KeptCopy(file, stamp, held).write(SUFFIX, progress, cancellation), stamp);
            }
        });
    }

    /// @throws JournalException when the journal is not what was copied any more
    void requireUnchanged(JournalFile file) {
        KeptCopy.requireUnchanged(file, stamp);
    }

    /// What is to be known when a backup takes the place of the journal, as it or its log is damaged; empty when
    /// neither
    /// is. Called under [FileUse#opening()], when nobody has the file open.
    ///
    /// @param met what is known of it
    Optional<String> damage(JournalFile file, Damage met, Cancellation cancellation) {
        if (met != Damage.NONE) {
            return Optional.of(CoreTexts.text("store.replacedCopy.damaged"));
        }
        return KeptCopy.orExplain(file, "store.replacedCopy.failed", () -> DamagedLog.of(file, cancellation))
                .map(log -> CoreTexts.text("store.replacedCopy.log", log.told()));
    }
}
