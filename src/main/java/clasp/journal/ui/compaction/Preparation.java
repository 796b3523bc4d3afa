package clasp.journal.ui.compaction;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// What has to be known before there is anything to choose. Immutable.
sealed interface Preparation {
    /// @param reason why the journal cannot be compacted, as a sentence
    record Refused(String reason) implements Preparation {}

    /// @param reason why the journal cannot be compacted, though it can be restored, as a sentence
    record OnlyRestore(String reason, Compactor compactor) implements Preparation {}

    /// @param backup where a backup may go
    record Ready(Compactor compactor, OptionalLong safePoint, Path backup) implements Preparation {}

    /// Asks the journal. Blocks.
    /// @param folder for a backup of a journal that is no file
    static Preparation of(JournalReader journal, Supplier<Path> folder, Cancellation cancellation) {
        return switch (journal.compaction()) {
            case CompactionAccess.Unavailable(String reason) -> new Refused(reason);
            case CompactionAccess.OnlyRestore(String reason, Compactor compactor) -> new OnlyRestore(reason, compactor);
            case CompactionAccess.Available(Compactor compactor) ->
                new Ready(compactor, compactor.safePoint(cancellation), compactor.suggestBackup(folder.get()));
        };
    }
}
