package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a log holds that lies beside a database whose end is missing, before both are made one. Stateless.
final class SalvagedLog {
    private SalvagedLog() {}

    /// @param copy with its log beside it
    static LogReport report(PrivateCopy copy, DatabaseHeader header, Cancellation cancellation) throws IOException {
        LogReader.Content log = LogReader.Content.of(copy, cancellation);
        Set<Long> only = all(log.entries().values());
        Set<Long> lost = all(log.lostEntries().values());
        lost.removeAll(only);
        try (FileChannel database = FileChannel.open(copy.file().path(), StandardOpenOption.READ)) {
            new LeafPages(database, header)
                    .visit(
                            (number, row) -> {
                                if (Salvage.isEntry(row)) {
                                    long seq = number.numbering() == Numbering.AT_EDGE
                                            ? number.stored()
                                            : number.byPlace();
                                    only.remove(seq);
                                    lost.remove(seq);
                                }
                            },
                            Progress.NONE,
                            cancellation);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return log.report(bitmap(only), bitmap(lost));
    }

    private static Set<Long> all(Collection<List<Long>> pages) {
        Set<Long> seqs = new TreeSet<>();
        pages.forEach(seqs::addAll);
        return seqs;
    }

    private static SeqBitmap bitmap(Set<Long> seqs) {
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        seqs.forEach(found::add);
        return found.build();
    }
}
