package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Finds the seqs that several indexes list, from the pages of the file itself, past SQLite, as long as nobody writes
/// to
/// it: of millions of seqs each costs a fifth of what SQLite takes to tell it. Thread-safe.
final class IndexMeetings {
    private static final Attempt TRIED = Attempt.to("store.tried.entries");
    private static final int PAGES = 256;

    private final SqliteSource source;
    private final int pagesAtOnce;

    IndexMeetings(SqliteSource source) {
        this(source, PAGES);
    }

    /// For tests, whose indexes are small.
    IndexMeetings(SqliteSource source, int pagesAtOnce) {
        this.source = source;
        this.pagesAtOnce = pagesAtOnce;
    }

    /// Entries of an index.
    ///
    /// @param usable how many bytes of a page SQLite uses
    private record Portion(IndexTree.Found found, int usable) {}

    /// The seqs within the range that all parts list, and perhaps others; empty when the pages cannot be read.
    Optional<SeqBitmap> find(List<IndexedPart> parts, SeqRange within, Cancellation cancellation) {
        @Nullable SeqBitmap common = null;
        for (IndexedPart part : parts) {
            SeqBitmap among = common;
            LongPredicate wanted = seq -> within.contains(seq) && (among == null || among.contains(seq));
            List<Optional<SeqBitmap>> found = Segments.map(
                    Segments.pieces(stretches(part, within, cancellation), Segments.AT_ONCE),
                    stretches -> seqs(part, stretches, wanted, cancellation),
                    piece -> {},
                    cancellation);
            if (found.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            common = found.stream().flatMap(Optional::stream).reduce(SeqBitmap.EMPTY, SeqBitmap::or);
            if (common.isEmpty()) {
                break;
            }
        }
        return Optional.ofNullable(common);
    }

    private Optional<SeqBitmap> seqs(
            IndexedPart part, List<IndexStretch> stretches, LongPredicate wanted, Cancellation cancellation) {
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        Deque<IndexStretch> left = new ArrayDeque<>(stretches);
        try {
            while (!left.isEmpty()) {
                cancellation.check();
                Optional<Portion> portion = portion(part.index(), left, cancellation);
                if (portion.isEmpty()) {
                    return Optional.empty();
                }
                add(portion.get(), left, wanted, found);
            }
        } catch (IOException | IndexOutOfBoundsException notAsItShouldBe) {
            // SQLite tells what is wrong, and where.
            return Optional.empty();
        }
        return Optional.of(found.build());
    }

    /// @param left what is done goes from it
    private static void add(Portion portion, Deque<IndexStretch> left, LongPredicate wanted, SeqBitmapBuilder seqs)
            throws IOException {
        IndexTree.Found found = portion.found();
        IndexCell cell = new IndexCell(portion.usable());
        for (IndexTree.Run run : found.runs()) {
            for (int i = run.begin(); i < run.end(); i++) {
                cell.take(run.page(), i);
                if (wanted.test(cell.seq())) {
                    seqs.add(cell.seq());
                }
            }
        }
        for (int i = 0; i < found.finished(); i++) {
            left.remove();
        }
        if (found.begun()) {
            IndexStretch begun = left.remove();
            // In a damaged tree the same pages would come without end.
            if (cell.compareTo(begun.from()) < 0) {
                throw new IOException("The index does not go on behind its entries");
            }
            left.addFirst(begun.after(cell.key()));
        }
    }

    /// Enough of them for all processors, where the index can be cut.
    private List<IndexStretch> stretches(IndexedPart part, SeqRange within, Cancellation cancellation) {
        List<IndexStretch> stretches = part.stretches(within);
        return stretches.size() != 1
                ? stretches
                : pages(part.index(), cancellation, (tree, root) -> tree.cut(root, stretches.getFirst()))
                        .orElse(stretches);
    }

    private Optional<Portion> portion(String index, Deque<IndexStretch> stretches, Cancellation cancellation) {
        return pages(
                index,
                cancellation,
                (tree, root) -> new Portion(tree.find(root, stretches, pagesAtOnce), tree.usable()));
    }

    /// Looks into an index.
    @FunctionalInterface
    private interface Look<T> {
        T into(IndexTree tree, long root) throws IOException;
    }

    /// Empty when its pages cannot be read from the file itself.
    private <T> Optional<T> pages(String index, Cancellation cancellation, Look<T> look) {
        return source.readAs(TRIED, cancellation, (access, connection) -> {
            Long root = connection.schema().asClaspDeclares() ? root(connection, index) : null;
            // Beside a log that would have to be read again for each portion, SQLite is faster.
            if (root == null || !(access instanceof Access.Immutable) || access.cutOff()) {
                return Optional.empty();
            }
            try {
                return Optional.of(source.aside(access, pages -> look.into(new IndexTree(pages), root)));
            } catch (IOException | IndexOutOfBoundsException notAsItShouldBe) {
                // SQLite tells what is wrong, and where.
                return Optional.empty();
            }
        });
    }

    private static @Nullable Long root(StoppableConnection connection, String index) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT rootpage FROM sqlite_schema WHERE type = 'index'"
                + " AND '\"' || replace(name, '\"', '\"\"') || '\"' = ?");
        statement.setString(1, index);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? (Long) row.getLong(1) : null;
        }
    }
}
