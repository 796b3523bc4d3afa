package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileRights;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Copies files so that they survive a power cut. Stateless.
final class ForcedCopy {
    private static final long CHUNK = 16 << 20;

    private ForcedCopy() {}

    /// Writes a new file that only this user can open, and forces it to disk.
    ///
    /// @param total for the progress
    static void copy(FileChannel source, Path to, long total, Progress progress, Cancellation cancellation)
            throws IOException {
        FileRights.createOwn(to);
        try (FileChannel target = FileChannel.open(to, StandardOpenOption.WRITE)) {
            long size = source.size();
            for (long position = 0; position < size; ) {
                cancellation.check();
                long copied = source.transferTo(position, CHUNK, target);
                if (copied <= 0) {
                    throw new FileSystemException(to.toString(), null, CoreTexts.text("store.copy.shorter"));
                }
                position += copied;
                progress.report(position, Math.max(position, total));
            }
            target.force(true);
        }
    }

    /// Forces the names in the folder of this file to disk.
    static void forceFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
