package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows in the pages of a database file that is damaged, found without the tables' trees: SQLite itself gets at a
/// row only through the pages above it, and the page on which all the others hang is often the last one of the file.
/// Reads SQLite's file format as sqlite.org/fileformat2.html has it. Used by one thread.
final class LeafPages {
    private static final byte TABLE_LEAF = 0x0D;
    private static final int HEADER = 100;
    /// As many as the trees of an empty journal take, and some more.
    /// In bytes.
    private static final long BEGIN = 1 << 18;

    /// Told of each row; rows of all tables, in the order of the file.
    @FunctionalInterface
    interface Visitor {
        void row(RowNumber number, StoredRecord columns) throws SQLException;
    }

    private final FileChannel channel;
    private final int pageSize;
    private final int usable;
    private final long pages;
    private final Charset charset;
    private final Set<Long> free = new HashSet<>();
    /// How many more overflow pages are read: a page belongs to one row, so more than all of them is a file that lies.
    private long overflowLeft;

    LeafPages(FileChannel channel, DatabaseHeader header) throws IOException {
        this.channel = channel;
        this.pageSize = header.pageSize();
        this.pages = channel.size() / pageSize;
        this.overflowLeft = 2 * pages;
        ByteBuffer first = header.supposed() || pages == 0 ? ByteBuffer.allocate(HEADER) : page(1);
        this.usable = pageSize - Byte.toUnsignedInt(first.get(20));
        this.charset = charset(first);
        collectFree(Integer.toUnsignedLong(first.getInt(32)));
        if (free.size() != Integer.toUnsignedLong(first.getInt(36))) {
            // Rather a row that was deleted than none that was not.
            free.clear();
        }
    }

    /// The one that the header tells, unless the declarations of the tables on the same page tell another.
    private static Charset charset(ByteBuffer first) {
        if (new String(first.array(), StandardCharsets.ISO_8859_1).contains("CREATE TABLE")) {
            return StandardCharsets.UTF_8;
        }
        return switch (first.getInt(56)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /// How many such rows there are in the first pages: in a journal, some of them are of entries.
    long countAtBegin(Predicate<StoredRecord> wanted) throws IOException {
        long[] found = {0};
        try {
            for (long number = 2; number <= Math.min(pages, BEGIN / pageSize); number++) {
                visit(page(number), 0, (rowNumber, row) -> found[0] += wanted.test(row) ? 1 : 0);
            }
        } catch (SQLException nobodyAsksADatabase) {
            throw new IllegalStateException(nobodyAsksADatabase);
        }
        return found[0];
    }

    void visit(Visitor visitor, Progress progress, Cancellation cancellation) throws IOException, SQLException {
        for (long number = 1; number <= pages; number++) {
            if (!free.contains(number)) {
                visit(page(number), number == 1 ? HEADER : 0, visitor);
            }
            if (number % 256 == 0) {
                cancellation.check();
                progress.report(number, pages);
            }
        }
    }

    private void visit(ByteBuffer page, int start, Visitor visitor) throws IOException, SQLException {
        if (page.get(start) != TABLE_LEAF) {
            return;
        }
        int cells = Math.min(Short.toUnsignedInt(page.getShort(start + 3)), (pageSize - start - 8) / 2);
        List<Optional<Row>> rows = new ArrayList<>(cells);
        for (int cell = 0; cell < cells; cell++) {
            // As SQLite does, which looks at no bit more.
            int at = page.getShort(start + 8 + 2 * cell) & (pageSize - 1);
            boolean leads = at >= start + 8 && at < usable;
            rows.add(leads ? row(page.duplicate().position(at)) : Optional.empty());
        }
        RowNumbers numbers =
                RowNumbers.of(rows.stream().map(row -> row.map(Row::id)).toList());
        // Where several places lead to one row, it is at none of them but where it is in order.
        Set<Integer> inOrder = IntStream.range(0, cells)
                .filter(cell -> numbers.number(cell).numbering() == Numbering.IN_ORDER)
                .mapToObj(cell -> rows.get(cell).orElseThrow().at())
                .collect(Collectors.toSet());
        for (int cell = 0; cell < cells; cell++) {
            Row row = rows.get(cell).orElse(null);
            RowNumber number = numbers.number(cell);
            if (row != null && (number.numbering() == Numbering.IN_ORDER || !inOrder.contains(row.at()))) {
                visitor.row(number, row.columns());
            }
        }
    }

    /// @param at where it begins in its page
    private record Row(int at, long id, StoredRecord columns) {}

    private Optional<Row> row(ByteBuffer cell) throws IOException {
        int at = cell.position();
        try {
            long size = StoredRecord.varint(cell);
            long rowId = StoredRecord.varint(cell);
            if (size <= 0 || size > Math.min(Integer.MAX_VALUE - 8, pages * pageSize)) {
                return Optional.empty();
            }
            return Optional.of(new Row(at, rowId, StoredRecord.read(payload(cell, (int) size), charset)));
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            // What lies there is no row, or not a whole one.
            return Optional.empty();
        }
    }

    /// The payload with what of it lies in overflow pages.
    private ByteBuffer payload(ByteBuffer cell, int size) throws IOException {
        int most = usable - 35;
        int local = size;
        if (size > most) {
            int least = (usable - 12) * 32 / 255 - 23;
            int wanted = least + (size - least) % (usable - 4);
            local = wanted <= most ? wanted : least;
        }
        if ((size - local) / (usable - 4) > overflowLeft) {
            throw new IllegalArgumentException("The rows share their overflow pages");
        }
        byte[] bytes = new byte[size];
        cell.get(bytes, 0, local);
        long next = local < size ? Integer.toUnsignedLong(cell.getInt()) : 0;
        for (int done = local; done < size; ) {
            if (next < 1 || next > pages) {
                throw new IllegalArgumentException("The overflow page " + next + " is not there");
            }
            if (--overflowLeft < 0) {
                throw new IllegalArgumentException("The rows share their overflow pages");
            }
            ByteBuffer page = page(next);
            next = Integer.toUnsignedLong(page.getInt(0));
            int part = Math.min(size - done, usable - 4);
            page.get(4, bytes, done, part);
            done += part;
        }
        return ByteBuffer.wrap(bytes);
    }

    /// What was deleted is not found again, as far as the list of free pages can be followed.
    private void collectFree(long firstTrunk) throws IOException {
        for (long trunk = firstTrunk; trunk >= 1 && trunk <= pages && free.add(trunk); ) {
            ByteBuffer page = page(trunk);
            trunk = Integer.toUnsignedLong(page.getInt(0));
            int leaves = Math.clamp(Integer.toUnsignedLong(page.getInt(4)), 0, usable / 4 - 2);
            for (int leaf = 0; leaf < leaves; leaf++) {
                free.add(Integer.toUnsignedLong(page.getInt(8 + 4 * leaf)));
            }
        }
    }

    private ByteBuffer page(long number) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(pageSize);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, (number - 1) * pageSize + bytes.position()) < 0) {
                throw new IOException("The file ends within page " + number);
            }
        }
        return bytes.flip();
    }
}
