package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the write-ahead log of a journal that its writer did not close, frame by frame, as SQLite says
/// neither what only the log holds nor what it cannot read of it. Thread-safe.
final class LogReader {
    private static final int MOST_RANGES = 1_000;

    private final SqliteSource source;

    LogReader(SqliteSource source) {
        this.source = source;
    }

    Optional<LogReport> report(Cancellation cancellation) {
        return source.readAs(Attempt.to("store.tried.log"), cancellation, (access, connection) -> {
            if (access instanceof Access.Live) {
                return new OpenLog(source.file()).report(cancellation);
            }
            if (access.log().isPresent() || !(access instanceof Access.Copied copied) || copied.frames() < 0) {
                return access.log();
            }
            Long root = connection.schema().asClaspDeclares()
                    ? StateReader.orNull(
                            connection,
                            "SELECT rootpage FROM sqlite_schema WHERE name = 'journal_entries' AND type = 'table'")
                    : null;
            Long latest = StateReader.orNull(connection, "SELECT max(seq) FROM journal_entries");
            try {
                Content log = Content.of(copied.copy(), cancellation);
                return Optional.of(
                        log.report(withoutLog(copied, root, log.entries()), above(latest, log.lostEntries())));
            } catch (IOException | IndexOutOfBoundsException e) {
                throw new JournalException(
                        CoreTexts.text("store.logUnread", source.file().name()), e);
            }
        });
    }

    /// Those seqs that are not in the database without its log.
    private static SeqBitmap withoutLog(Access.Copied access, @Nullable Long root, Map<Long, List<Long>> entries) {
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        try (PageFile pages = PageFile.open(access.database(), WalPages.none())) {
            long latest = root == null ? 0 : latest(pages, root);
            for (var page : entries.entrySet()) {
                List<Long> there = rows(pageOrNull(pages, page.getKey()));
                page.getValue().stream()
                        .filter(seq -> seq > latest && !there.contains(seq))
                        .forEach(found::add);
            }
        } catch (IOException noDatabaseYet) {
            // Its first page is in the log as well.
            entries.values().forEach(seqs -> seqs.forEach(found::add));
        }
        return found.build();
    }

    /// The highest seq of the table; 0 when the table is not there yet.
    private static long latest(PageFile pages, long root) {
        try {
            byte[] leaf = new TableLeaves(pages)
                    .from(root, Long.MAX_VALUE, Long.MAX_VALUE, 1)
                    .getFirst();
            int rows = LeafRow.rows(leaf);
            return rows == 0 ? 0 : LeafRow.seq(leaf, rows - 1);
        } catch (IOException | IndexOutOfBoundsException notThereYet) {
            return 0;
        }
    }

    private static byte @Nullable [] pageOrNull(PageFile pages, long number) {
        try {
            return pages.page(number);
        } catch (IOException beyondItsEnd) {
            return null;
        }
    }

    private static List<Long> rows(byte @Nullable [] page) {
        List<Long> seqs = new ArrayList<>();
        try {
            if (page != null && (page[0] & 0xFF) == TableLeaves.LEAF) {
                for (int row = 0; row < LeafRow.rows(page); row++) {
                    if (LeafRow.isEntry(page, row)) {
                        seqs.add(LeafRow.seq(page, row));
                    }
                }
            }
        } catch (IndexOutOfBoundsException noSoundPage) {
            // What was found before stands.
            return seqs;
        }
        return seqs;
    }

    private static SeqBitmap above(@Nullable Long latest, Map<Long, List<Long>> entries) {
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        entries.values()
                .forEach(seqs -> seqs.stream()
                        .filter(seq -> latest == null || seq > latest)
                        .forEach(found::add));
        return found.build();
    }

    private static List<SeqRange> ranges(SeqBitmap seqs) {
        List<SeqRange> ranges = new ArrayList<>();
        long[] open = new long[2];
        seqs.forEach(seq -> {
            if (open[0] != 0 && seq == open[1] + 1) {
                open[1] = seq;
                return true;
            }
            if (open[0] != 0) {
                ranges.add(new SeqRange(open[0], open[1]));
            }
            open[0] = seq;
            open[1] = seq;
            return ranges.size() < MOST_RANGES;
        });
        if (open[0] != 0 && ranges.size() < MOST_RANGES) {
            ranges.add(new SeqRange(open[0], open[1]));
        }
        return ranges;
    }

    /// What the frames of a log hold, page by page: the entries of the newest committed state of each.
    /// Confined to one reading.
    static final class Content {
        private final Map<Long, List<Long>> entries = new HashMap<>();
        private final Map<Long, List<Long>> lostEntries = new HashMap<>();
        private final Map<Long, List<Long>> open = new HashMap<>();
        private WalFile file = new WalFile(0, LogDamage.NONE);

        /// Looks at a log.
        @FunctionalInterface
        interface Examination {
            WalFile examine(WalFrames.Visitor visitor) throws IOException;
        }

        /// @param copy with its log beside it
        static Content of(PrivateCopy copy, Cancellation cancellation) throws IOException {
            return of(visitor -> copy.examineLog(visitor, cancellation));
        }

        static Content of(Examination log) throws IOException {
            Content content = new Content();
            content.file = log.examine(content::take);
            return content;
        }

        WalFile file() {
            return file;
        }

        /// The seqs in what is whole and committed that are higher than that of the latest entry which is read.
        List<SeqRange> lostAfter(long latest) {
            Map<Long, List<Long>> all = new HashMap<>(entries);
            lostEntries.forEach((page, seqs) -> all.merge(
                    page,
                    seqs,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
            return ranges(above(latest, all));
        }

        LogReport report(SeqBitmap only, SeqBitmap lost) {
            return new LogReport(file.frames(), only.size(), ranges(only), file.damage(), lost.size(), ranges(lost));
        }

        private void take(WalFrames.Frame frame) {
            if (frame.whole()) {
                open.put(frame.page(), rows(frame.content()));
            }
            if (frame.commits()) {
                (frame.intact() ? entries : lostEntries).putAll(open);
                open.clear();
            }
        }

        Map<Long, List<Long>> entries() {
            return entries;
        }

        Map<Long, List<Long>> lostEntries() {
            return lostEntries;
        }
    }
}
