package clasp.journal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageSizeException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/// Builds a tree from MessagePack tokens, each announced length checked against the bytes that are left. Confined to
/// one thread.
final class LegacyTree {
    private static final int MAX_DEPTH = WireValue.MAX_DEPTH + 4 * BundleCodec.MAX_DEPTH;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static {
        // Its default buffer uses sun.misc.Unsafe, of which the JVM warns on stderr.
        System.setProperty("msgpack.universal-buffer", "true");
    }

    private final int start;
    private final int end;
    private final MessageUnpacker tokens;

    LegacyTree(byte[] bytes, int start, int end) {
        this.start = start;
        this.end = end;
        this.tokens = MessagePack.newDefaultUnpacker(bytes, start, end - start);
    }

    /// @throws WireException when the bytes do not begin with one whole object
    JsonNode read() {
        try {
            return node(0);
        } catch (MessageSizeException e) {
            throw new WireException(
                    "A length of " + e.getSize() + " is announced, more than a frame can hold.", offset());
        } catch (MessagePackException | IOException e) {
            throw new WireException("The MessagePack form is cut short or damaged.", offset());
        }
    }

    /// How many bytes follow the object.
    int unreadBytes() {
        return end - offset();
    }

    private int offset() {
        return Math.min(end, start + (int) tokens.getTotalReadBytes());
    }

    private JsonNode node(int depth) throws IOException {
        if (!tokens.hasNext()) {
            throw new WireException("The MessagePack form is cut short.", offset());
        }
        int at = offset();
        MessageFormat format = tokens.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> {
                tokens.unpackNil();
                yield NODES.nullNode();
            }
            case BOOLEAN -> NODES.booleanNode(tokens.unpackBoolean());
            case INTEGER ->
                format == MessageFormat.UINT64
                        ? NODES.numberNode(tokens.unpackBigInteger())
                        : NODES.numberNode(tokens.unpackLong());
            case FLOAT ->
                format == MessageFormat.FLOAT32
                        ? NODES.numberNode(tokens.unpackFloat())
                        : NODES.numberNode(tokens.unpackDouble());
            case STRING -> NODES.textNode(text());
            case BINARY -> NODES.binaryNode(tokens.readPayload(plausible(tokens.unpackBinaryHeader(), 1, at)));
            case ARRAY -> array(plausible(tokens.unpackArrayHeader(), 1, at), deeper(depth, at));
            case MAP -> object(plausible(tokens.unpackMapHeader(), 2, at), deeper(depth, at));
            case EXTENSION -> throw new WireException("CLASP has no MessagePack extension types.", at);
        };
    }

    private ArrayNode array(int length, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (int left = length; left > 0; left--) {
            array.add(node(depth));
        }
        return array;
    }

    private ObjectNode object(int length, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (int left = length; left > 0; left--) {
            int at = offset();
            if (!(tokens.hasNext() && tokens.getNextFormat().getValueType() == ValueType.STRING)) {
                throw new WireException("A key must be a string.", at);
            }
            object.set(text(), node(depth));
        }
        return object;
    }

    private String text() throws IOException {
        int at = offset();
        byte[] content = tokens.readPayload(plausible(tokens.unpackRawStringHeader(), 1, at));
        try {
            return ByteSource.utf8(content, 0, content.length, "string");
        } catch (WireException e) {
            throw new WireException(e.what(), at);
        }
    }

    /// @param leastBytes what each of as many things takes at least
    private int plausible(int count, int leastBytes, int at) {
        int left = end - offset();
        if (count > left / leastBytes) {
            throw new WireException(
                    "A length of " + count + " is announced, but only " + left + " bytes are left.", at);
        }
        return count;
    }

    private static int deeper(int depth, int at) {
        if (depth == MAX_DEPTH) {
            throw new WireException("The message is nested deeper than " + MAX_DEPTH + " levels.", at);
        }
        return depth + 1;
    }
}
