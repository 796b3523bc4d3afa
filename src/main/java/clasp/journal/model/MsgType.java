package clasp.journal.model;

/// The message codes that journals hold. A stored code can be any integer: others are shown, not rejected.
public final class MsgType {
    public static final long SET = 0x21;
    public static final long PUBLISH = 0x20;

    private MsgType() {}

    /// `SET`, `PUBLISH`, or the code itself: `0x22` for one byte, else the decimal number as stored.
    public static String name(long code) {
        if (code == SET) {
            return "SET";
        }
        if (code == PUBLISH) {
            return "PUBLISH";
        }
        return code >= 0 && code <= 0xFF ? String.format("0x%02X", code) : Long.toString(code);
    }
}
