package clasp.journal.store.sqlite;

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
            return Optional.of("“" + file.name() + "” may only be read. Ask its owner for permission to write, or"
                    + " compact a copy.");
        }
        if (folder == null || !Files.isWritable(folder)) {
            return Optional.of("The folder of “" + file.name() + "” may only be read, and SQLite needs to create files"
                    + " in it. Compact a copy in another folder.");
        }
        if (use.writtenHere()) {
            return Optional.of("“" + file.name() + "” is being written by this program. Stop that first.");
        }
        if (use.lockedHere() || LockProbe.inUseElsewhere(file)) {
            return Optional.of("Another program has “" + file.name() + "” open, probably the router that writes it."
                    + " Stop it first.");
        }
        return Optional.empty();
    }
}
