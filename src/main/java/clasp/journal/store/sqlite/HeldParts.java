package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A database and the files that SQLite keeps beside it, held open to be read for long without [FileUse#opening()].
/// Closing them waits until that drops no lock that SQLite holds in this process. Used by one thread.
final class HeldParts implements AutoCloseable {
    private static final int CHUNK = 1 << 20;

    private final FileUse use;
    /// In the order of [JournalFile#parts()]; null where there is none.
    private final List<@Nullable FileChannel> channels = new ArrayList<>();

    private HeldParts(FileUse use) {
        this.use = use;
    }

    static HeldParts open(JournalFile file) throws IOException {
        FileUse use = FileUse.of(file);
        use.opening().lock();
        try {
            return open(file, use);
        } finally {
            use.opening().unlock();
        }
    }

    /// Called under [FileUse#opening()].
    static HeldParts open(JournalFile file, FileUse use) throws IOException {
        HeldParts held = new HeldParts(use);
        try {
            for (Path part : file.parts()) {
                held.channels.add(Files.isRegularFile(part) ? FileChannel.open(part, StandardOpenOption.READ) : null);
            }
            return held;
        } catch (IOException e) {
            held.close();
            throw e;
        }
    }

    /// Of all of them together.
    long size() throws IOException {
        long size = 0;
        for (FileChannel channel : channels) {
            size += channel == null ? 0 : channel.size();
        }
        return size;
    }

    /// Writes new files, and forces them to disk.
    ///
    /// @param to in the order of [JournalFile#parts()]
    void copy(List<Path> to, Progress progress, Cancellation cancellation) throws IOException {
        long total = size();
        long done = 0;
        progress.report(done, total);
        for (int part = 0; part < channels.size(); part++) {
            FileChannel channel = channels.get(part);
            if (channel != null) {
                long before = done;
                ForcedCopy.copy(
                        channel,
                        to.get(part),
                        total,
                        (copied, ignored) -> progress.report(before + copied, total),
                        cancellation);
                done += channel.size();
            }
        }
    }

    /// Whether a file holds the same, byte for byte.
    ///
    /// @param part in the order of [JournalFile#parts()]
    boolean isSame(int part, Path other, Cancellation cancellation) throws IOException {
        FileChannel channel = channels.get(part);
        if (channel == null) {
            return Files.notExists(other);
        }
        if (!Files.isRegularFile(other) || Files.size(other) != channel.size()) {
            return false;
        }
        try (FileChannel found = FileChannel.open(other, StandardOpenOption.READ)) {
            for (long at = 0; ; at += CHUNK) {
                cancellation.check();
                Optional<ByteBuffer> chunk = chunk(channel, at);
                if (!chunk.equals(chunk(found, at))) {
                    return false;
                }
                if (chunk.isEmpty()) {
                    return true;
                }
            }
        }
    }

    /// Empty at the end.
    private static Optional<ByteBuffer> chunk(FileChannel channel, long at) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        ReadOn.fill(channel, chunk, at);
        return chunk.position() == 0 ? Optional.empty() : Optional.of(chunk.flip());
    }

    @Override
    public void close() {
        for (FileChannel channel : channels) {
            if (channel != null) {
                use.closeAside(channel);
            }
        }
    }
}
