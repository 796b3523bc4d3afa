package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
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
record DatabaseHeader(int pageSize, long pages, long missingPages) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

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
            throw new JournalException(CoreTexts.text("store.noDatabase", file.name(), notADatabase(bytes, size)));
        }
        int stored = Short.toUnsignedInt(bytes.getShort(16));
        int pageSize = stored == 1 ? 65_536 : stored;
        boolean countValid = bytes.getInt(24) == bytes.getInt(92);
        long pages = countValid ? Integer.toUnsignedLong(bytes.getInt(28)) : 0;
        return new DatabaseHeader(pageSize, pages, isPageSize(pageSize) ? Math.max(0, pages - size / pageSize) : 0);
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
