package clasp.journal.wire;

import java.util.ArrayList;
import java.util.List;

/// BUNDLE, whose messages each follow their length. Stateless.
final class BundleCodec {
    /// How deep bundles may lie in bundles.
    static final int MAX_DEPTH = 16;

    private static final int TIMESTAMP = 0x80;

    private BundleCodec() {}

    /// @param depth in how many bundles this one lies
    static Message read(ByteSource in, int depth) {
        if (depth == MAX_DEPTH) {
            throw new WireException("Bundles are nested deeper than " + MAX_DEPTH + " levels.", in.offset());
        }
        int given = in.u8("set of flags");
        int count = in.u16("number of messages");
        Long timestamp = (given & TIMESTAMP) == 0 ? null : (Long) in.i64("timestamp");
        List<Message> messages = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            int length = in.u16("length of a message");
            ByteSource part = in.part(length, "message in a bundle");
            messages.add(BinaryCodec.read(part, depth + 1));
            in.passOverRestOf(part);
        }
        return new Message.Bundle(timestamp, messages);
    }

    static void write(Message.Bundle bundle, ByteSink out, int depth) {
        if (depth == MAX_DEPTH) {
            throw new UnwritableMessageException("Bundles are nested deeper than " + MAX_DEPTH + " levels.");
        }
        out.u8(bundle.timestampMicros() == null ? 0 : TIMESTAMP, "set of flags");
        out.count(bundle.messages().size(), "messages in a bundle");
        if (bundle.timestampMicros() != null) {
            out.i64(bundle.timestampMicros());
        }
        for (Message message : bundle.messages()) {
            int lengthIndex = out.size();
            out.u16(0, "length of a message");
            int start = out.size();
            BinaryCodec.write(message, out, depth + 1);
            out.patchU16(lengthIndex, out.size() - start);
        }
    }
}
