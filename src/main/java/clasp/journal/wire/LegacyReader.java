package clasp.journal.wire;

/// The legacy form of a message: a MessagePack map with the names of the JSON form. Confined to one thread.
final class LegacyReader {
    private static final int FIXED_MAP_MASK = 0xF0;
    private static final int FIXED_MAP = 0x80;
    private static final int MAP_16 = 0xDE;
    private static final int MAP_32 = 0xDF;

    private final int start;
    private final LegacyTree tree;

    LegacyReader(byte[] bytes, int start, int end) {
        this.start = start;
        this.tree = new LegacyTree(bytes, start, end);
    }

    /// Whether a message that begins with this byte is a MessagePack map; no binary message begins so.
    static boolean isLegacy(byte first) {
        int format = first & 0xFF;
        return (format & FIXED_MAP_MASK) == FIXED_MAP || format == MAP_16 || format == MAP_32;
    }

    Message read() {
        try {
            return MessageFields.message(Fields.of(tree.read(), ""));
        } catch (MessageSyntaxException e) {
            throw new WireException(e.what(), start);
        }
    }

    int unreadBytes() {
        return tree.unreadBytes();
    }
}
