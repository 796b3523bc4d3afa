package clasp.journal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// FEDERATION_SYNC: u8 operation, u16 n patterns, u16 n × (str, u64 revision), u8 flags (80 since, 40 origin),
/// \[u64 since\] \[str origin\]. Stateless.
final class FederationCodec {
    private static final int SINCE = 0x80;
    private static final int ORIGIN = 0x40;

    private FederationCodec() {}

    static Message read(ByteSource in) {
        int opOffset = in.offset();
        int code = in.u8("operation");
        FederationOp op = FederationOp.ofCode(code);
        if (op == null) {
            throw new WireException("There is no federation operation " + code + ".", opOffset);
        }
        List<String> patterns = new ArrayList<>();
        for (int left = in.u16("number of patterns"); left > 0; left--) {
            patterns.add(in.text("pattern"));
        }
        Map<String, Long> revisions = new LinkedHashMap<>();
        for (int left = in.u16("number of revisions"); left > 0; left--) {
            revisions.put(in.text("revision's key"), in.i64("revision"));
        }
        int given = in.u8("set of flags");
        Long since = (given & SINCE) == 0 ? null : (Long) in.i64("since revision");
        String origin = (given & ORIGIN) == 0 ? null : in.text("origin");
        return new Message.FederationSync(op, patterns, revisions, since, origin);
    }

    static void write(Message.FederationSync sync, ByteSink out) {
        out.u8(sync.op().code(), "operation");
        out.count(sync.patterns().size(), "patterns");
        for (String pattern : sync.patterns()) {
            out.text(pattern, "pattern");
        }
        out.count(sync.revisions().size(), "revisions");
        for (Map.Entry<String, Long> revision : sync.revisions().entrySet()) {
            out.text(revision.getKey(), "revision's key");
            out.i64(revision.getValue());
        }
        out.u8((sync.sinceRevision() == null ? 0 : SINCE) | (sync.origin() == null ? 0 : ORIGIN), "set of flags");
        if (sync.sinceRevision() != null) {
            out.i64(sync.sinceRevision());
        }
        if (sync.origin() != null) {
            out.text(sync.origin(), "origin");
        }
    }
}
