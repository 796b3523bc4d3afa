package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The newest committed state of each page that a write-ahead log holds, up to its first bad frame, as
/// SQLite applies it. Used by one thread.
final class WalPages implements AutoCloseable {
    /// Where the log does not tell its own, SQLite applies none of its pages.
    private static final int ANY_PAGE_SIZE = 4_096;

    private final @Nullable FileChannel channel;
    private final int pageSize;
    private final long databasePages;
    private final Map<Long, Long> places;

    private WalPages(@Nullable FileChannel channel, int pageSize, long databasePages, Map<Long, Long> places) {
        this.channel = channel;
        this.pageSize = pageSize;
        this.databasePages = databasePages;
        this.places = places;
    }

    /// No log, so no pages.
    static WalPages none() {
        return new WalPages(null, 0, 0, Map.of());
    }

    static WalPages open(Path wal, Cancellation cancellation) throws IOException {
        if (!Files.exists(wal)) {
            return none();
        }
        Map<Long, Long> committed = new HashMap<>();
        Map<Long, Long> uncommitted = new HashMap<>();
        int[] pageSize = {0};
        long[] databasePages = {0};
        WalFrames.read(
                wal,
                ANY_PAGE_SIZE,
                frame -> {
                    if (frame.intact()) {
                        pageSize[0] = frame.pageSize();
                        uncommitted.put(frame.page(), frame.contentAt());
                        if (frame.commits()) {
                            databasePages[0] = frame.databasePages();
                            committed.putAll(uncommitted);
                            uncommitted.clear();
                        }
                    }
                },
                cancellation);
        if (committed.isEmpty()) {
            return none();
        }
        return new WalPages(FileChannel.open(wal, StandardOpenOption.READ), pageSize[0], databasePages[0], committed);
    }

    /// Null when the log does not hold the page.
    byte @Nullable [] page(long number) throws IOException {
        Long place = places.get(number);
        if (place == null || channel == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(pageSize);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place + bytes.position()) < 0) {
                throw new IOException("The log ends within page " + number);
            }
        }
        return bytes.array();
    }

    /// How many pages the database has with the log; 0 without one.
    long databasePages() {
        return databasePages;
    }

    /// The numbers of the pages that the log holds.
    java.util.Set<Long> numbers() {
        return places.keySet();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
