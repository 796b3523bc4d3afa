package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.FileReason;
import clasp.journal.store.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;

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
}
