package clasp.journal.faults;

import clasp.journal.testing.Mounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/// Small file systems in memory, a new one for each time. Used by one thread.
///
/// @param megabytes of each
record SmallDisks(int megabytes) {
    /// What is tried on one of them.
    @FunctionalInterface
    interface Trial {
        /// Whether the full disk stopped it.
        boolean on(Path disk, Path original) throws Exception;
    }

    /// Adds a row to the table, also when nothing can be mounted here.
    ///
    /// @param effect says what happened, given how often the full disk stopped it
    /// @param wrong what the trials found
    void each(String what, int times, FaultTable table, Trial trial, IntFunction<String> effect, List<String> wrong)
            throws Exception {
        Originals.tryWith((folder, original) -> {
            int full = 0;
            for (int i = 0; i < times; i++) {
                Path disk = Files.createDirectory(folder.resolve("disk" + i));
                if (!Mounts.memory(disk, megabytes)) {
                    table.notTried(what, "nothing can be mounted here");
                    return;
                }
                try {
                    full += trial.on(disk, original) ? 1 : 0;
                } finally {
                    Mounts.unmount(disk);
                }
            }
            table.add(what, times, effect.apply(full), wrong);
        });
    }
}
