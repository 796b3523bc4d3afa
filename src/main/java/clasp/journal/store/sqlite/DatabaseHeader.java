package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.DamagedException;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;

/// The first 100 bytes of a database file. Immutable.
///
/// @param pages how many pages the header says there are; 0 when it does not say
/// @param missingPages how many of them lie, in part or whole, beyond the end of the file
/// @param supposed whether the first page is lost or wrong, so that it is taken for what CLASP writes
record DatabaseHeader(int pageSize, long pages, long missingPages, boolean supposed) {
    private static final DatabaseHeader OF_CLASP = new DatabaseHeader(4_096, 0, 0, true);

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /// Of a file that is known to be damaged: also where its first page is lost, or tells a size of pages with which
    /// less is found in the file.
    ///
    /// @throws JournalException when nothing in the file looks like a journal
    static DatabaseHeader readOrSuppose(JournalFile file) {
        try {
            DatabaseHeader read = read(file);
            boolean fits = read.hasPages() && entriesAtBegin(file, read) >= entriesAtBegin(file, OF_CLASP);
            return fits ? read : OF_CLASP;
        } catch (DamagedException firstPageLost) {
            return OF_CLASP;
        }
    }

    /// @throws DamagedException when its first page is lost, but there are entries of a journal behind it
    /// @throws JournalException saying what the file is instead of a database
    static DatabaseHeader read(JournalFile file) {
        ByteBuffer bytes = ByteBuffer.allocate(100);
        long size;
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            size = channel.size();
            ReadOn.fill(channel, bytes);
        } catch (IOException e) {
            throw JournalFile.cannot(CoreTexts.text("store.cannot.read", file.name()), e);
        }
        bytes.flip();
        if (size == 0) {
            throw new JournalException(CoreTexts.text("store.file.empty", file.name()));
        }
        if (bytes.mismatch(ByteBuffer.wrap(MAGIC)) < MAGIC.length || bytes.limit() < 100) {
            throw entriesAtBegin(file, OF_CLASP) > 0
                    ? new DamagedException(CoreTexts.text("store.file.firstPage", file.name()), null)
                    : new JournalException(CoreTexts.text("store.noDatabase", file.name(), notADatabase(bytes, size)));
        }
        int stored = Short.toUnsignedInt(bytes.getShort(16));
        int pageSize = stored == 1 ? 65_536 : stored;
        boolean countValid = bytes.getInt(24) == bytes.getInt(92);
        long pages = countValid ? Integer.toUnsignedLong(bytes.getInt(28)) : 0;
        return new DatabaseHeader(
                pageSize, pages, isPageSize(pageSize) ? Math.max(0, pages - size / pageSize) : 0, false);
    }

    private static long entriesAtBegin(JournalFile file, DatabaseHeader header) {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            return new LeafPages(channel, header).countAtBegin(Salvage::isEntry);
        } catch (IOException e) {
            throw JournalFile.cannot(CoreTexts.text("store.cannot.read", file.name()), e);
        }
    }

    /// Whether the file can be gone through page by page.
    boolean hasPages() {
        return isPageSize(pageSize);
    }

    private static boolean isPageSize(int size) {
        return size >= 512 && Integer.bitCount(size) == 1;
    }

    /// Says that the file ends too early.
    static String truncation(JournalFile file, long missingPages, long pages) {
        return CoreTexts.text("store.file.cutOff", file.name(), Long.toString(missingPages), Long.toString(pages));
    }

    private static String notADatabase(ByteBuffer bytes, long size) {
        if (bytes.limit() >= 4 && (bytes.getInt(0) & 0xFFFF_FFFE) == 0x377F_0682) {
            return CoreTexts.text("store.noDatabase.log");
        }
        if (bytes.limit() >= MAGIC.length && bytes.mismatch(ByteBuffer.wrap(MAGIC)) >= MAGIC.length) {
            return CoreTexts.text("store.noDatabase.short", Long.toString(size));
        }
        boolean zeros = true;
        boolean text = true;
        for (int i = 0; i < bytes.limit(); i++) {
            int b = Byte.toUnsignedInt(bytes.get(i));
            zeros &= b == 0;
            text &= b >= 0x20 || b == '\n' || b == '\r' || b == '\t';
        }
        if (zeros) {
            return CoreTexts.text("store.noDatabase.zeros");
        }
        return CoreTexts.text(text ? "store.noDatabase.text" : "store.noDatabase.other");
    }
}
