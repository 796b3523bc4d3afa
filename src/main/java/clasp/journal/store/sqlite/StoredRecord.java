package clasp.journal.store.sqlite;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row in SQLite's record format. Immutable.
///
/// @param columns a `Long`, `Double`, `String`, `byte[]` or null each; null also for the column that is the row's id
/// @param whole whether none of them is lost
record StoredRecord(List<@Nullable Object> columns, boolean whole) {
    /// A column that is not whole or is none is null, and so are those behind it, whose places are not known then.
    ///
    /// @throws BufferUnderflowException when not even its columns can be told
    /// @throws IllegalArgumentException when it is no record
    static StoredRecord read(ByteBuffer payload, Charset charset) {
        long headerSize = varint(payload);
        if (headerSize < 1 || headerSize > payload.limit()) {
            throw new IllegalArgumentException("No header of " + headerSize + " bytes");
        }
        // As in SQLite, the last of them may end behind the header.
        ByteBuffer types = payload.duplicate();
        payload.position((int) headerSize);
        List<@Nullable Object> columns = new ArrayList<>();
        boolean whole = true;
        while (types.position() < headerSize) {
            long type = varint(types);
            whole = whole && isWhole(type, payload);
            columns.add(whole ? column(type, payload, charset) : null);
        }
        return new StoredRecord(columns, whole);
    }

    private static boolean isWhole(long type, ByteBuffer body) {
        return length(type) <= body.remaining();
    }

    /// In bytes; that of types that SQLite keeps for itself is 0, that of negative ones greater than any.
    private static long length(long type) {
        if (type < 0) {
            return Long.MAX_VALUE;
        }
        return switch ((int) Math.min(type, 12)) {
            case 0, 8, 9, 10, 11 -> 0;
            case 5 -> 6;
            case 6, 7 -> 8;
            case 12 -> (type - 12) / 2;
            default -> type;
        };
    }

    int size() {
        return columns.size();
    }

    boolean isNull(int column) {
        return columns.get(column) == null;
    }

    boolean isInteger(int column) {
        return columns.get(column) instanceof Long;
    }

    boolean isText(int column) {
        return columns.get(column) instanceof String;
    }

    /// Whether it is a text, or was one: a single flipped bit makes bytes of it.
    boolean wasText(int column) {
        return isText(column) || columns.get(column) instanceof byte[];
    }

    /// A big-endian number of 7 bits a byte; a ninth byte gives all of its bits.
    static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            value = value << 7 | next & 0x7F;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | Byte.toUnsignedLong(bytes.get());
    }

    private static @Nullable Object column(long type, ByteBuffer body, Charset charset) {
        if (type >= 12) {
            byte[] bytes = new byte[(int) length(type)];
            body.get(bytes);
            return type % 2 == 1 ? new String(bytes, charset) : bytes;
        }
        return switch ((int) type) {
            case 0, 10, 11 -> null;
            case 1, 2, 3, 4 -> integer(body, (int) type);
            case 5 -> integer(body, 6);
            case 6 -> integer(body, 8);
            case 7 -> body.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> throw new IllegalArgumentException("The type " + type + " of a column has no length");
        };
    }

    private static Long integer(ByteBuffer body, int bytes) {
        long value = body.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | Byte.toUnsignedLong(body.get());
        }
        return value;
    }
}
