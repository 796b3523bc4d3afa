package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.RestoreOutcome;
import java.nio.file.Path;
import java.util.Optional;

/// How far the dialog has come. Immutable.
sealed interface CompactionPhase {
    /// Finding out whether the journal can be compacted.
    record Checking() implements CompactionPhase {}

    /// @param reason a sentence
    record Unavailable(String reason) implements CompactionPhase {}

    /// @param notice what came of the last attempt, as a sentence; empty at first
    record Choosing(String notice) implements CompactionPhase {}

    record Compacting() implements CompactionPhase {}

    /// @param seen what both recoveries come to now
    /// @param confirmed whether that is what was said before
    record Check(CompactionProof seen, boolean confirmed) {}

    /// @param check empty when the user did not want to wait for it
    record Compacted(CompactionOutcome outcome, Optional<Check> check) implements CompactionPhase {}

    /// Looking what the backup holds.
    ///
    /// @param before where to go when the user does not want to wait
    record ReadingBackup(Path backup, CompactionPhase before) implements CompactionPhase {}

    /// Asks whether the journal's content shall really be replaced.
    ///
    /// @param before where to go when not
    record ConfirmingRestore(Path backup, BackupContent content, CompactionPhase before) implements CompactionPhase {}

    record Restoring(Path backup) implements CompactionPhase {}

    /// @param outcome what the user should know besides
    record Restored(Path backup, RestoreOutcome outcome) implements CompactionPhase {}

    /// @param sentence what failed and why; the journal is complete
    /// @param before where to go on from here
    record Failed(String sentence, CompactionPhase before) implements CompactionPhase {}

    /// Whether this is about putting a backup in the journal's place.
    default boolean restores() {
        return switch (this) {
            case ReadingBackup _, ConfirmingRestore _, Restoring _, Restored _ -> true;
            case Checking _, Unavailable _, Choosing _, Compacting _, Compacted _, Failed _ -> false;
        };
    }

    /// Whether there is little to say: neither choices nor a proof.
    default boolean brief() {
        return switch (this) {
            case Checking _, Choosing _, Compacted _ -> false;
            case Unavailable _, Compacting _, ReadingBackup _, ConfirmingRestore _, Restoring _, Restored _, Failed _ ->
                true;
        };
    }
}
