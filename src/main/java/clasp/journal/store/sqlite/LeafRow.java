package clasp.journal.store.sqlite;

import clasp.journal.model.ClaspReading;
import clasp.journal.store.EntryGlance;
import clasp.journal.store.TextBytes;
import org.jspecify.annotations.Nullable;

/// A row of CLASP's table as it stands in a leaf page. Only rows that are exactly as CLASP writes them are
/// taken: whole in their page, with integers and texts where they belong. Used by one thread, for one row
/// after another.
final class LeafRow implements EntryGlance {
    private static final int COLUMNS = 8;
    private static final int TIMESTAMP = 1;
    private static final int AUTHOR = 2;
    private static final int ADDRESS = 3;
    private static final int SIGNAL_TYPE = 4;
    private static final int VALUE = 5;
    private static final int REVISION = 6;
    private static final int MSG_TYPE = 7;

    /// One address takes about so many bytes of the heap.
    private static final int ADDRESS_BYTES = 128;

    private static final int MOST_ADDRESSES =
            Integer.highestOneBit(Math.clamp(Runtime.getRuntime().maxMemory() / 8 / ADDRESS_BYTES, 1 << 16, 1 << 21));

    private final Pools pools;
    private final TextBytes addressBytes = new TextBytes();
    private final long[] types = new long[COLUMNS];
    private final int[] begins = new int[COLUMNS + 1];
    private byte[] page = new byte[0];
    private long seq;
    private boolean whole;

    /// The texts that rows have in common. Used by one thread.
    record Pools(TextPool names, TextPool addresses) {
        Pools() {
            this(new TextPool(1 << 6, 1 << 12), new TextPool(1 << 6, MOST_ADDRESSES));
        }
    }

    LeafRow(Pools pools) {
        this.pools = pools;
    }

    /// The number of rows in a leaf.
    static int rows(byte[] leaf) {
        return Bytes.unsigned16(leaf, 3);
    }

    static long seq(byte[] leaf, int row) {
        int at = Bytes.unsigned16(leaf, 8 + 2 * row);
        return Bytes.varint(leaf, at + Bytes.varintLength(leaf, at));
    }

    /// Whether the rows are in the order of their seqs, as they are where none of these is damaged.
    static boolean ascend(byte[] leaf) {
        int rows = rows(leaf);
        long before = rows == 0 ? 0 : seq(leaf, 0);
        for (int row = 1; row < rows; row++) {
            long seq = seq(leaf, row);
            if (before >= seq) {
                return false;
            }
            before = seq;
        }
        return true;
    }

    /// Whether a row has the columns of an entry; those of other tables have not.
    static boolean isEntry(byte[] leaf, int row) {
        int at = Bytes.unsigned16(leaf, 8 + 2 * row);
        at += Bytes.varintLength(leaf, at);
        at += Bytes.varintLength(leaf, at);
        int end = at + (int) Math.min(Bytes.varint(leaf, at), leaf.length - at);
        at += Bytes.varintLength(leaf, at);
        int column = 0;
        for (; at < end; column++) {
            long type = Bytes.varint(leaf, at);
            boolean text = type >= 13 && type % 2 == 1;
            if (column == 0 && type != 0 || column >= AUTHOR && column <= VALUE && !text) {
                return false;
            }
            at += Bytes.varintLength(leaf, at);
        }
        return column >= COLUMNS;
    }

    /// Moves to a row.
    ///
    /// @param usable how many bytes of a page SQLite uses
    /// @throws IndexOutOfBoundsException when the page is no leaf as it should be
    void take(byte[] leaf, int row, int usable) {
        page = leaf;
        int at = Bytes.unsigned16(leaf, 8 + 2 * row);
        long size = Bytes.varint(leaf, at);
        at += Bytes.varintLength(leaf, at);
        seq = Bytes.varint(leaf, at);
        at += Bytes.varintLength(leaf, at);
        addressBytes.set(page, 0, 0);
        whole = size <= usable - 35 && at + size <= usable && columns(at, at + (int) size) && texts();
    }

    /// Whether the row it moved to is one that can be told from here; nothing but the seq is known of others.
    boolean isWhole() {
        return whole;
    }

    private boolean columns(int begin, int end) {
        int types = begin + Bytes.varintLength(page, begin);
        long headerSize = Bytes.varint(page, begin);
        if (headerSize > end - begin) {
            return false;
        }
        int headerEnd = begin + (int) headerSize;
        int body = headerEnd;
        for (int column = 0; column < COLUMNS; column++) {
            if (types >= headerEnd) {
                return false;
            }
            long type = Bytes.varint(page, types);
            types += Bytes.varintLength(page, types);
            long length = length(type);
            if (length > end - body) {
                return false;
            }
            this.types[column] = type;
            begins[column] = body;
            body += (int) length;
        }
        begins[COLUMNS] = body;
        return isInteger(TIMESTAMP)
                && isText(AUTHOR)
                && isText(ADDRESS)
                && isText(SIGNAL_TYPE)
                && isText(VALUE)
                && (types(REVISION) == 0 || isInteger(REVISION))
                && isInteger(MSG_TYPE);
    }

    private boolean texts() {
        addressBytes.set(page, begins[ADDRESS], begins[ADDRESS + 1]);
        // They stand one behind the other.
        boolean plain = TextBytes.isAscii(page, begins[AUTHOR], begins[SIGNAL_TYPE + 1]);
        return (plain || isPlain(AUTHOR) && isPlain(ADDRESS) && isPlain(SIGNAL_TYPE))
                && (plainValue() || isPlain(VALUE));
    }

    private static long length(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0;
        };
    }

    private long types(int column) {
        return types[column];
    }

    private boolean isInteger(int column) {
        long type = types[column];
        return type >= 1 && type <= 6 || type == 8 || type == 9;
    }

    private boolean isText(int column) {
        return types[column] >= 13 && types[column] % 2 == 1;
    }

    private long integer(int column) {
        if (types[column] == 8 || types[column] == 9) {
            return types[column] - 8;
        }
        return Bytes.signed(page, begins[column], begins[column + 1] - begins[column]);
    }

    @Override
    public long seq() {
        return seq;
    }

    @Override
    public long timestampMicros() {
        return integer(TIMESTAMP);
    }

    @Override
    public String author() {
        return text(pools.names(), AUTHOR);
    }

    @Override
    public String address() {
        return text(pools.addresses(), ADDRESS);
    }

    @Override
    public TextBytes addressBytes() {
        return addressBytes;
    }

    @Override
    public String signalType() {
        return text(pools.names(), SIGNAL_TYPE);
    }

    @Override
    public @Nullable Long revision() {
        return types[REVISION] == 0 ? null : Long.valueOf(integer(REVISION));
    }

    @Override
    public long msgType() {
        return integer(MSG_TYPE);
    }

    @Override
    public boolean plainValue() {
        return ClaspReading.isPlain(page, begins[VALUE], begins[VALUE + 1]);
    }

    @Override
    public String valueJson() {
        return TextPool.decoded(page, begins[VALUE], begins[VALUE + 1]);
    }

    /// Whether a text is plain UTF-8, so that SQLite need not say what it reads as.
    private boolean isPlain(int column) {
        return TextPool.isPlain(page, begins[column], begins[column + 1]);
    }

    private String text(TextPool pool, int column) {
        return pool.text(page, begins[column], begins[column + 1]);
    }
}
