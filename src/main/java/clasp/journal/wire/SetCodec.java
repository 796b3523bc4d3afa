package clasp.journal.wire;

import org.jspecify.annotations.Nullable;

/// SET. Its flags hold the type of the value. Stateless.
final class SetCodec {
    private static final int REVISION = 0x80;
    private static final int LOCK = 0x40;
    private static final int UNLOCK = 0x20;
    private static final int TTL = 0x10;
    private static final int TYPE_MASK = 0x0F;

    private static final int ABSOLUTE = 0x8000_0000;

    private SetCodec() {}

    static Message read(ByteSource in) {
        int flagsOffset = in.offset();
        int flags = in.u8("set of flags");
        String address = in.text("address");
        WireValue value = ValueCodec.readContent(in, flags & TYPE_MASK, flagsOffset);
        Long revision = (flags & REVISION) == 0 ? null : (Long) in.i64("revision");
        Ttl ttl = (flags & TTL) == 0 ? null : ttl(in.i32("time to live"));
        return new Message.Set(address, value, revision, (flags & LOCK) != 0, (flags & UNLOCK) != 0, ttl);
    }

    static void write(Message.Set set, ByteSink out) {
        out.u8(
                ValueCodec.typeOf(set.value())
                        | (set.revision() == null ? 0 : REVISION)
                        | (set.lock() ? LOCK : 0)
                        | (set.unlock() ? UNLOCK : 0)
                        | (set.ttl() == null ? 0 : TTL),
                "set of flags");
        out.text(set.address(), "address");
        ValueCodec.writeContent(set.value(), out);
        if (set.revision() != null) {
            out.i64(set.revision());
        }
        writeTtl(set.ttl(), out);
    }

    private static Ttl ttl(int bits) {
        return (bits & ABSOLUTE) == 0 ? Ttl.sliding(bits) : new Ttl.Absolute(bits & ~ABSOLUTE);
    }

    private static void writeTtl(@Nullable Ttl ttl, ByteSink out) {
        switch (ttl) {
            case null -> {}
            case Ttl.Never() -> out.i32(0);
            case Ttl.Absolute(int seconds) -> out.i32(seconds | ABSOLUTE);
            case Ttl.Sliding(int seconds) -> out.i32(seconds);
        }
    }
}
