package clasp.journal.wire;

import java.util.ArrayList;
import java.util.List;

/// Values on the wire: a type of one byte (SET keeps it among its flags), then the content. Stateless.
final class ValueCodec {
    private static final int NULL = 0x00;
    private static final int BOOL = 0x01;
    private static final int I8 = 0x02;
    private static final int I16 = 0x03;
    private static final int I32 = 0x04;
    private static final int I64 = 0x05;
    private static final int F32 = 0x06;
    private static final int F64 = 0x07;
    private static final int TEXT = 0x08;
    private static final int BYTES = 0x09;
    private static final int ARRAY = 0x0A;
    private static final int MAP = 0x0B;

    private ValueCodec() {}

    static WireValue readTyped(ByteSource in) {
        return readTyped(in, 0);
    }

    /// @param typeOffset where the type stood
    static WireValue readContent(ByteSource in, int type, int typeOffset) {
        return readContent(in, type, typeOffset, 0);
    }

    static void writeTyped(WireValue value, ByteSink out) {
        writeTyped(value, out, 0);
    }

    static void writeContent(WireValue value, ByteSink out) {
        writeContent(value, out, 0);
    }

    static int typeOf(WireValue value) {
        return switch (value) {
            case WireValue.Null _ -> NULL;
            case WireValue.Bool _ -> BOOL;
            case WireValue.Int number ->
                switch (number.width()) {
                    case I8 -> I8;
                    case I16 -> I16;
                    case I32 -> I32;
                    case I64 -> I64;
                };
            case WireValue.Real number -> number.single() ? F32 : F64;
            case WireValue.Text _ -> TEXT;
            case WireValue.Bytes _ -> BYTES;
            case WireValue.Array _ -> ARRAY;
            case WireValue.Map _ -> MAP;
        };
    }

    private static WireValue readTyped(ByteSource in, int depth) {
        int typeOffset = in.offset();
        return readContent(in, in.u8("type of a value"), typeOffset, depth);
    }

    private static WireValue readContent(ByteSource in, int type, int typeOffset, int depth) {
        return switch (type) {
            case NULL -> new WireValue.Null();
            case BOOL -> new WireValue.Bool(in.u8("bool value") != 0);
            case I8 -> new WireValue.Int(WireValue.Width.I8, in.i8("i8 value"));
            case I16 -> new WireValue.Int(WireValue.Width.I16, in.i16("i16 value"));
            case I32 -> new WireValue.Int(WireValue.Width.I32, in.i32("i32 value"));
            case I64 -> new WireValue.Int(WireValue.Width.I64, in.i64("i64 value"));
            case F32 -> new WireValue.Real(true, in.f32("f32 value"));
            case F64 -> new WireValue.Real(false, in.f64("f64 value"));
            case TEXT -> new WireValue.Text(in.text("string value"));
            case BYTES -> new WireValue.Bytes(in.byteString("bytes value"));
            case ARRAY -> new WireValue.Array(readItems(in, deeper(in, depth)));
            case MAP -> new WireValue.Map(readMembers(in, deeper(in, depth)));
            default -> throw new WireException("There is no value type " + type + "; the highest is 11.", typeOffset);
        };
    }

    private static List<WireValue> readItems(ByteSource in, int depth) {
        List<WireValue> items = new ArrayList<>();
        for (int left = in.u16("length of an array"); left > 0; left--) {
            items.add(readTyped(in, depth));
        }
        return items;
    }

    private static List<WireValue.Member> readMembers(ByteSource in, int depth) {
        List<WireValue.Member> members = new ArrayList<>();
        for (int left = in.u16("length of a map"); left > 0; left--) {
            members.add(new WireValue.Member(in.text("key"), readTyped(in, depth)));
        }
        return members;
    }

    private static int deeper(ByteSource in, int depth) {
        if (depth == WireValue.MAX_DEPTH) {
            throw new WireException("The value is nested deeper than " + WireValue.MAX_DEPTH + " levels.", in.offset());
        }
        return depth + 1;
    }

    private static void writeTyped(WireValue value, ByteSink out, int depth) {
        out.u8(typeOf(value), "type of a value");
        writeContent(value, out, depth);
    }

    private static void writeContent(WireValue value, ByteSink out, int depth) {
        switch (value) {
            case WireValue.Null() -> {}
            case WireValue.Bool(boolean bool) -> out.u8(bool ? 1 : 0, "bool value");
            case WireValue.Int(WireValue.Width width, long number) -> {
                switch (width) {
                    case I8 -> out.i8((byte) number);
                    case I16 -> out.i16((short) number);
                    case I32 -> out.i32((int) number);
                    case I64 -> out.i64(number);
                }
            }
            case WireValue.Real(boolean single, double number) -> {
                if (single) {
                    out.f32((float) number);
                } else {
                    out.f64(number);
                }
            }
            case WireValue.Text(String text) -> out.text(text, "string value");
            case WireValue.Bytes(byte[] content) -> out.byteString(content, "bytes value");
            case WireValue.Array(List<WireValue> items) -> {
                out.count(items.size(), "items in an array");
                int inside = deeper(depth);
                for (WireValue item : items) {
                    writeTyped(item, out, inside);
                }
            }
            case WireValue.Map(List<WireValue.Member> members) -> {
                out.count(members.size(), "members in a map");
                int inside = deeper(depth);
                for (WireValue.Member member : members) {
                    out.text(member.key(), "key");
                    writeTyped(member.value(), out, inside);
                }
            }
        }
    }

    private static int deeper(int depth) {
        if (depth == WireValue.MAX_DEPTH) {
            throw new UnwritableMessageException("The value is nested deeper than " + WireValue.MAX_DEPTH + " levels.");
        }
        return depth + 1;
    }
}
