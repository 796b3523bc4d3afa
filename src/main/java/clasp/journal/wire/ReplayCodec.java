package clasp.journal.wire;

/// REPLAY. The type mask at its end is always written: a CLASP router dies of a frame without it. Stateless.
final class ReplayCodec {
    private static final int FROM = 0x80;
    private static final int TO = 0x40;
    private static final int LIMIT = 0x20;

    private ReplayCodec() {}

    static Message read(ByteSource in) {
        int given = in.u8("set of flags");
        String pattern = in.text("pattern");
        Long from = (given & FROM) == 0 ? null : (Long) in.i64("start time");
        Long to = (given & TO) == 0 ? null : (Long) in.i64("end time");
        Long limit = (given & LIMIT) == 0 ? null : (Long) in.u32("limit");
        return new Message.Replay(pattern, from, to, limit, SignalCodes.ofMask(in.u8("type mask")));
    }

    static void write(Message.Replay replay, ByteSink out) {
        out.u8(
                (replay.fromMicros() == null ? 0 : FROM)
                        | (replay.toMicros() == null ? 0 : TO)
                        | (replay.limit() == null ? 0 : LIMIT),
                "set of flags");
        out.text(replay.pattern(), "pattern");
        if (replay.fromMicros() != null) {
            out.i64(replay.fromMicros());
        }
        if (replay.toMicros() != null) {
            out.i64(replay.toMicros());
        }
        if (replay.limit() != null) {
            out.u32(replay.limit(), "limit");
        }
        out.u8(SignalCodes.mask(replay.types()), "type mask");
    }
}
