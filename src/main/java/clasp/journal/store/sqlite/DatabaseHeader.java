package clasp.journal.store.sqlite;

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
            throw JournalFile.cannotBe("read", "“" + file.name() + "”", e);
        }
        bytes.flip();
        if (size == 0) {
            throw new JournalException("“" + file.name() + "” is empty (0 bytes), so there is no journal in it."
                    + " Where a router has only just created it, try again when it has written something.");
        }
        if (bytes.mismatch(ByteBuffer.wrap(MAGIC)) < MAGIC.length || bytes.limit() < 100) {
            throw new JournalException(notADatabase(file, bytes, size));
        }
        int stored = Short.toUnsignedInt(bytes.getShort(16));
        int pageSize = stored == 1 ? 65_536 : stored;
        boolean countValid = bytes.getInt(24) == bytes.getInt(92);
        long pages = countValid ? Integer.toUnsignedLong(bytes.getInt(28)) : 0;
        boolean sizeValid = pageSize >= 512 && Integer.bitCount(pageSize) == 1;
        return new DatabaseHeader(pageSize, pages, sizeValid ? Math.max(0, pages - size / pageSize) : 0);
    }

    /// Says that the file ends too early.
    String truncation(JournalFile file) {
        return truncation(file, missingPages, pages);
    }

    static String truncation(JournalFile file, long missingPages, long pages) {
        return "“" + file.name() + "” is cut off: " + missingPages + " of its " + pages
                + " pages are missing at the end.";
    }

    private static String notADatabase(JournalFile file, ByteBuffer bytes, long size) {
        String subject = "“" + file.name() + "” is no SQLite database, so it is no CLASP journal: ";
        if (bytes.limit() >= 4 && (bytes.getInt(0) & 0xFFFF_FFFE) == 0x377F_0682) {
            return subject
                    + "it is the write-ahead log of one. Open the database beside it, whose name is without “-wal”.";
        }
        if (bytes.limit() >= MAGIC.length && bytes.mismatch(ByteBuffer.wrap(MAGIC)) >= MAGIC.length) {
            return subject + "it ends after " + size + " bytes, within the file header."
                    + " It may not have been copied whole: copy it again.";
        }
        boolean zeros = true;
        boolean text = true;
        for (int i = 0; i < bytes.limit(); i++) {
            int b = Byte.toUnsignedInt(bytes.get(i));
            zeros &= b == 0;
            text &= b >= 0x20 || b == '\n' || b == '\r' || b == '\t';
        }
        if (zeros) {
            return subject + "it begins with zeros. The disk may have lost its content."
                    + " Copy it again from where it comes, or take a backup.";
        }
        return subject
                + (text
                        ? "it looks like a text file. Choose the router’s database, whose name often ends in .db."
                        : "it is something else, damaged, or encrypted. Choose another file, or a backup of this one.");
    }
}
