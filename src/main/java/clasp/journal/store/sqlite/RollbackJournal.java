package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The file in which SQLite keeps what a change overwrites, for a database without a write-ahead log. Stateless.
final class RollbackJournal {
    private static final long MAGIC = 0xD9D5_05F9_20A1_63D7L;
    private static final int HEADER = 28;
    private static final int LEAST_PAGE = 512;
    /// Of a page, or of a sector.
    private static final int MOST = 1 << 16;

    /// So many bytes belong to a page.
    private static final int BESIDE_PAGE = 8;

    private RollbackJournal() {}

    /// Whether it may hold a change that has to be undone. A writer can be set to keep the file and only to wipe its
    /// header when it is done.
    static boolean isHot(JournalFile file) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (FileChannel channel = FileChannel.open(file.rollbackJournal(), StandardOpenOption.READ)) {
            ReadOn.fill(channel, header);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new JournalException(CoreTexts.text("store.rollbackUnread", file.name(), FileReason.of(e)), e);
        }
        return !header.hasRemaining() && header.getLong(0) == MAGIC;
    }

    /// Whether it holds all that it should: SQLite undoes a change as far as it can, and does not say how far that is.
    static boolean isWhole(JournalFile file) {
        try (FileChannel channel = FileChannel.open(file.rollbackJournal(), StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            ReadOn.fill(channel, header, 0);
            int sector = header.getInt(20);
            int pageSize = header.getInt(24);
            if (sector < HEADER || sector > MOST || pageSize < LEAST_PAGE || pageSize > MOST) {
                return false;
            }
            // A part behind the other, each with a header that is written once the part is.
            for (long at = 0; ; ) {
                header.clear();
                if (!ReadOn.fill(channel, header, at) || header.getLong(0) != MAGIC) {
                    return at > 0;
                }
                long begin = at + sector;
                boolean uncounted = header.getInt(8) == -1;
                long records = uncounted
                        ? (channel.size() - begin) / (pageSize + BESIDE_PAGE)
                        : Integer.toUnsignedLong(header.getInt(8));
                for (long record = 0; record < records; record++) {
                    if (!isWhole(channel, begin + record * (pageSize + BESIDE_PAGE), pageSize, header)) {
                        // Where they were not counted, what is behind the last one may be older ones.
                        return uncounted;
                    }
                }
                at = begin + records * (pageSize + BESIDE_PAGE);
                at += (sector - at % sector) % sector;
            }
        } catch (IOException e) {
            throw new JournalException(CoreTexts.text("store.rollbackUnread", file.name(), FileReason.of(e)), e);
        }
    }

    /// The number of a page, the page as it was, and a sum of some of its bytes.
    private static boolean isWhole(FileChannel channel, long at, int pageSize, ByteBuffer header) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(pageSize + BESIDE_PAGE);
        if (!ReadOn.fill(channel, record, at)) {
            return false;
        }
        int sum = header.getInt(12);
        for (int i = pageSize - 200; i > 0; i -= 200) {
            sum += Byte.toUnsignedInt(record.get(4 + i));
        }
        long page = Integer.toUnsignedLong(record.getInt(0));
        return page >= 1 && page <= Integer.toUnsignedLong(header.getInt(16)) && sum == record.getInt(4 + pageSize);
    }

    /// Has SQLite undo the change in a copy that is damaged besides, as far as it can be.
    static void undo(JournalFile copy) {
        try (Connection connection = Connections.toWrite(copy.path(), false);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA schema_version");
        } catch (SQLException e) {
            // It is damaged also when that is done.
            if (!JdbcErrors.isDamage(e)) {
                throw JdbcErrors.of(e, Attempt.to("store.tried.open"), copy.name());
            }
        }
    }
}
