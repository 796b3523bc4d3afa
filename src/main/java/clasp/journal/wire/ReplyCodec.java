package clasp.journal.wire;

/// ACK, ERROR and SYNC. Stateless.
final class ReplyCodec {
    private static final int ADDRESS = 0x01;
    private static final int ACK_REVISION = 0x02;
    private static final int ACK_LOCKED = 0x04;
    private static final int ACK_HOLDER = 0x08;
    private static final int ACK_CORRELATION = 0x10;
    private static final int ERROR_CORRELATION = 0x02;
    private static final int SYNC_T2 = 0x01;
    private static final int SYNC_T3 = 0x02;

    private ReplyCodec() {}

    static Message readAck(ByteSource in) {
        int given = in.u8("set of options");
        String address = (given & ADDRESS) == 0 ? null : in.text("address");
        Long revision = (given & ACK_REVISION) == 0 ? null : (Long) in.i64("revision");
        Boolean locked = (given & ACK_LOCKED) == 0 ? null : (Boolean) (in.u8("lock state") != 0);
        String holder = (given & ACK_HOLDER) == 0 ? null : in.text("lock holder");
        Long correlation = (given & ACK_CORRELATION) == 0 ? null : (Long) in.u32("correlation id");
        return new Message.Ack(address, revision, locked, holder, correlation);
    }

    static void write(Message.Ack ack, ByteSink out) {
        out.u8(
                (ack.address() == null ? 0 : ADDRESS)
                        | (ack.revision() == null ? 0 : ACK_REVISION)
                        | (ack.locked() == null ? 0 : ACK_LOCKED)
                        | (ack.holder() == null ? 0 : ACK_HOLDER)
                        | (ack.correlationId() == null ? 0 : ACK_CORRELATION),
                "set of options");
        if (ack.address() != null) {
            out.text(ack.address(), "address");
        }
        if (ack.revision() != null) {
            out.i64(ack.revision());
        }
        if (ack.locked() != null) {
            out.u8(ack.locked() ? 1 : 0, "lock state");
        }
        if (ack.holder() != null) {
            out.text(ack.holder(), "lock holder");
        }
        if (ack.correlationId() != null) {
            out.u32(ack.correlationId(), "correlation id");
        }
    }

    static Message readError(ByteSource in) {
        int code = in.u16("error code");
        String message = in.text("error message");
        int given = in.u8("set of options");
        String address = (given & ADDRESS) == 0 ? null : in.text("address");
        Long correlation = (given & ERROR_CORRELATION) == 0 ? null : (Long) in.u32("correlation id");
        return new Message.Error(code, message, address, correlation);
    }

    static void write(Message.Error error, ByteSink out) {
        out.u16(error.code(), "error code");
        out.text(error.message(), "error message");
        out.u8(
                (error.address() == null ? 0 : ADDRESS) | (error.correlationId() == null ? 0 : ERROR_CORRELATION),
                "set of options");
        if (error.address() != null) {
            out.text(error.address(), "address");
        }
        if (error.correlationId() != null) {
            out.u32(error.correlationId(), "correlation id");
        }
    }

    static Message readSync(ByteSource in) {
        int given = in.u8("set of flags");
        long t1 = in.i64("first time");
        Long t2 = (given & SYNC_T2) == 0 ? null : (Long) in.i64("second time");
        Long t3 = (given & SYNC_T3) == 0 ? null : (Long) in.i64("third time");
        return new Message.Sync(t1, t2, t3);
    }

    static void write(Message.Sync sync, ByteSink out) {
        out.u8((sync.t2() == null ? 0 : SYNC_T2) | (sync.t3() == null ? 0 : SYNC_T3), "set of flags");
        out.i64(sync.t1());
        if (sync.t2() != null) {
            out.i64(sync.t2());
        }
        if (sync.t3() != null) {
            out.i64(sync.t3());
        }
    }
}
