package clasp.journal.wire;

import java.util.ArrayList;
import java.util.List;

/// SNAPSHOT. Stateless.
final class SnapshotCodec {
    private static final int WRITER = 0x01;
    private static final int TIMESTAMP = 0x02;

    private SnapshotCodec() {}

    static Message read(ByteSource in) {
        List<ParamState> params = new ArrayList<>();
        for (int left = in.u16("number of params"); left > 0; left--) {
            String address = in.text("address");
            WireValue value = ValueCodec.readTyped(in);
            long revision = in.i64("revision");
            int given = in.u8("set of options");
            String writer = (given & WRITER) == 0 ? null : in.text("writer");
            Long timestamp = (given & TIMESTAMP) == 0 ? null : (Long) in.i64("timestamp");
            params.add(new ParamState(address, value, revision, writer, timestamp));
        }
        return new Message.Snapshot(params);
    }

    static void write(Message.Snapshot snapshot, ByteSink out) {
        out.count(snapshot.params().size(), "params");
        for (ParamState param : snapshot.params()) {
            out.text(param.address(), "address");
            ValueCodec.writeTyped(param.value(), out);
            out.i64(param.revision());
            out.u8(
                    (param.writer() == null ? 0 : WRITER) | (param.timestampMicros() == null ? 0 : TIMESTAMP),
                    "set of options");
            if (param.writer() != null) {
                out.text(param.writer(), "writer");
            }
            if (param.timestampMicros() != null) {
                out.i64(param.timestampMicros());
            }
        }
    }
}
