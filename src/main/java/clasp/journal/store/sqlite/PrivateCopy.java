package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.Cancellation;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import clasp.journal.store.LogReport;
import clasp.journal.store.OriginalFile;
import clasp.journal.store.Progress;
import clasp.journal.store.WorkFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A database with its log, copied into a folder of its own that goes away when this is closed. Thread-safe.
final class PrivateCopy implements AutoCloseable {
    private static final long CHUNK = 16 << 20;

    private final WorkFolder folder;
    private final JournalFile file;
    private volatile List<OriginalFile> originals = List.of();
    private volatile @Nullable LogReport log;
    private volatile @Nullable WalIndex index;

    private PrivateCopy(WorkFolder folder, JournalFile file) {
        this.folder = folder;
        this.file = file;
    }

    /// @throws JournalException when it does not fit or cannot be read
    static PrivateCopy of(JournalFile original, FileStamp stamp, Progress progress, Cancellation cancellation) {
        String why = CoreTexts.text("store.copy.notClosed", original.name());
        return filled(original, why, copy -> copy.fill(original, stamp, why, progress, cancellation));
    }

    /// @param why the copy is made, for the sentence when that fails
    /// @param filling writes [#file()]
    /// @throws JournalException when the filling failed
    static PrivateCopy filled(JournalFile original, String why, Filling filling) {
        try {
            WorkFolder folder = WorkFolder.temporary("copy");
            PrivateCopy copy = new PrivateCopy(
                    folder,
                    new JournalFile(folder.path().resolve(original.path().getFileName()), original.name()));
            try {
                filling.fill(copy);
                return copy;
            } catch (IOException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException(CoreTexts.text("store.copy.failed", why, FileReason.of(e)), e);
        }
    }

    @FunctionalInterface
    interface Filling {
        void fill(PrivateCopy copy) throws IOException;
    }

    JournalFile file() {
        return file;
    }

    /// The original files as they were before they were copied.
    List<OriginalFile> originals() {
        return originals;
    }

    /// What was in the log of the original, where the copy has taken it in; empty where a log lies beside the copy.
    Optional<LogReport> log() {
        return Optional.ofNullable(log);
    }

    /// Looks at the log beside the copy, with what the original's shared memory says of it.
    ///
    /// @param visitor told each frame
    WalFile examineLog(WalFrames.Visitor visitor, Cancellation cancellation) throws IOException {
        int pageSize = DatabaseHeader.readOrSuppose(file).pageSize();
        return WalFile.examine(file.wal(), pageSize, index, visitor, cancellation);
    }

    /// This copy is made of another one: what is known of the originals holds for it too.
    void inherit(PrivateCopy from, @Nullable LogReport ofItsLog) {
        originals = from.originals;
        log = ofItsLog;
    }

    /// Computes the hashes of the originals, before anything is copied of them.
    void noteOriginals(JournalFile original, Cancellation cancellation) {
        List<OriginalFile> before = new ArrayList<>();
        for (Path each : List.of(original.path(), original.wal(), original.shm(), original.rollbackJournal())) {
            OriginalFile found = OriginalFile.of(each, cancellation);
            if (found.present() || !each.equals(original.rollbackJournal())) {
                before.add(found);
            }
        }
        originals = List.copyOf(before);
    }

    private void fill(JournalFile original, FileStamp stamp, String why, Progress progress, Cancellation cancellation)
            throws IOException {
        long total = stamp.sizeBytes() + Math.max(0, stamp.rollbackJournal().size());
        long free = Files.getFileStore(folder.path()).getUsableSpace();
        if (free < total) {
            throw new JournalException(CoreTexts.text(
                    "store.copy.noRoom",
                    why,
                    Room.needed(total),
                    String.valueOf(folder.path().getParent()),
                    Room.free(free)));
        }
        noteOriginals(original, cancellation);
        index = WalIndex.read(original.shm()).orElse(null);
        long done = copy(original.path(), file.path(), 0, total, progress, cancellation);
        if (stamp.wal().hasContent()) {
            done = copy(original.wal(), file.wal(), done, total, progress, cancellation);
        }
        if (stamp.rollbackJournal().hasContent()) {
            copy(original.rollbackJournal(), file.rollbackJournal(), done, total, progress, cancellation);
        }
    }

    private static long copy(
            Path from, Path to, long doneBefore, long total, Progress progress, Cancellation cancellation)
            throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long position = 0;
            long copied;
            while ((copied = source.transferTo(position, CHUNK, target)) > 0) {
                position += copied;
                cancellation.check();
                progress.report(doneBefore + position, total);
            }
            return doneBefore + position;
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            System.getLogger(PrivateCopy.class.getName())
                    .log(System.Logger.Level.WARNING, "A copy of a journal stays in " + folder.path(), e);
        }
    }
}
