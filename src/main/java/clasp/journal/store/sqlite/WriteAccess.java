package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a file can be changed as a whole. Stateless.
final class WriteAccess {
    private WriteAccess() {}

    /// Why it cannot, as a sentence; empty when it can. The file must not be opened on the side meanwhile, so this is
    /// called under [FileUse#opening()].
    static Optional<String> refusal(JournalFile file, FileUse use) {
        Path folder = file.path().getParent();
        if (!Files.isWritable(file.path())) {
            return Optional.of(CoreTexts.text("store.write.file", file.name()));
        }
        if (folder == null || !Files.isWritable(folder)) {
            return Optional.of(CoreTexts.text("store.write.folder", file.name()));
        }
        if (use.writtenHere()) {
            return Optional.of(CoreTexts.text("store.write.here", file.name()));
        }
        if (use.lockedHere() || LockProbe.inUseElsewhere(file)) {
            return Optional.of(CoreTexts.text("store.write.elsewhere", file.name()));
        }
        return Optional.empty();
    }
}
