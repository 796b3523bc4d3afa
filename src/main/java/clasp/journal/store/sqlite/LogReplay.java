package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// A copy of a database whose end is missing, and of its log: SQLite reads neither then. The log's pages are put where
/// they belong, as a checkpoint would, so that what both hold can be salvaged.
///
/// @param file the copy
/// @param pages how many pages the database had with its log
/// @param missing how many of them neither holds
record LogReplay(JournalFile file, long pages, long missing) {
    /// Looks at the log only when pages are missing, or when it is to be applied anyway.
    static LogReplay examine(JournalFile file, DatabaseHeader header, boolean applied, Cancellation cancellation)
            throws IOException {
        if (header.missingPages() == 0 && !applied) {
            return new LogReplay(file, header.pages(), 0);
        }
        try (WalPages log = WalPages.open(file.wal(), cancellation)) {
            if (log.databasePages() == 0) {
                return new LogReplay(file, header.pages(), header.missingPages());
            }
            long held = Files.size(file.path()) / header.pageSize();
            long pages = log.databasePages();
            long inLog = log.numbers().stream()
                    .filter(page -> page > held && page <= pages)
                    .count();
            return new LogReplay(file, pages, Math.max(0, pages - held - inLog));
        }
    }

    /// Makes one file of both; the copy of the log is gone then.
    void apply(DatabaseHeader header, Cancellation cancellation) throws IOException {
        try (WalPages log = WalPages.open(file.wal(), cancellation);
                FileChannel database = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            // The rest of a page that was cut through would become zeros, and its rows false ones.
            database.truncate(database.size() / header.pageSize() * header.pageSize());
            for (long number : log.numbers()) {
                cancellation.check();
                byte[] page = log.page(number);
                if (page != null && page.length == header.pageSize() && number >= 1 && number <= pages) {
                    ByteBuffer bytes = ByteBuffer.wrap(page);
                    while (bytes.hasRemaining()) {
                        database.write(bytes, (number - 1) * page.length + bytes.position());
                    }
                }
            }
        }
        Files.delete(file.wal());
    }
}
