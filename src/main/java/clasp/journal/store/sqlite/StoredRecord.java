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
record StoredRecord(List<@Nullable Object> columns) {
    /// @throws BufferUnderflowException when it is not whole
    /// @throws IllegalArgumentException when it is no record
    static StoredRecord read(ByteBuffer payload, Charset charset) {
        long headerSize = varint(payload);
        if (headerSize < 1 || headerSize > payload.limit()) {
            throw new IllegalArgumentException("No header of " + headerSize + " bytes");
        }
        ByteBuffer types = payload.duplicate().limit((int) headerSize);
        payload.position((int) headerSize);
        List<@Nullable Object> columns = new ArrayList<>();
        while (types.hasRemaining()) {
            columns.add(column(varint(types), payload, charset));
        }
        return new StoredRecord(columns);
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
            byte[] bytes = new byte[length(type, body)];
            body.get(bytes);
            return type % 2 == 1 ? new String(bytes, charset) : bytes;
        }
        return switch ((int) type) {
            case 0 -> null;
            case 1, 2, 3, 4 -> integer(body, (int) type);
            case 5 -> integer(body, 6);
            case 6 -> integer(body, 8);
            case 7 -> body.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> throw new IllegalArgumentException("No column has the type " + type);
        };
    }

    private static int length(long type, ByteBuffer body) {
        long length = (type - 12) / 2;
        if (length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) length;
    }

    private static Long integer(ByteBuffer body, int bytes) {
        long value = body.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | Byte.toUnsignedLong(body.get());
        }
        return value;
    }
}
