package clasp.journal.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// SQLite's running checksum over pairs of 32-bit words. Confined to one reading.
final class WalChecksum {
    private final ByteOrder order;
    private int first;
    private int second;

    WalChecksum(ByteOrder order) {
        this(order, 0);
    }

    WalChecksum(ByteOrder order, long value) {
        this.order = order;
        first = (int) (value >>> 32);
        second = (int) value;
    }

    void add(ByteBuffer bytes, int from, int count) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int i = from; i < from + count; i += 8) {
            first += words.getInt(i) + second;
            second += words.getInt(i + 4) + first;
        }
    }

    long value() {
        return (long) first << 32 | Integer.toUnsignedLong(second);
    }

    boolean is(long stored) {
        return stored == value();
    }
}
