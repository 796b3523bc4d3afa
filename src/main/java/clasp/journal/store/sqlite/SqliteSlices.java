package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.SliceWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// Writes journal slices. What comes from an SQLite file is copied inside of SQLite, with the types in which it is
/// stored; entries from elsewhere are written as they are read and have no HMAC. Thread-safe.
public final class SqliteSlices implements SliceWriter {
    private static final int ENTRIES_PER_REPORT = 1 << 14;

    @Override
    public long write(Selection selection, Path file, Progress progress, Cancellation cancellation) {
        return selection.journal() instanceof SqliteReader reader
                ? new SliceCopy(reader.source(), selection, progress, cancellation).write(file)
                : writeScanned(selection, file, progress, cancellation);
    }

    private static long writeScanned(Selection selection, Path file, Progress progress, Cancellation cancellation) {
        AtomicLong written = new AtomicLong();
        try (SqliteBulkWriter writer = SqliteBulkWriter.create(file)) {
            if (selection.limit() > 0) {
                selection
                        .journal()
                        .scan(
                                selection.filter(),
                                selection.range(),
                                entry -> {
                                    writer.append(entry);
                                    long count = written.incrementAndGet();
                                    if (count % ENTRIES_PER_REPORT == 0) {
                                        progress.report(count, -1);
                                    }
                                    return count < selection.limit();
                                },
                                cancellation);
            }
            writer.finish(cancellation);
        }
        return written.get();
    }
}
