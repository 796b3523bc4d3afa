package clasp.journal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/// Frames as old clients write them, from a message's JSON. Stateless.
final class LegacyFrames {
    static {
        System.setProperty("msgpack.universal-buffer", "true");
    }

    private LegacyFrames() {}

    static byte[] write(String json) {
        try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
            pack(new ObjectMapper().readTree(json), out);
            byte[] payload = out.toByteArray();
            byte[] frame = new byte[Frame.HEADER_BYTES + payload.length];
            frame[0] = Frame.MAGIC;
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
            System.arraycopy(payload, 0, frame, Frame.HEADER_BYTES, payload.length);
            return frame;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(JsonNode node, MessageBufferPacker out) throws IOException {
        switch (node.getNodeType()) {
            case NULL -> out.packNil();
            case BOOLEAN -> out.packBoolean(node.booleanValue());
            case STRING -> out.packString(node.textValue());
            case NUMBER -> {
                if (node.isIntegralNumber()) {
                    out.packBigInteger(node.bigIntegerValue());
                } else {
                    out.packDouble(node.doubleValue());
                }
            }
            case ARRAY -> {
                out.packArrayHeader(node.size());
                for (JsonNode item : node) {
                    pack(item, out);
                }
            }
            case OBJECT -> {
                out.packMapHeader(node.size());
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    out.packString(member.getKey());
                    pack(member.getValue(), out);
                }
            }
            case BINARY, MISSING, POJO -> throw new AssertionError(node.getNodeType());
        }
    }
}
