package clasp.journal.store.sqlite;

/// Numbers in a page. Stateless.
final class Bytes {
    private Bytes() {}

    static int unsigned16(byte[] page, int at) {
        return (page[at] & 0xFF) << 8 | page[at + 1] & 0xFF;
    }

    static long unsigned32(byte[] page, int at) {
        return (long) unsigned16(page, at) << 16 | unsigned16(page, at + 2);
    }

    /// A signed number of so many bytes, at least one.
    static long signed(byte[] page, int at, int length) {
        long value = page[at];
        for (int i = at + 1; i < at + length; i++) {
            value = value << 8 | page[i] & 0xFF;
        }
        return value;
    }

    /// A number in SQLite's variable length: 7 bits a byte, a ninth byte gives all of its bits.
    static long varint(byte[] page, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = page[at + i];
            value = value << 7 | next & 0x7F;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | page[at + 8] & 0xFF;
    }

    /// How many bytes the number there takes.
    static int varintLength(byte[] page, int at) {
        int length = 1;
        while (length < 9 && page[at + length - 1] < 0) {
            length++;
        }
        return length;
    }
}
