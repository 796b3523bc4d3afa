package clasp.journal.ui.compaction;

import clasp.journal.store.CompactionOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a compaction does besides deleting. Confined to the FX thread.
final class CompactionOptions {
    private final BooleanProperty backup = new SimpleBooleanProperty(true);
    private final StringProperty backupPath = new SimpleStringProperty("");
    private final BooleanProperty snapshotFirst = new SimpleBooleanProperty();
    private final BooleanProperty forClaspRouter = new SimpleBooleanProperty();
    private final BooleanProperty vacuum = new SimpleBooleanProperty(true);

    CompactionOptions() {
        forClaspRouter.addListener((property, before, now) -> {
            if (now) {
                snapshotFirst.set(true);
            }
        });
        snapshotFirst.addListener((property, before, now) -> {
            if (!now) {
                forClaspRouter.set(false);
            }
        });
    }

    BooleanProperty backup() {
        return backup;
    }

    StringProperty backupPath() {
        return backupPath;
    }

    BooleanProperty snapshotFirst() {
        return snapshotFirst;
    }

    /// Needs the snapshot.
    BooleanProperty forClaspRouter() {
        return forClaspRouter;
    }

    BooleanProperty vacuum() {
        return vacuum;
    }

    /// Where the backup goes; empty when none is wanted or the path is none.
    Optional<Path> backupFile() {
        String typed = backupPath.get().strip();
        if (!backup.get() || typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(typed));
        } catch (InvalidPathException e) {
            // The user is still typing: valid() says that there is no place yet.
            return Optional.empty();
        }
    }

    boolean valid() {
        return !backup.get() || backupFile().isPresent();
    }

    CompactionOrder order(long beforeSeq) {
        return new CompactionOrder(
                beforeSeq, backupFile().orElse(null), snapshotFirst.get(), vacuum.get(), forClaspRouter.get());
    }
}
