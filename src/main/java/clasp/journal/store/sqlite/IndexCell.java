package clasp.journal.store.sqlite;

import java.io.IOException;
import java.util.Arrays;

/// An entry of an index on one text column as it stands in a page of the index's tree. Only what is as SQLite writes it
/// for CLASP's tables is taken: a text and a seq, whole in their page. Used by one thread, for one entry after another.
final class IndexCell {
    static final int LEAF = 0x0A;
    static final int INTERIOR = 0x02;

    private final int usable;
    private byte[] page = new byte[0];
    private int text;
    private int end;
    private long seq;

    /// @param usable how many bytes of a page SQLite uses
    IndexCell(int usable) {
        this.usable = usable;
    }

    /// How many entries stand in the page itself.
    static int cells(byte[] page) throws IOException {
        int cells = Bytes.unsigned16(page, 3);
        if (pointers(page) + 2 * cells > page.length) {
            throw new IOException("A page of the index has more entries than it can have");
        }
        return cells;
    }

    private static int pointers(byte[] page) {
        return page[0] == LEAF ? 8 : 12;
    }

    /// Where the entry stands in the page.
    static int place(byte[] page, int cell) throws IOException {
        int place = Bytes.unsigned16(page, pointers(page) + 2 * cell);
        if (place < pointers(page) || place + 4 > page.length) {
            throw new IOException("An entry of the index lies outside of its page");
        }
        return place;
    }

    /// Moves to an entry.
    ///
    /// @throws IOException when it is not as it should be
    /// @throws IndexOutOfBoundsException likewise
    void take(byte[] of, int cell) throws IOException {
        page = of;
        int at = place(of, cell) + (of[0] == INTERIOR ? 4 : 0);
        long size = Bytes.varint(of, at);
        at += Bytes.varintLength(of, at);
        // More than that does not stand in the page alone.
        if (size > (usable - 12) * 64 / 255 - 23 || at + size > usable) {
            throw new IOException("An entry of the index is not whole in its page");
        }
        int types = at + 1;
        long textType = Bytes.varint(of, types);
        types += Bytes.varintLength(of, types);
        int seqType = of[types];
        if (of[at] != types + 1 - at || textType < 13 || textType % 2 == 0) {
            throw new IOException("An entry of the index is no text with a seq");
        }
        text = types + 1;
        end = text + (int) Math.min((textType - 13) / 2, size);
        int length = integerLength(seqType);
        if (end + length != at + size) {
            throw new IOException("An entry of the index is longer or shorter than it says");
        }
        seq = length == 0 ? seqType - 8 : Bytes.signed(of, end, length);
    }

    private static int integerLength(int type) throws IOException {
        return switch (type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6 -> 8;
            case 8, 9 -> 0;
            default -> throw new IOException("A seq in the index is no integer");
        };
    }

    long seq() {
        return seq;
    }

    /// As [Comparable#compareTo].
    int compareTo(IndexStretch.Key key) {
        int texts = Arrays.compareUnsigned(page, text, end, key.text(), 0, key.text().length);
        return texts != 0 ? texts : Long.compare(seq, key.seq());
    }

    IndexStretch.Key key() {
        return new IndexStretch.Key(Arrays.copyOfRange(page, text, end), seq);
    }
}
