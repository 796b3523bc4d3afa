package clasp.journal.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/// The pages of a database that nobody writes to, as SQLite would see them: those that its log holds are
/// taken from there. Neighbours are read together, as whoever asks for a page mostly asks for the next ones
/// too. Used by one thread.
final class PageFile implements AutoCloseable {
    private static final int HEADER = 100;
    private static final int MOST_BYTES = 1 << 18;

    private static final int MORE = 4;

    private final FileChannel channel;
    private final WalPages log;
    private final int pageSize;
    private final int usable;
    private final long pages;
    private byte[] window = {};
    private long windowFirst;
    private int windowPages;

    private PageFile(FileChannel channel, WalPages log) throws IOException {
        this.channel = channel;
        this.log = log;
        byte[] first = log.page(1);
        if (first == null) {
            first = new byte[HEADER];
            ByteBuffer bytes = ByteBuffer.wrap(first);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, bytes.position()) < 0) {
                    throw new IOException("The file ends within its header");
                }
            }
        }
        int stored = Bytes.unsigned16(first, 16);
        pageSize = stored == 1 ? 65_536 : stored;
        usable = pageSize - (first[20] & 0xFF);
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1) {
            throw new IOException("No page has " + pageSize + " bytes");
        }
        if (usable < 480) {
            throw new IOException("A page of " + usable + " bytes holds no row");
        }
        pages = channel.size() / pageSize;
    }

    /// @param log of the same database
    static PageFile open(JournalFile file, WalPages log) throws IOException {
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
        try {
            return new PageFile(channel, log);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    int pageSize() {
        return pageSize;
    }

    /// How many bytes of each page SQLite uses.
    int usable() {
        return usable;
    }

    /// @param number from 1
    /// @throws IOException also when there is no such page
    byte[] page(long number) throws IOException {
        byte[] logged = log.page(number);
        if (logged != null) {
            if (logged.length != pageSize) {
                throw new IOException("The log has pages of another size");
            }
            return logged;
        }
        if (number < 1 || number > pages) {
            throw new IOException("There is no page " + number);
        }
        if (number < windowFirst || number >= windowFirst + windowPages) {
            fill(number);
        }
        byte[] page = new byte[pageSize];
        System.arraycopy(window, (int) (number - windowFirst) * pageSize, page, 0, pageSize);
        return page;
    }

    private void fill(long first) throws IOException {
        // A page alone, as those on the way down a tree are; more and more of those that stand one behind the other.
        boolean goesOn = windowPages > 0 && first == windowFirst + windowPages;
        long more = goesOn ? Math.min(MORE * windowPages, Math.max(1, MOST_BYTES / pageSize)) : 1;
        int wanted = (int) Math.min(more, pages - first + 1);
        windowPages = 0;
        if (window.length < wanted * pageSize) {
            window = new byte[wanted * pageSize];
        }
        ByteBuffer bytes = ByteBuffer.wrap(window, 0, wanted * pageSize);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, (first - 1) * pageSize + bytes.position()) < 0) {
                throw new IOException("The file ends within page " + first);
            }
        }
        windowFirst = first;
        windowPages = wanted;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
