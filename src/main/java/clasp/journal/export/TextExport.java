package clasp.journal.export;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/// Streams entries as text. The memory it needs grows with the longest entry, not with their number. Stateless.
public final class TextExport {
    private TextExport() {}

    /// As the other one, told of the entries written only.
    public static long write(
            Selection selection,
            ExportFormat.Text format,
            OutputStream target,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        return write(selection, format, target, ExportProgress.writing(progress), cancellation);
    }

    /// Writes the selection and flushes; the stream stays open.
    ///
    /// @return how many entries were written
    /// @throws IOException when the stream cannot take it
    public static long write(
            Selection selection,
            ExportFormat.Text format,
            OutputStream target,
            ExportProgress progress,
            Cancellation cancellation)
            throws IOException {
        if (selection.limit() == 0) {
            return new Run(lines(format, new FlatColumns()), target, progress.writing()).finish();
        }
        FlatColumns flat = new FlatColumns();
        if (format instanceof ExportFormat.Csv csv && csv.options().flattens()) {
            Ticks ticks = new Ticks(progress.finding(), -1);
            AtomicLong read = new AtomicLong();
            new Limit(selection.limit())
                    .scan(
                            selection,
                            entry -> {
                                flat.learn(entry);
                                ticks.done(read.incrementAndGet());
                            },
                            cancellation);
            ticks.finished(read.get());
        }
        Run run = new Run(lines(format, flat), target, progress.writing());
        try {
            new Limit(selection.limit()).scan(selection, run, cancellation);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (JournalException e) {
            // What could be read is not held back.
            run.flush();
            throw e;
        }
        return run.finish();
    }

    static EntryLines lines(ExportFormat.Text format, FlatColumns flat) {
        return switch (format) {
            case ExportFormat.Csv csv -> new CsvEntryLines(csv.options(), flat);
            case ExportFormat.JsonLines _ -> new JsonEntryLines();
        };
    }

    @FunctionalInterface
    private interface Taker {
        void take(Entry entry);
    }

    /// Ends a scan after so many entries.
    private static final class Limit {
        private long left;

        Limit(long entries) {
            left = entries;
        }

        void scan(Selection selection, Taker taker, Cancellation cancellation) {
            selection
                    .journal()
                    .scan(
                            selection.filter(),
                            selection.range(),
                            entry -> {
                                taker.take(entry);
                                return --left > 0;
                            },
                            cancellation);
        }
    }

    private static final class Run implements Taker {
        private final EntryLines lines;
        private final Utf8Output out;
        private final Ticks ticks;
        private long written;

        Run(EntryLines lines, OutputStream target, Progress progress) throws IOException {
            this.lines = lines;
            out = new Utf8Output(target);
            ticks = new Ticks(progress, -1);
            lines.header(out);
        }

        @Override
        public void take(Entry entry) {
            try {
                lines.entry(entry, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ticks.done(++written);
        }

        void flush() throws IOException {
            out.flush();
        }

        long finish() throws IOException {
            flush();
            ticks.finished(written);
            return written;
        }
    }
}
