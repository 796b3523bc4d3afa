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
